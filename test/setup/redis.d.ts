import type { ChildProcess } from 'node:child_process';

export interface OwnRedis {
  url: string;
  port: number;
  process: ChildProcess;
  /** Starts it again on its port, empty. */
  start(): Promise<void>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export const REDIS_SERVER: string | undefined;
export function startRedis(args?: string[], configuration?: string): Promise<OwnRedis>;

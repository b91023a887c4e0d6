import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import { Problem, UNAVAILABLE } from '../errors/problem.js';
import { EventStream } from './event-stream.js';

/** As many streams one process keeps open at once. */
export const STREAMS_AT_MOST = 1000;
const BEAT_MS = 15_000;
// Readers that lost their stream at the same moment do not all come back at the same moment.
const RETRY_MS = { least: 500, spread: 1500 };
const FULL_RETRY_SECONDS = 5;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed or kept by a proxy, events would come late or all at once.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** The streams of server-sent events that this process keeps open: how many, their heartbeat, their end. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<EventStream>();
  private beating: NodeJS.Timeout | undefined;
  private stopping = false;
  /** How many were cut off since the start because their reader took nothing. */
  cutOff = 0;

  get count(): number {
    return this.streams.size;
  }

  /** Refuses a stream that there is no place for, before anything of it was made. */
  expectPlace(): void {
    if (this.stopping) {
      throw new Problem(UNAVAILABLE, 'The server is stopping. Try again shortly.', { retryAfter: 2 });
    }
    if (this.count >= STREAMS_AT_MOST) {
      const detail =
        'This process has as many streams open as it takes. Try again; another one may have room.';
      throw new Problem(UNAVAILABLE, detail, { retryAfter: FULL_RETRY_SECONDS });
    }
  }

  /** Answers a request by a stream. */
  open(reply: FastifyReply): EventStream {
    this.expectPlace();
    const headers = reply.headers(HEADERS).getHeaders() as OutgoingHttpHeaders;
    reply.hijack();
    reply.raw.writeHead(200, headers);
    const stream = new EventStream(reply.raw, () => (this.cutOff += 1));
    this.streams.add(stream);
    stream.whenClosed(() => this.forget(stream));
    this.beating ??= setInterval(() => this.beat(), BEAT_MS);
    const retry = Math.round(RETRY_MS.least + Math.random() * RETRY_MS.spread);
    stream.send(`retry: ${retry}\n`);
    return stream;
  }

  /** Who still reads then comes again, and is led to another process. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    clearInterval(this.beating);
    for (const stream of this.streams) stream.end();
  }

  private beat(): void {
    for (const stream of this.streams) stream.beat();
  }

  private forget(stream: EventStream): void {
    this.streams.delete(stream);
    if (this.count > 0) return;
    clearInterval(this.beating);
    this.beating = undefined;
  }
}

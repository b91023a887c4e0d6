import { Document, under } from '../../edge/document.js';
import type { ToldDesk } from './desk.js';
import { MEMBERS, type Name } from './newsroom.js';
import { v7 as uuid } from 'uuid';

const READERS: Name[] = [...MEMBERS, 'checker', 'admin', 'viewer'];

/** Everything that can be read, in turn, by everybody in turn. */
export class Reading {
  private turn = 0;
  /** What was read while a blind decision waited for others. */
  readonly blindly = new Set<string>();

  private constructor(readonly operations: string[]) {}

  static async of(desk: ToldDesk): Promise<Reading> {
    const { guarded } = await Document.of(desk);
    const endless = (responses: Record<string, { content?: object }>) =>
      'text/event-stream' in (responses['200']?.content ?? {});
    return new Reading(
      guarded
        .filter(({ method, responses }) => method === 'GET' && !endless(responses))
        .map(({ path }) => `GET ${under(path)}`),
    );
  }

  next(about: Record<string, string>): { name: Name; path: string; operation: string } {
    const operation = this.operations[this.turn % this.operations.length]!;
    // Everybody has read everything after as many turns as there are pairs.
    const name = READERS[(this.turn + Math.floor(this.turn / this.operations.length)) % READERS.length]!;
    this.turn += 1;
    const path = operation
      .slice('GET '.length)
      .replace(/\/([\w-]+)\/\{\w+\}/g, (_, noun: string) => `/${noun}/${about[noun] ?? uuid()}`);
    return { name, path, operation };
  }

  note(operation: string): void {
    this.blindly.add(operation);
  }
}

import { Injectable } from '@nestjs/common';
import { PreparedAnswer } from '../../base/http/answer.interceptor.js';
import { Feed } from './feed.service.js';

const REMEMBER_AT_MOST = 500;

export interface Made {
  body: object;
  /** In how many milliseconds the answer will be another one though nothing happens; Infinity for never. */
  changesInMs: number;
}

interface Remembered {
  position: number;
  until: number;
  answer: Promise<PreparedAnswer>;
}

/**
 * Answers for those who poll. One stands until the feed moves on, or until the moment at which the clock alone
 * changes it, such as the end of a lease. Whoever asks while it is being made waits for the same.
 */
@Injectable()
export class RememberedAnswers {
  private readonly known = new Map<string, Remembered>();

  constructor(private readonly feed: Feed) {}

  async poll(workspaceId: string, question: unknown[], make: () => Promise<Made>): Promise<PreparedAnswer> {
    const { position } = await this.feed.head(workspaceId);
    const key = JSON.stringify([workspaceId, ...question]);
    const known = this.known.get(key);
    if (known?.position === position && performance.now() < known.until) return known.answer;
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    return this.remember(key, position, make);
  }

  private remember(key: string, position: number, make: () => Promise<Made>): Promise<PreparedAnswer> {
    const startedAt = performance.now();
    const entry = { position, until: Infinity } as Remembered;
    entry.answer = make().then(({ body, changesInMs }) => {
      entry.until = startedAt + changesInMs;
      return new PreparedAnswer(JSON.stringify(body));
    });
    this.known.set(key, entry);
    entry.answer.catch(() => this.known.delete(key));
    return entry.answer;
  }
}

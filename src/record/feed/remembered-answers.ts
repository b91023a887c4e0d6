import { Injectable } from '@nestjs/common';
import { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { Feed, type FeedHead } from './feed.service.js';

const REMEMBER_AT_MOST = { answers: 5000, characters: 20_000_000 };

export interface Made {
  body: object;
  /** In how many milliseconds the answer will be another one though nothing happens; Infinity for never. */
  changesInMs: number;
}

interface Remembered {
  position: number;
  until: number;
  answer: Promise<PreparedAnswer>;
  /** The same, once it is made. */
  made: PreparedAnswer | null;
}

/**
 * Answers for those who poll. One stands until the feed moves on, or until the moment at which the clock alone
 * changes it, such as the end of a lease. Whoever asks while it is being made waits for the same.
 */
@Injectable()
export class RememberedAnswers {
  private readonly known = new Map<string, Remembered>();
  private characters = 0;

  constructor(private readonly feed: Feed) {}

  async poll(
    workspaceId: string,
    question: unknown[],
    make: (head: FeedHead) => Promise<Made>,
  ): Promise<PreparedAnswer> {
    const head = await this.feed.head(workspaceId);
    const key = JSON.stringify([workspaceId, ...question]);
    const known = this.known.get(key);
    if (known !== undefined && stands(known, head)) return known.answer;
    const again = () => this.again(workspaceId, key);
    const entry = this.begin(head, make, again);
    this.known.set(key, entry);
    entry.answer.then(
      ({ json }) => this.keepWithin(json.length),
      () => this.known.delete(key),
    );
    return entry.answer;
  }

  private begin(
    head: FeedHead,
    make: (head: FeedHead) => Promise<Made>,
    again: () => PreparedAnswer | null,
  ): Remembered {
    const startedAt = performance.now();
    const entry = { position: head.position, until: Infinity, made: null } as unknown as Remembered;
    entry.answer = make(head).then(({ body, changesInMs }) => {
      entry.until = startedAt + changesInMs;
      return (entry.made = new PreparedAnswer(JSON.stringify(body), again));
    });
    return entry;
  }

  /** What `poll` would answer now, when that is known without asking. */
  private again(workspaceId: string, key: string): PreparedAnswer | null {
    const head = this.feed.known(workspaceId);
    const known = this.known.get(key);
    return head !== null && known !== undefined && stands(known, head) ? known.made : null;
  }

  private keepWithin(more: number): void {
    this.characters += more;
    if (this.known.size <= REMEMBER_AT_MOST.answers && this.characters <= REMEMBER_AT_MOST.characters) return;
    this.known.clear();
    this.characters = 0;
  }
}

function stands({ position, until }: Remembered, head: FeedHead): boolean {
  return position === head.position && performance.now() < until;
}

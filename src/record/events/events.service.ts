import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Doer } from '../../base/actor/actor.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { digestContent, digestEvent } from './chain.js';
import type { NewEvent } from './event.js';
import { declaredEvents } from './event-type.js';
import { type ChainedEvent, type ChainHead, EventsRepository, type EventRow } from './events.repository.js';

const PAGE = 500;
const SALT = 16;

/** Writes what happened, in the transaction in which it happens. */
@Injectable()
export class Events {
  private readonly listeners = new Set<(events: readonly NewEvent[]) => void>();

  constructor(private readonly repository: EventsRepository) {}

  /** Tells of events that this process wrote, after their commit; whoever places them in the feed waits for that. */
  whenCommitted(listener: (events: readonly NewEvent[]) => void): void {
    this.listeners.add(listener);
  }

  /** The events of a chain from its first, read page by page. */
  async *ofChain(reader: Reader, workspaceId: string, chainId: string): AsyncGenerator<ChainedEvent> {
    for (let after = 0; ;) {
      const page = await this.repository.chain(reader, workspaceId, chainId, after, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)!.number;
    }
  }

  /**
   * Deletes what the events of a chain say, but for what tells of erasures; that they happened stays, and so do their
   * digests. Answers of which: the event that tells of it must say so, as nothing else may be missing from a chain.
   */
  eraseContents(tx: Tx, workspaceId: string, chainId: string): Promise<string[]> {
    const kept = declaredEvents().filter(({ erases }) => erases);
    return this.repository.eraseContents(
      tx,
      workspaceId,
      chainId,
      kept.map(({ name }) => name),
    );
  }

  /** Appends events to the chains of their claims or subjects, in the order given. */
  async append(tx: Tx, doer: Doer, events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const chainIds = [...new Set(events.map(chainOf))].sort();
    const { heads, at } = await this.repository.lockChains(tx, doer.workspaceId, chainIds);
    const salts = randomBytes(SALT * events.length);
    const rows = events.map((event, i) => {
      const salt = salts.subarray(i * SALT, (i + 1) * SALT);
      return continueChain(heads.get(chainOf(event))!, doer, event, at, salt);
    });
    await this.repository.insert(tx, doer.workspaceId, rows, [...heads.values()]);
    tx.afterCommit(() => this.listeners.forEach((listener) => listener(events)));
  }
}

function chainOf(event: NewEvent): string {
  return event.claimId ?? event.subject.id;
}

function continueChain(chain: ChainHead, doer: Doer, event: NewEvent, at: Date, salt: Buffer): EventRow {
  const id = uuid();
  // Through JSON once, so that what is digested is what the database gives back: no undefined, no Date.
  const data = JSON.parse(JSON.stringify(event.data)) as Record<string, unknown>;
  const { reason } = event;
  const contentDigest = digestContent(salt, { data, reason });
  chain.length += 1;
  chain.head = digestEvent(
    chain.head,
    {
      id,
      workspaceId: doer.workspaceId,
      type: event.type.name,
      at: at.toISOString(),
      actorId: doer.memberId,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      claimId: event.claimId,
      number: chain.length,
    },
    contentDigest,
  );
  return {
    id,
    type: event.type.name,
    at,
    actorId: doer.memberId,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    claimId: event.claimId,
    number: chain.length,
    contentDigest,
    digest: chain.head,
    salt,
    data,
    reason,
    inFeed: event.type.inFeed,
  };
}

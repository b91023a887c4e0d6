import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { type EventDto, presentEvent } from '../../facts/telling/event.dto.js';
import { EventFilter, readPosition } from '../../facts/telling/event-filter.js';
import { type EventView, TellingRepository } from '../../facts/telling/telling.repository.js';
import { faultOf, GENESIS } from '../../record/events/chain.js';
import { Feed } from '../../record/feed/feed.service.js';
import type { FeedPageDto, FeedQuery, HistoryQuery, VerificationDto } from './events.dto.js';
import { ChainsRepository, type NotedLength } from './chains.repository.js';

const VERIFY_BATCH = 1000;

@Injectable()
export class EventViews {
  constructor(
    private readonly database: Database,
    private readonly telling: TellingRepository,
    private readonly chains: ChainsRepository,
    private readonly feedHead: Feed,
    private readonly claims: Claims,
  ) {}

  /** What happened in the workspace after a place in its feed: each event once, in the one order there is. */
  async feed(actor: Actor, query: FeedQuery): Promise<FeedPageDto> {
    const after = query.after === undefined ? 0 : readPosition(query.after, 'after');
    const filter = EventFilter.read(query.type);
    await this.feedHead.expectReached(actor.workspaceId, after);
    const head = await this.feedHead.head(actor.workspaceId);
    const events = await this.telling.feed(this.database, actor, { after, limit: query.limit, filter });
    const last = Number(events.at(-1)?.position ?? after);
    // When no more is there, what was passed over because of its type need not be looked at again.
    const reached = events.length < query.limit ? Math.max(last, head.position) : last;
    return { items: events.map((event) => presentEvent(event, actor)), nextCursor: String(reached) };
  }

  async history(actor: Actor, claimId: string, query: HistoryQuery): Promise<Page<EventDto>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    await this.feedHead.settled();
    const after = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
    const events = await this.telling.chain(this.database, actor, claimId, after, query.limit + 1);
    return pageFrom(
      events,
      query.limit,
      (event) => [event.chainNumber],
      (event) => presentEvent(event, actor),
    );
  }

  /** Computes every digest of a claim's chain again, from its first event to its head, past what daily heads note of it. */
  async verify(actor: Actor, claimId: string): Promise<VerificationDto> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    // In this order: what a head notes was in the chain by then.
    const noted = await this.chains.noted(this.database, actor.workspaceId, claimId);
    // A chain without a head was taken away: nothing stands where its first event should.
    const chain = (await this.chains.head(this.database, actor.workspaceId, claimId)) ?? {
      length: 1,
      head: GENESIS,
    };
    let head: Buffer = GENESIS;
    let number = 0;
    const answer = (whole: boolean, length: number, brokenAt: number | null): VerificationDto => ({
      claimId,
      whole,
      length,
      erased: 0,
      head: head.toString('hex'),
      brokenAt,
      lastHead: lastOf(noted),
    });
    for (;;) {
      const events = await this.telling.chain(this.database, actor, claimId, number, VERIFY_BATCH);
      for (const event of events.filter(({ chainNumber }) => Number(chainNumber) <= chain.length)) {
        number += 1;
        const next = follow(actor.workspaceId, event, head, number);
        if (next === null || contradicts(noted, number, next)) return answer(false, number - 1, number);
        head = next;
      }
      if (events.length < VERIFY_BATCH || number >= chain.length) break;
    }
    const whole = number === chain.length && head.equals(chain.head) && number >= (noted.at(-1)?.length ?? 0);
    return answer(whole, number, whole ? null : number + 1);
  }
}

function contradicts(noted: NotedLength[], number: number, digest: Buffer): boolean {
  return noted.some(({ length, head }) => length === number && !head.equals(digest));
}

function lastOf(noted: NotedLength[]): VerificationDto['lastHead'] {
  const last = noted.at(-1);
  return last === undefined ? null : { day: last.day, length: last.length };
}

/** The digest that follows when the event is what it says it is; null when it is not, or says nothing any more. */
function follow(workspaceId: string, event: EventView, before: Buffer, number: number): Buffer | null {
  const {
    id,
    type,
    at,
    actorId,
    subjectType,
    subjectId,
    claimId,
    contentDigest,
    digest,
    salt,
    data,
    reason,
  } = event;
  const envelope = { id, workspaceId, type, at: at.toISOString(), actorId, subjectType, subjectId, claimId };
  const link = { ...envelope, number: Number(event.chainNumber), contentDigest, digest, salt, data, reason };
  // Nothing of a claim's chain is ever erased.
  if (salt === null) return null;
  return faultOf(link, before, number) === null ? digest : null;
}

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_KEY_REVOKED } from '../../access/api-keys/api-key.events.js';
import { Admissions } from '../../access/admission/admissions.service.js';
import { MEMBER_REMOVED, MEMBER_UPDATED } from '../../access/members/member.events.js';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Problem } from '../../base/errors/problem.js';
import { credentialOf } from '../../base/http/credential.js';
import { OpenStreams } from '../../base/http/open-streams.service.js';
import { EventFilter, readPosition } from '../../facts/telling/event-filter.js';
import { TellingRepository } from '../../facts/telling/telling.repository.js';
import { FeedSignal } from '../../record/feed/feed-signal.service.js';
import { Feed } from '../../record/feed/feed.service.js';
import { FeedChannel } from './feed-channel.js';
import { Follower } from './follower.js';
import type { StreamQuery } from './stream.dto.js';
import { markAt, ToldEvent } from './told-event.js';

// After these, who may listen and what they may be told is asked again before anything more is told.
const ABOUT_ACCESS = new Set([API_KEY_REVOKED, MEMBER_REMOVED, MEMBER_UPDATED].map(({ name }) => name));
// What changed without an event, such as a row that an operator changed by hand, is found within this time.
const CHECK_MS = 10_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Tells events to programs that stay connected, through any process, as soon as they are in the feed. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Streams.name);
  private readonly channels = new Map<string, FeedChannel>();
  private checking: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly telling: TellingRepository,
    private readonly feed: Feed,
    private readonly signal: FeedSignal,
    private readonly admissions: Admissions,
    private readonly open: OpenStreams,
  ) {}

  beforeApplicationShutdown(): void {
    clearInterval(this.checking);
  }

  /** Answers a request by the events that follow: from now, or after the last one that the caller has seen. */
  async follow(
    actor: Actor,
    query: StreamQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const filter = EventFilter.read(query.type);
    const after = startOf(query, request.headers['last-event-id']);
    if (after !== null) await this.feed.expectReached(actor.workspaceId, after);
    this.open.expectPlace();
    // Whoever asks for the head alone is not told anything.
    if (request.method === 'HEAD') return void reply.send();
    const credential = credentialOf(request.headers);
    const { expiresAt } = await this.admissions.anew(credential);
    const { position: head } = await this.feed.head(actor.workspaceId);
    const channel = this.channelOf(actor.workspaceId, head);
    const stream = this.open.open(reply);
    const follower = new Follower(stream, credential, filter, channel, actor, after ?? head);
    stream.mark = () => markAt(follower.position);
    stream.beat();
    channel.follow(follower);
    const expiry = this.endAt(expiresAt, follower);
    stream.whenClosed(() => {
      clearTimeout(expiry);
      channel.leave(follower);
      if (channel.followers.size === 0) this.channels.delete(actor.workspaceId);
    });
  }

  private channelOf(workspaceId: string, position: number): FeedChannel {
    this.start();
    const known = this.channels.get(workspaceId);
    if (known !== undefined) return known;
    const channel: FeedChannel = new FeedChannel(
      {
        read: async (after, limit, filter) =>
          (await this.telling.feed(this.database, { workspaceId }, { after, limit, filter })).map(
            (view) => new ToldEvent(view),
          ),
        before: async (events) => {
          if (events.some(({ type }) => ABOUT_ACCESS.has(type))) await this.check(channel);
        },
        failed: (error) => this.logger.warn(`events could not be told to streams: ${error.message}`),
      },
      EventFilter.read(undefined),
      position,
    );
    this.channels.set(workspaceId, channel);
    return channel;
  }

  private start(): void {
    if (this.checking !== undefined) return;
    this.checking = setInterval(() => this.checkAll(), CHECK_MS);
    this.admissions.whenChanged(() => this.checkAll());
    this.signal.whenMoved((moved) => {
      for (const id of moved?.workspaceIds ?? this.channels.keys())
        this.channels.get(id)?.moved(moved?.last ?? null);
    });
  }

  private checkAll(): void {
    for (const channel of this.channels.values()) {
      this.check(channel).catch((error: Error) =>
        this.logger.warn(`whether streams may go on was not asked: ${error.message}`),
      );
    }
  }

  /** Ends the streams of those who may not listen any more; the others are told what their role may see now. */
  private async check({ followers }: FeedChannel): Promise<void> {
    const credentials = new Set([...followers].map(({ credential }) => credential));
    await Promise.all(
      [...credentials].map(async (credential) => {
        const actor = await this.actorNow(credential);
        for (const follower of followers) {
          if (follower.credential !== credential) continue;
          if (actor === null) follower.stream.end();
          else follower.listener = actor;
        }
      }),
    );
  }

  private async actorNow(credential: string | undefined): Promise<Actor | null> {
    try {
      return (await this.admissions.anew(credential)).actor;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  private endAt(expiresAt: Date | null, { stream }: Follower): NodeJS.Timeout | undefined {
    if (expiresAt === null) return undefined;
    const ahead = Math.min(Math.max(expiresAt.getTime() - Date.now(), 0), LONGEST_TIMER_MS);
    return setTimeout(() => stream.end(), ahead);
  }
}

/** A reader that comes again says in the header where it stands, beside the address of its first request. */
function startOf({ after }: StreamQuery, lastEventId: string | string[] | undefined): number | null {
  if (lastEventId !== undefined && lastEventId !== '')
    return readPosition(String(lastEventId), 'Last-Event-ID');
  return after === undefined ? null : readPosition(after, 'after');
}

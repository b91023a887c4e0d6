import type { EventFilter } from '../../facts/telling/event-filter.js';
import type { Channel, Follower } from './follower.js';
import type { ToldEvent } from './told-event.js';

const AT_ONCE = 200;

/** What a channel needs of the rest of the room. */
export interface ChannelSource {
  read(after: number, limit: number, filter: EventFilter): Promise<ToldEvent[]>;
  /** Is shown each batch before anybody is told it. */
  before(events: readonly ToldEvent[]): Promise<void>;
  failed(error: Error): void;
}

/** Reads the feed of one workspace once for all streams of this process. */
export class FeedChannel implements Channel {
  /** All of them, also those that are behind. */
  readonly followers = new Set<Follower>();
  private readonly caughtUp = new Set<Follower>();
  private running = false;
  private wanted = false;
  /** As far as the feed of all workspaces is known to have come, and as far as that has been looked at. */
  private toldOf = 0;
  private lookedTo = 0;

  constructor(
    private readonly source: ChannelSource,
    private readonly everything: EventFilter,
    public position: number,
  ) {}

  read(after: number, limit: number, filter: EventFilter): Promise<ToldEvent[]> {
    return this.source.read(after, limit, filter);
  }

  follow(follower: Follower): void {
    this.followers.add(follower);
    this.catchUp(follower);
  }

  join(follower: Follower): void {
    if (this.followers.has(follower)) this.caughtUp.add(follower);
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
    this.caughtUp.delete(follower);
  }

  /** The feed has moved on to this position, or may have moved. It is told of a position twice, and looks once. */
  moved(last: number | null): void {
    if (last !== null && last <= this.lookedTo) return;
    this.toldOf = Math.max(this.toldOf, last ?? 0);
    this.wanted = true;
    if (this.running) return;
    this.running = true;
    this.advance()
      .catch((error: Error) => {
        this.lookedTo = 0;
        this.source.failed(error);
      })
      .finally(() => (this.running = false));
  }

  private async advance(): Promise<void> {
    while (this.wanted) {
      this.wanted = false;
      this.lookedTo = this.toldOf;
      const events = await this.source.read(this.position, AT_ONCE, this.everything);
      if (events.length === 0) continue;
      await this.source.before(events);
      this.position = events.at(-1)!.position;
      for (const follower of this.caughtUp) {
        if (follower.take(events)) continue;
        this.caughtUp.delete(follower);
        this.catchUp(follower);
      }
      if (events.length === AT_ONCE) this.wanted = true;
    }
  }

  private catchUp(follower: Follower): void {
    follower.catchUp().catch((error: Error) => {
      this.source.failed(error);
      // It comes again from where it stands.
      follower.stream.end();
    });
  }
}

import type { Actor } from '../../base/actor/actor.js';
import type { EventStream } from '../../base/http/event-stream.js';
import type { EventFilter } from '../../facts/telling/event-filter.js';
import type { ToldEvent } from './told-event.js';

const AT_ONCE = 50;

/** What reads the feed for all. */
export interface Channel {
  /** How far it has read. */
  readonly position: number;
  read(after: number, limit: number, filter: EventFilter): Promise<ToldEvent[]>;
  join(follower: Follower): void;
}

/**
 * One stream on its way through the feed. It is behind, and reads for itself what it missed, or it has caught up and
 * takes what its channel reads for all. One that does not take what it is sent is behind again: nothing is kept for it.
 */
export class Follower {
  constructor(
    readonly stream: EventStream,
    readonly credential: string | undefined,
    private readonly filter: EventFilter,
    private readonly channel: Channel,
    public listener: Actor,
    public position: number,
  ) {}

  /** Reads what it missed; joins the others when there is no more. */
  async catchUp(): Promise<void> {
    while (await this.stream.drained()) {
      const reached = this.channel.position;
      if (this.position >= reached) return this.channel.join(this);
      const events = await this.channel.read(this.position, AT_ONCE, this.filter);
      for (const event of events) if (!this.tell(event) && !(await this.stream.drained())) return;
      // All up to here was looked at; what its filter leaves out need not be looked at again.
      if (events.length < AT_ONCE) this.position = Math.max(this.position, reached);
    }
  }

  /** Takes what the channel has read; false when it cannot keep up. */
  take(events: readonly ToldEvent[]): boolean {
    for (const event of events) {
      if (event.position > this.position && !this.tell(event)) return false;
    }
    return true;
  }

  private tell(event: ToldEvent): boolean {
    this.position = event.position;
    return !this.filter.takes(event.type) || this.stream.send(event.blockFor(this.listener));
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { cursorAhead } from './feed.errors.js';
import { FeedRepository } from './feed.repository.js';
import { Sequencer } from './sequencer.js';

// A head that was read this long ago is read again. Together with the sequencer's sweep it keeps every polling
// answer less than a second behind commits of other processes.
const FRESH_MS = 400;

export interface FeedHead {
  position: number;
  /** When the last event of the workspace happened; null before its first. */
  at: Date | null;
}

/** How far the feed of a workspace has come. */
@Injectable()
export class Feed {
  private placements = 0;
  private readonly heads = new Map<string, { head: FeedHead; readAt: number }>();

  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly sequencer: Sequencer,
  ) {
    sequencer.whenPlaced(() => {
      this.placements += 1;
      this.heads.clear();
    });
  }

  /** Waits until what this process has committed is placed, so that no reader is told less than they wrote. */
  settled(): Promise<void> {
    return this.sequencer.settled();
  }

  /** The newest position of a workspace's feed; unchanged, it costs no query for a moment. */
  async head(workspaceId: string): Promise<FeedHead> {
    await this.settled();
    const known = this.fresh(workspaceId);
    if (known !== null) return known;
    const readAt = performance.now();
    const placements = this.placements;
    const head = await this.repository.head(this.database, workspaceId);
    // A head read while this process placed something may be older than that; it is not kept.
    if (placements === this.placements) this.heads.set(workspaceId, { head, readAt });
    return head;
  }

  /** Refuses a place that the feed has not come to: whoever went on from there would be told nothing of what comes before. */
  async expectReached(workspaceId: string, position: number): Promise<void> {
    if (position <= (await this.head(workspaceId)).position) return;
    // Another process may have placed more than this one has heard of.
    const { position: last } = await this.repository.head(this.database, workspaceId);
    if (position > last) throw cursorAhead(position, last);
  }

  /** What `head` would answer, when it need neither wait nor ask. */
  known(workspaceId: string): FeedHead | null {
    return this.sequencer.isSettled ? this.fresh(workspaceId) : null;
  }

  private fresh(workspaceId: string): FeedHead | null {
    const known = this.heads.get(workspaceId);
    return known !== undefined && performance.now() - known.readAt < FRESH_MS ? known.head : null;
  }
}

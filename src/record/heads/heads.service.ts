import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type Actor, system } from '../../base/actor/actor.js';
import { Settings } from '../../base/config/settings.js';
import { databaseNow } from '../../base/database/clock.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { GENESIS } from '../events/chain.js';
import { Events } from '../events/events.service.js';
import { chainLine, continueFeed, type HeadContent, type SignedHead, signHead } from './head.js';
import type { HistoryHead } from './head.entity.js';
import { headSigned } from './head.events.js';
import { presentHead, rowOf } from './head.presenter.js';
import { HeadsRepository } from './heads.repository.js';
import { readSigningKey } from './signing-key.js';

const PAGE = 10_000;

/** Makes the signed heads of the record, one for each workspace and day, and serves them. */
@Injectable()
export class HistoryHeads {
  private readonly logger = new Logger(HistoryHeads.name);

  constructor(
    private readonly database: Database,
    private readonly repository: HeadsRepository,
    private readonly events: Events,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  /** Makes what is due. After missed days one head covers them all: none is dated back. */
  async makeDue(): Promise<void> {
    for (const workspaceId of await this.repository.due(this.database)) {
      await this.make(workspaceId).catch((error: Error) =>
        this.logger.warn(`the head of the workspace ${workspaceId} was not made: ${error.message}`),
      );
    }
  }

  async list({ workspaceId }: Actor, query: PageQuery): Promise<Page<SignedHead>> {
    const before = readCursor(query.cursor, ['day'])?.[0] ?? null;
    return pageFrom(
      await this.repository.page(this.database, workspaceId, query.limit, before),
      query.limit,
      (head) => [head.day],
      presentHead,
    );
  }

  private async make(workspaceId: string): Promise<void> {
    // Most of a long feed is read before anything is locked; what comes meanwhile is left to the next head.
    const before = await this.repository.newest(this.database, workspaceId);
    const feed = await this.readFeed(workspaceId, before);
    await this.database.transaction(async (tx) => {
      const day = await this.repository.lock(tx, workspaceId);
      if (day === null) return;
      await this.repository.noteChains(tx, workspaceId, day);
      const key = this.settings.SIGNING_KEY === undefined ? null : readSigningKey(this.settings.SIGNING_KEY);
      const content: HeadContent = {
        format: 'second-source/history-head/1',
        workspaceId,
        day,
        madeAt: (await databaseNow(tx)).toISOString(),
        chains: await this.readChains(tx, workspaceId, day),
        feed,
        previous: before?.digest.toString('hex') ?? null,
      };
      const head = signHead(content, key?.privateKey ?? null, key?.publicKey ?? null);
      await this.repository.insert(tx, rowOf(head));
      await this.events.append(tx, system(workspaceId), [headSigned(head)]);
    });
  }

  private async readFeed(workspaceId: string, before: HistoryHead | null): Promise<HeadContent['feed']> {
    let digest = before?.feedDigest ?? GENESIS;
    let length = Number(before?.feedLength ?? 0);
    let position = Number(before?.feedPosition ?? 0);
    for (;;) {
      const page = await this.repository.feed(this.database, workspaceId, position, PAGE);
      for (const event of page) digest = continueFeed(digest, event.digest);
      length += page.length;
      position = page.at(-1)?.position ?? position;
      if (page.length < PAGE) return { length, position, digest: digest.toString('hex') };
    }
  }

  private async readChains(tx: Tx, workspaceId: string, day: string): Promise<HeadContent['chains']> {
    const list = createHash('sha256');
    let [count, events] = [0, 0];
    for (let after: string | null = null; ;) {
      const page = await this.repository.listed(tx, workspaceId, day, after, PAGE);
      for (const { chainId, length, head } of page) {
        list.update(chainLine(chainId, length, head));
        events += length;
      }
      count += page.length;
      if (page.length < PAGE) return { count, events, digest: list.digest('hex') };
      after = page.at(-1)!.chainId;
    }
  }
}

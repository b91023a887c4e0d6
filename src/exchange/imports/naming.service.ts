import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import { Sources } from '../../facts/sources/sources.service.js';
import { BatchSources, type MissingSource, namesIn } from './batch-sources.js';
import type { ImportedClaim } from './imported-claim.dto.js';

/** Finds the sources that rows name, and creates those that are not there. */
@Injectable()
export class Naming {
  constructor(private readonly sources: Sources) {}

  async find(tx: Tx, actor: Actor, rows: ImportedClaim[]): Promise<BatchSources> {
    return new BatchSources(await this.sources.named(tx, actor, namesIn(rows)));
  }

  /** Creates what accepted rows need; whatever somebody else has created meanwhile is found. */
  async create(tx: Tx, actor: Actor, sources: BatchSources): Promise<void> {
    await this.sources.lockNaming(tx, actor.workspaceId);
    const { missing } = sources;
    const there = await this.sources.named(
      tx,
      actor,
      missing.map(({ given }) => given.name),
    );
    for (const one of missing) {
      const parentId = one.parentKey === null ? null : sources.ofKey(one.parentKey);
      sources.made(one.key, there.get(one.key) ?? (await this.createOne(tx, actor, one, parentId)));
    }
  }

  private async createOne(tx: Tx, actor: Actor, { given }: MissingSource, parentId: string | null) {
    const { parent: _p, grade, kind, ...fields } = given;
    const { source } = await this.sources.createIn(tx, actor, { ...fields, kind: kind ?? 'other', parentId });
    if (grade) {
      const reason = grade.reason ?? 'As imported.';
      await this.sources.grade(actor, source.id, { reliability: grade.reliability, reason });
    }
    return source;
  }
}

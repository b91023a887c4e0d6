import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { databaseNow } from '../../base/database/clock.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, notFound, Problem } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { isSettled } from '../../facts/claims/claim.states.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import { PublicationContents } from './publication.contents.js';
import type { NewPublication, PublicationsQuery } from './publication.dto.js';
import type { Publication } from './publication.entity.js';
import {
  notPublishable,
  PUBLICATION_WITHDRAWN,
  publisherTookPart,
  verdictChanged,
} from './publication.errors.js';
import { publicationCreated, publicationWithdrawn } from './publication.events.js';
import { PublicationsRepository } from './publications.repository.js';

@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly repository: PublicationsRepository,
    private readonly contents: PublicationContents,
    private readonly claims: Claims,
    private readonly policies: Policies,
    private readonly events: Events,
  ) {}

  /** Tells the world the verdict as it stands; a claim that was published before needs a correction with it. */
  publish(actor: Actor, claimId: string, given: NewPublication): Promise<Publication> {
    return this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      const row = await this.draft(tx, actor, claim, given);
      if (claim.status === 'published') {
        const updated = await this.claims.update(tx, claim, claim);
        await this.repository.insert(tx, row);
        await this.events.append(tx, actor, [publicationCreated(updated, row)]);
      } else {
        await this.repository.insert(tx, row);
        await this.claims.move(tx, actor, claim, 'published', {}, null, [publicationCreated(null, row)]);
      }
      return row;
    });
  }

  /** The publication that these words would make now; refused as publishing them would be. Writes nothing. */
  check(actor: Actor, claimId: string, given: NewPublication): Promise<Publication> {
    return this.database.transaction(async (tx) =>
      this.draft(tx, actor, await this.claims.share(tx, actor.workspaceId, claimId), given),
    );
  }

  /** Takes a publication back. With the last one standing the claim is published no more, but decided. */
  withdraw(actor: Actor, id: string, reason: string): Promise<Publication> {
    return this.database.transaction(async (tx) => {
      const { claimId } = await this.expect(tx, actor, id);
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      const row = await this.expect(tx, actor, id);
      if (row.withdrawnAt !== null)
        throw new Problem(PUBLICATION_WITHDRAWN, 'It was withdrawn before. Nothing was changed.');
      const withdrawnAt = await databaseNow(tx);
      const taken = { withdrawnBy: actor.memberId, withdrawnAt, withdrawnReason: reason };
      await this.repository.withdraw(tx, id, taken);
      const isLast = claim.status === 'published' && (await this.repository.standing(tx, claimId)) === 0;
      if (isLast) {
        const told = publicationWithdrawn(null, row, taken);
        await this.claims.move(tx, actor, claim, 'decided', {}, reason, [told]);
      } else {
        const updated = await this.claims.update(tx, claim, claim);
        await this.events.append(tx, actor, [publicationWithdrawn(updated, row, taken)]);
      }
      return { ...row, ...taken };
    });
  }

  async list(actor: Actor, claimId: string, query: PublicationsQuery): Promise<Page<Publication>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    const after = readCursor(query.cursor, ['number']);
    const { workspaceId } = actor;
    const rows = await this.repository.ofClaim(this.database, workspaceId, claimId, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      ({ number }) => [String(number)],
      (row) => row,
    );
  }

  read(actor: Actor, id: string): Promise<Publication> {
    return this.expect(this.database, actor, id);
  }

  /** A claim's publication of this number; of none given the newest. */
  async ofClaim(actor: Actor, claimId: string, number: number | undefined): Promise<Publication> {
    const { workspaceId } = actor;
    await this.claims.find(this.database, workspaceId, claimId);
    const row =
      number === undefined
        ? await this.repository.newest(this.database, workspaceId, claimId)
        : await this.repository.numbered(this.database, workspaceId, claimId, number);
    if (row === null) throw notFound('publication of this claim');
    return row;
  }

  private async draft(tx: Tx, actor: Actor, claim: Claim, given: NewPublication): Promise<Publication> {
    const { verdict } = claim;
    if (!isSettled(claim.status) || verdict === null) throw notPublishable(claim.status);
    expectRead(claim, given.claimVersion);
    await this.expectMayPublish(tx, actor, claim, verdict.round);
    const before = await this.repository.newest(tx, claim.workspaceId, claim.id);
    return {
      id: uuid(),
      workspaceId: claim.workspaceId,
      claimId: claim.id,
      number: (before?.number ?? 0) + 1,
      title: given.title,
      summary: given.summary,
      language: given.language,
      url: given.url ?? null,
      correction: correctionOf(given, before),
      authors: given.authors ?? [],
      content: await this.contents.of(tx, claim, given.language),
      publishedBy: actor.memberId,
      publishedAt: await databaseNow(tx),
      withdrawnBy: null,
      withdrawnAt: null,
      withdrawnReason: null,
    };
  }

  private async expectMayPublish(tx: Tx, actor: Actor, claim: Claim, round: number): Promise<void> {
    const deciders = await this.repository.deciders(tx, claim.id, round);
    if (!deciders.has(actor.memberId)) return;
    const { publisherMayBeReviewer } = await this.policies.inForce(tx, actor.workspaceId);
    if (!publisherMayBeReviewer) throw publisherTookPart();
  }

  private async expect(reader: Database | Tx, actor: Actor, id: string): Promise<Publication> {
    const row = await this.repository.find(reader, actor.workspaceId, id);
    if (row === null) throw notFound('publication');
    return row;
  }
}

function expectRead({ version, verdict }: Claim, read: number | undefined): void {
  if (read === undefined) return;
  if (read > version)
    throw invalidField('claimVersion', `is ahead of the claim, which is at version ${version}`);
  if (verdict!.claimVersion > read) throw verdictChanged(verdict!.claimVersion);
}

function correctionOf({ correction }: NewPublication, before: Publication | null): string | null {
  const isGiven = correction !== undefined && correction !== null;
  if (before === null) {
    if (isGiven) throw invalidField('correction', 'must be left out: this claim was not published before');
    return null;
  }
  if (!isGiven)
    throw invalidField(
      'correction',
      `is needed: say what changed since publication ${before.number}, and why`,
    );
  return correction;
}

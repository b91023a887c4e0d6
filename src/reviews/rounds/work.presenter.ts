import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { notFound } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { type ClaimDto, type LeaseShownDto, presentClaim } from '../../facts/claims/claim.dto.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Recomputation } from '../../facts/statements/recomputation.service.js';
import {
  type AssignmentDto,
  type AssignmentsQuery,
  presentAssignment,
  type WorkDto,
} from './assignment.dto.js';
import { AssignmentsRepository, type LeaseRow } from './assignments.repository.js';
import type { AfterLease } from './leases.service.js';
import { isInQuestion, presentCause, ReReviews } from './re-reviews.service.js';
import type { AfterTake } from './taking.service.js';

/** Shows claims with who works on them now, and assignments. */
@Injectable()
export class WorkPresenter {
  constructor(
    private readonly database: Database,
    private readonly repository: AssignmentsRepository,
    private readonly recomputation: Recomputation,
    private readonly reReviews: ReReviews,
  ) {}

  async claim(actor: Actor, claim: Claim): Promise<ClaimDto> {
    return (await this.claims(actor, [claim]))[0]!;
  }

  async claims(actor: Actor, claims: Claim[]): Promise<ClaimDto[]> {
    const [stale, leases, causes] = await Promise.all([
      this.recomputation.staleAmong(this.database, actor.workspaceId, claims),
      this.leasesOn(actor, claims),
      this.reReviews.causesOf(this.database, actor.workspaceId, claims),
    ]);
    return claims.map((claim) =>
      presentClaim(claim, actor, {
        stale: stale.has(claim.id),
        leases: leases.filter(({ claimId }) => claimId === claim.id).map(presentLease),
        causes: isInQuestion(claim)
          ? causes.filter(({ claimId }) => claimId === claim.id).map(presentCause)
          : null,
      }),
    );
  }

  async work(actor: Actor, { assignmentId, claim }: AfterLease): Promise<WorkDto> {
    const assignment = await this.assignment(actor, assignmentId);
    return { assignment, claim: await this.claim(actor, claim) };
  }

  /** What was taken just now: its claim's other leases are all that is read again. */
  async taken(actor: Actor, { assignment, claim }: AfterTake): Promise<WorkDto> {
    return { assignment: presentAssignment(assignment, actor), claim: await this.claim(actor, claim) };
  }

  async assignment(actor: Actor, id: string): Promise<AssignmentDto> {
    const row = await this.repository.find(this.database, actor.workspaceId, id);
    if (row === null) throw notFound('assignment');
    return presentAssignment(row, actor);
  }

  async assignments(actor: Actor, query: AssignmentsQuery): Promise<Page<AssignmentDto>> {
    const filter = {
      memberId: query.mine === true ? actor.memberId : null,
      state: query.state ?? null,
      queueId: query.queueId ?? null,
    };
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.page(this.database, actor.workspaceId, filter, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.openedAt.toISOString(), row.id],
      (row) => presentAssignment(row, actor),
    );
  }

  // In these two states alone can a claim have somebody at work or an offer out.
  private leasesOn(actor: Actor, claims: Claim[]): Promise<LeaseRow[]> {
    const ids = claims.flatMap(({ id, status }) => (['queued', 'in_review'].includes(status) ? [id] : []));
    return ids.length === 0
      ? Promise.resolve([])
      : this.repository.leasesOn(this.database, actor.workspaceId, ids);
  }
}

function presentLease(lease: LeaseRow): LeaseShownDto {
  return {
    assignmentId: lease.assignmentId,
    slot: lease.slot,
    state: lease.state,
    member: { id: lease.memberId, name: lease.memberName },
    expiresAt: lease.expiresAt.toISOString(),
  };
}

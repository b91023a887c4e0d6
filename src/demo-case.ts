import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { MemberRow } from './access/members/members.repository.js';
import type { Actor } from './base/actor/actor.js';
import { pathOf } from './base/config/home.js';
import { Database } from './base/database/database.service.js';
import type { ClaimChange } from './facts/claims/claim.dto.js';
import { Claim } from './facts/claims/claim.entity.js';
import type { ClosedReason } from './facts/claims/claim.states.js';
import type { NewGrade, NewSource } from './facts/sources/source.dto.js';
import { Sources } from './facts/sources/sources.service.js';
import type { NewStatement } from './facts/statements/statement.dto.js';
import { Statements } from './facts/statements/statements.service.js';
import { Decisions } from './reviews/decisions/decisions.service.js';
import type { DecisionGiven } from './reviews/decisions/decision.dto.js';
import { Leases } from './reviews/rounds/leases.service.js';
import { Moving } from './reviews/rounds/moving.service.js';
import { Taking } from './reviews/rounds/taking.service.js';
import type { TransitionWanted } from './reviews/rounds/transition.dto.js';

interface CaseStatement extends Omit<NewStatement, 'sourceId'> {
  key: string;
  source: string;
  reportedBy?: string;
  basedOnStatement?: string;
  basedOnSource?: string;
}

type Verdict = Omit<DecisionGiven, 'token'>;
type Outcome = 'triage' | 'queued' | { closed: ClosedReason } | { decided: Verdict };

interface CaseClaim extends ClaimChange {
  key: string;
  externalId: string;
  text: string;
  language: string;
  claimant?: string;
  statements: CaseStatement[];
  then: Outcome;
}

interface Case {
  sources: (Omit<NewSource, 'parentId'> & { key: string; parent?: string; grade?: NewGrade })[];
  claims: CaseClaim[];
}

const CASE = pathOf('demo/kursk-2024-10-24.json');

/**
 * Loads the demo case through the services that the API uses. It goes on where an earlier load was cut off, and
 * leaves alone what is there.
 */
export class DemoCase {
  private readonly sourceIds = new Map<string, string>();
  private readonly statementIds = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly factChecker: Actor,
    private readonly reviewer: Actor,
  ) {}

  async load(): Promise<void> {
    const { sources, claims } = JSON.parse(readFileSync(CASE, 'utf8')) as Case;
    for (const source of sources) await this.enterSource(source);
    // The one that is taken through to a verdict goes first: then it is alone in the queue, and the next to take.
    const decidedFirst = [...claims].sort((a, b) => Number(isDecided(b.then)) - Number(isDecided(a.then)));
    for (const claim of decidedFirst) await this.enterClaim(claim);
  }

  private async enterSource({ key, parent, grade, ...fields }: Case['sources'][number]): Promise<void> {
    const sources = this.get(Sources);
    const { items } = await sources.list(this.factChecker, { name: fields.name, limit: 1 });
    const parentId = parent === undefined ? null : this.sourceIds.get(parent)!;
    const source = items[0] ?? (await sources.create(this.factChecker, { ...fields, parentId })).source;
    this.sourceIds.set(key, source.id);
    if (grade !== undefined && source.reliability === null)
      await sources.grade(this.factChecker, source.id, grade);
  }

  private async enterClaim({
    key: _key,
    claimant,
    statements,
    then,
    ...fields
  }: CaseClaim & { expect?: unknown }) {
    const { expect: _expect, ...given } = fields;
    const { workspaceId } = this.factChecker;
    const known = await this.get(Database)
      .repository(Claim)
      .findOneBy({ workspaceId, externalId: given.externalId });
    const claimantId = claimant === undefined ? undefined : this.sourceIds.get(claimant)!;
    const claim =
      known ?? (await this.get(Statements).submitClaim(this.factChecker, { ...given, claimantId }));
    await this.recordStatements(claim.id, statements);
    if (known === null || isAsEntered(known, statements.length)) return this.settle(claim.id, then);
    if (isDecided(then) && isAsQueued(known, statements.length)) await this.decide(claim.id, then.decided);
  }

  private async recordStatements(claimId: string, statements: CaseStatement[]): Promise<void> {
    const service = this.get(Statements);
    const { items: recorded } = await service.ofClaim(this.factChecker, claimId, { limit: 200 });
    for (const [i, statement] of statements.entries()) {
      const { id } =
        recorded[i] ?? (await service.record(this.factChecker, claimId, this.statementOf(statement)));
      this.statementIds.set(statement.key, id);
    }
  }

  private statementOf(given: CaseStatement): NewStatement {
    const { key: _key, source, reportedBy, basedOnStatement, basedOnSource, ...fields } = given;
    const id = (key: string | undefined, ids: Map<string, string>) =>
      key === undefined ? undefined : ids.get(key)!;
    return {
      ...fields,
      sourceId: this.sourceIds.get(source)!,
      reportedById: id(reportedBy, this.sourceIds),
      basedOnStatementId: id(basedOnStatement, this.statementIds),
      basedOnSourceId: id(basedOnSource, this.sourceIds),
    };
  }

  private async settle(claimId: string, then: Outcome): Promise<void> {
    if (then === 'triage') return;
    if (then === 'queued') return this.move(claimId, { to: 'queued' });
    if ('closed' in then) return this.move(claimId, { to: 'closed', reason: then.closed });
    await this.move(claimId, { to: 'queued' });
    await this.decide(claimId, then.decided);
  }

  private async move(claimId: string, wanted: TransitionWanted): Promise<void> {
    await this.get(Moving).move(this.factChecker, claimId, 'any', wanted);
  }

  private async decide(claimId: string, verdict: Verdict): Promise<void> {
    const taken = await this.get(Taking).next(this.reviewer, null);
    if (taken === null) return;
    const { id, token } = taken.assignment;
    if (taken.claim.id !== claimId) return void (await this.get(Leases).release(this.reviewer, id, token!));
    await this.get(Decisions).decide(this.reviewer, id, {
      ...verdict,
      token: token!,
      citedStatements: (verdict.citedStatements ?? []).map((key) => this.statementIds.get(key)!),
    });
  }

  private get<T>(room: new (...args: never[]) => T): T {
    return this.app.get(room, { strict: false });
  }
}

/** Whether nobody has moved or edited it: each statement has raised its version by one, and nothing else has. */
function isAsEntered({ status, version }: Claim, statements: number): boolean {
  return status === 'triage' && version <= 1 + statements;
}

/** Whether all that was done since is that it was queued. */
function isAsQueued({ status, version }: Claim, statements: number): boolean {
  return status === 'queued' && version === 2 + statements;
}

function isDecided(then: Outcome): then is { decided: Verdict } {
  return typeof then === 'object' && 'decided' in then;
}

export function actorOf({ workspaceId, id, role, name, languages, skills }: MemberRow): Actor {
  return { workspaceId, memberId: id, role, name, languages, skills };
}

import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Members } from '../../access/members/members.service.js';
import { mayDo } from '../../access/permissions.js';
import { type Actor, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { INVALID, Problem } from '../../base/errors/problem.js';
import { RequestValidation } from '../../base/http/validation.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { sharePlacements } from '../../record/workspaces/placement-lock.js';
import { type Entered, Entering } from './entering.service.js';
import { EnteringReviews } from './entering-reviews.service.js';
import type { Import } from './import.entity.js';
import { importFailed, importFinished, importProgressed } from './import.events.js';
import { ImportedClaim } from './imported-claim.dto.js';
import { ImportsRepository, type RowDone } from './imports.repository.js';
import type { ReviewLine } from './reading.js';

const ROWS_AT_ONCE = 25;
const HELD_SECONDS = 15;
/** So long one run works before it lets others have the machine; the next run goes on where it ended. */
const RUN_MS = 5000;
const TOLD_EVERY = 1000;

class Undone extends Error {}

/** Works through the rows of an import, in one process at a time; what a run has done stands, and is never done twice. */
@Injectable()
export class ImportWork {
  private readonly logger = new Logger(ImportWork.name);
  private readonly validation = new RequestValidation();

  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly members: Members,
    private readonly entering: Entering,
    private readonly external: EnteringReviews,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** Answers whether rows are left. */
  async run(id: string): Promise<boolean> {
    const runner = uuid();
    if (!(await this.repository.takeUp(this.database, id, runner, HELD_SECONDS))) return false;
    const until = performance.now() + RUN_MS;
    try {
      let left = true;
      while (left && performance.now() < until) left = await this.step(id, runner);
      return left;
    } finally {
      await this.repository.letGo(this.database, id, runner);
    }
  }

  private async step(id: string, runner: string): Promise<boolean> {
    try {
      return await this.batch(id, runner, ROWS_AT_ONCE);
    } catch (error) {
      this.logger.warn(`rows of the import ${id} are tried one by one: ${(error as Error).message}`);
      return this.batch(id, runner, 1);
    }
  }

  private batch(id: string, runner: string, size: number): Promise<boolean> {
    return this.database.asOne(async (tx) => {
      const held = await this.repository.holding(tx, id, runner, HELD_SECONDS);
      if (held === null) return false;
      const actor = await this.importer(tx, held);
      if (actor === null) {
        const failed = await this.repository.end(tx, id, 'Whoever sent it may not import claims any more.');
        await this.events.append(tx, system(held.workspaceId), [importFailed(failed)]);
        return false;
      }
      const rows = await this.repository.next(tx, id, size);
      const read = rows.map(({ number, line }) => ({ number, given: parsed(line) }));
      await sharePlacements(tx, actor.workspaceId);
      await this.claims.lockByExternalId(
        tx,
        actor.workspaceId,
        read.flatMap(({ given }) => externalIdOf(given) ?? []),
      );
      const done: RowDone[] = [];
      for (const { number, given } of read) done.push(await this.row(actor, held, number, given, size === 1));
      const after = await this.repository.finishRows(tx, id, done);
      const last = rows.length < size;
      const handled = (row: Import) => row.created + row.updated + row.unchanged + row.refused;
      if (last)
        await this.events.append(tx, actor, [importFinished(await this.repository.end(tx, id, null))]);
      else if (Math.floor(handled(after) / TOLD_EVERY) > Math.floor(handled(held) / TOLD_EVERY))
        await this.events.append(tx, actor, [importProgressed(after)]);
      return !last;
    });
  }

  private async importer(tx: Tx, { workspaceId, memberId }: Import): Promise<Actor | null> {
    const member = await this.members.exists(tx, workspaceId, memberId);
    if (member === null || !mayDo(member, 'claim.import')) return null;
    return { ...member, workspaceId, memberId, name: member.name ?? '' };
  }

  private async row(
    actor: Actor,
    of: Import,
    number: number,
    given: unknown,
    alone: boolean,
  ): Promise<RowDone> {
    const externalId = externalIdOf(given);
    const nothing = { number, externalId, claimId: null, code: null, errors: [], warnings: [] };
    try {
      if (of.format !== 'ndjson' && isReview(given)) {
        const { outcome, claimId, warnings } = await this.enter(of, () =>
          this.external.enter(actor, given as ReviewLine),
        );
        return {
          ...nothing,
          outcome,
          claimId: of.dryRun && outcome === 'created' ? null : claimId,
          warnings,
        };
      }
      const row = await this.read(given);
      if (of.dryRun && externalId !== null && (await this.stoodBefore(of, number, externalId)))
        return { ...nothing, outcome: 'updated', warnings: [REPEATED] };
      const { outcome, claimId, warnings } = await this.enter(of, () => this.entering.enter(actor, row));
      return { ...nothing, outcome, claimId: of.dryRun && outcome === 'created' ? null : claimId, warnings };
    } catch (error) {
      if (error instanceof Problem && error.kind.status < 500) {
        const errors = error.more.errors ?? [{ path: '', message: error.detail }];
        return { ...nothing, outcome: 'refused', code: error.kind.code, errors };
      }
      if (!alone || isPassing(error)) throw error;
      this.logger.error(error, `the row ${number} of the import ${of.id} could not be entered`);
      const message = 'Something went wrong on our side with this row. Send it again by itself.';
      return { ...nothing, outcome: 'refused', code: 'server.fault', errors: [{ path: '', message }] };
    }
  }

  /** As a part of its own, so that a row that is refused leaves nothing behind; in a dry run none does. */
  private async enter({ dryRun }: Import, act: () => Promise<Entered>): Promise<Entered> {
    if (!dryRun) return this.database.transaction(act);
    let entered: Entered;
    try {
      await this.database.transaction(async () => {
        entered = await act();
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
    return entered!;
  }

  private stoodBefore({ id }: Import, number: number, externalId: string): Promise<boolean> {
    return this.repository.earlier(this.database, id, number, externalId);
  }

  private read(given: unknown): Promise<ImportedClaim> {
    if (given instanceof SyntaxError) throw unreadable(given);
    const { exported: _e, ...fields } = { ...(given as Record<string, unknown>) };
    const body =
      typeof given === 'object' && given !== null && !Array.isArray(given)
        ? withoutRecordedAt(fields)
        : given;
    return this.validation.transform(body, {
      type: 'body',
      metatype: ImportedClaim,
    }) as Promise<ImportedClaim>;
  }
}

const REPEATED = {
  code: 'external_id.repeated',
  path: 'externalId',
  message: 'stands in an earlier row too; whether this row changes anything more shows when it is imported',
};

/** What an export says of when it was recorded there is no field of a row. */
function withoutRecordedAt(fields: Record<string, unknown>): Record<string, unknown> {
  const { statements } = fields;
  if (!Array.isArray(statements)) return fields;
  const plain = statements.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) return one;
    const { recordedAt: _r, movedFrom: _m, ...said } = one as Record<string, unknown>;
    return said;
  });
  return { ...fields, statements: plain };
}

/** A row that the reader of reviews has made; of NDJSON the caller makes the rows. */
function isReview(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'found' in given;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    return error;
  }
}

function unreadable(error: SyntaxError): Problem {
  return new Problem({ ...INVALID, code: 'row.unreadable' }, `The row is no JSON: ${error.message}`);
}

function externalIdOf(given: unknown): string | null {
  const id = (given as Record<string, unknown> | null)?.['externalId'];
  return typeof id === 'string' ? id : null;
}

/** Classes of SQLSTATE that say nothing of the row: no connection, a lock not had in time, a circle. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** Whether it may go well at another time. */
function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && PASSING.includes(code.slice(0, 2));
}

import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Members } from '../../access/members/members.service.js';
import { mayDo } from '../../access/permissions.js';
import { type Actor, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { INTERNAL, Problem } from '../../base/errors/problem.js';
import { Events } from '../../record/events/events.service.js';
import { BatchWork } from './batch-work.service.js';
import type { Import, ImportFormat } from './import.entity.js';
import { importFailed, importFinished, importProgressed } from './import.events.js';
import { ImportsRepository, type RowDone } from './imports.repository.js';
import { type ReadRow, readRows } from './row-reading.js';
import { RowsAhead } from './rows-ahead.js';

const ROWS_AT_ONCE = 200;
const HELD_SECONDS = 15;
/** So long one run works before it lets others have the machine; the next run goes on where it ended. */
const RUN_MS = 5000;
const TOLD_EVERY = 1000;
/** Rows that cannot be written together are tried again in parts so many times smaller. */
const SMALLER = 8;

/**
 * Rows after which the planner looks again at what they have filled. What a connection planned for empty tables it
 * keeps until then, and reads whole tables by it (measured: 15 times as long after 4,000 rows). The database itself
 * looks once a minute, which is often enough from then on.
 */
const LOOK_AGAIN_AT = [200, 1000, 5000, 25_000];

interface Run {
  id: string;
  runner: string;
  ahead: RowsAhead;
}

interface Batch {
  left: boolean;
  from: number;
  to: number;
  /** The number of its last row. */
  last: number;
}
const NOTHING: Batch = { left: false, from: 0, to: 0, last: 0 };

type Work = (tx: Tx, actor: Actor, of: Import, rows: ReadRow[]) => Promise<RowDone[]>;

/** Works through the rows of an import, in one process at a time; what a run has done stands, and is never done twice. */
@Injectable()
export class ImportWork {
  private readonly logger = new Logger(ImportWork.name);

  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly members: Members,
    private readonly batches: BatchWork,
    private readonly events: Events,
  ) {}

  /** Answers whether rows are left. */
  async run(id: string): Promise<boolean> {
    const runner = uuid();
    if (!(await this.repository.takeUp(this.database, id, runner, HELD_SECONDS))) return false;
    const until = performance.now() + RUN_MS;
    try {
      const { format } = await this.repository.get(this.database, id);
      const ahead = new RowsAhead((after, size) => this.read(id, format, after, size));
      let left = true;
      for (let size = ROWS_AT_ONCE; left && performance.now() < until;)
        [left, size] = await this.step({ id, runner, ahead }, size);
      return left;
    } finally {
      await this.repository.letGo(this.database, id, runner);
    }
  }

  /** On another connection than the transaction under way. */
  private read(id: string, format: ImportFormat, after: number, size: number): Promise<ReadRow[]> {
    return this.database.apart(async () =>
      readRows(await this.repository.next(this.database, id, after, size), format),
    );
  }

  /** Enters so many rows; when they cannot be written, fewer are tried, until it is clear which one is at fault. */
  private async step(run: Run, size: number): Promise<[boolean, number]> {
    const work: Work = (...batch) => this.batches.work(...batch);
    try {
      return [await this.batch(run, size, work), Math.min(ROWS_AT_ONCE, size * 2)];
    } catch (error) {
      if (size > 1) {
        this.logger.warn(
          `rows of the import ${run.id} are tried in smaller parts: ${(error as Error).message}`,
        );
        return [true, Math.ceil(size / SMALLER)];
      }
      if (isPassing(error)) throw error;
      this.logger.error(error, `a row of the import ${run.id} could not be entered`);
      return [await this.batch(run, 1, leftOut), ROWS_AT_ONCE];
    }
  }

  private async batch(run: Run, size: number, work: Work): Promise<boolean> {
    const { left, from, to, last } = await this.inOne(run, size, work);
    run.ahead.finished(last);
    if (LOOK_AGAIN_AT.some((rows) => from < rows && rows <= to)) await this.repository.analyse(this.database);
    return left;
  }

  private inOne({ id, runner, ahead }: Run, size: number, work: Work): Promise<Batch> {
    return this.database.asOne(async (tx) => {
      const held = await this.repository.holding(tx, id, runner, HELD_SECONDS);
      if (held === null) return NOTHING;
      const actor = await this.importer(tx, held);
      if (actor === null) {
        const failed = await this.repository.end(tx, id, 'Whoever sent it may not import claims any more.');
        await this.events.append(tx, system(held.workspaceId), [importFailed(failed)]);
        return NOTHING;
      }
      const rows = await ahead.take(size);
      const done = rows.length === 0 ? [] : await work(tx, actor, held, rows);
      const after = await this.repository.finishRows(tx, id, done);
      const [from, to] = [handled(held), handled(after)];
      if (to === after.received) {
        const ended = await this.repository.end(tx, id, null);
        await this.events.append(tx, actor, [importFinished(ended)]);
        return { left: false, from, to, last: 0 };
      }
      if (Math.floor(to / TOLD_EVERY) > Math.floor(from / TOLD_EVERY))
        await this.events.append(tx, actor, [importProgressed(after)]);
      return { left: true, from, to, last: done.at(-1)?.number ?? 0 };
    });
  }

  private async importer(tx: Tx, { workspaceId, memberId }: Import): Promise<Actor | null> {
    const member = await this.members.exists(tx, workspaceId, memberId);
    if (member === null || !mayDo(member, 'claim.import')) return null;
    return { ...member, workspaceId, memberId, name: member.name ?? '' };
  }
}

function handled({ created, updated, unchanged, refused }: Import): number {
  return created + updated + unchanged + refused;
}

/** Refuses rows that cannot be entered though nothing is wrong with them. */
function leftOut(_tx: Tx, _actor: Actor, _of: Import, rows: ReadRow[]): Promise<RowDone[]> {
  const message = 'Something went wrong on our side with this row. Send it again by itself.';
  const errors = [{ path: '', message }];
  const nothing = { externalId: null, claimId: null, warnings: [] };
  const refused = { ...nothing, outcome: 'refused', code: INTERNAL.code, errors } as const;
  return Promise.resolve(rows.map(({ number }) => ({ ...refused, number })));
}

/** Classes of SQLSTATE that say nothing of the row: no connection, a lock not had in time, a circle. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** Whether it may go well at another time. */
function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && PASSING.includes(code.slice(0, 2));
}

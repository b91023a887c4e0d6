import { Injectable } from '@nestjs/common';
import { selectList } from '../../base/database/select-list.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { CheckOutcome } from '../evidence/evidence.entity.js';
import { Capture } from './capture.entity.js';

/** An item whose link is to be looked at now. */
export interface DueLook {
  id: string;
  workspaceId: string;
  claimId: string;
  url: string;
  askedBy: string | null;
}

const NOW = `date_trunc('milliseconds', clock_timestamp())`;
/** Of an item's earlier looks so many say when the next one is. */
const REMEMBERED = 12;

@Injectable()
export class CapturesRepository {
  /**
   * Items that are due, those first that have waited longest. Nobody else looks at them meanwhile, and somebody does
   * should this process die.
   */
  takeUp(reader: Reader, limit: number, minutes: number): Promise<DueLook[]> {
    return reader.query(
      `update evidence set look_until = ${NOW} + make_interval(mins => $2)
        where id in (select id from evidence
                      where check_at <= clock_timestamp() and (look_until is null or look_until < clock_timestamp())
                      order by check_at limit $1 for update skip locked)
       returning id, workspace_id as "workspaceId", claim_id as "claimId", url, check_asked_by as "askedBy"`,
      [limit, minutes],
    );
  }

  /** What was taken up is due again after so many minutes, by no fault of the link. */
  async putOff(reader: Reader, { id }: DueLook, minutes: number): Promise<void> {
    await reader.query(
      `update evidence set look_until = null, check_at = ${NOW} + make_interval(mins => $2)
        where id = $1 and check_at is not null`,
      [id, minutes],
    );
  }

  /** What was taken up is due again, since nobody looked. */
  async giveBack(reader: Reader, { id }: DueLook): Promise<void> {
    await reader.query('update evidence set look_until = null where id = $1', [id]);
  }

  /** Wants a look now. The caller has locked the claim. */
  async ask(tx: Tx, id: string, memberId: string): Promise<void> {
    await tx.query(`update evidence set check_at = ${NOW}, check_asked_by = $2 where id = $1`, [
      id,
      memberId,
    ]);
  }

  /** How an item's looks went, the newest first. */
  async outcomes(tx: Tx, workspaceId: string, evidenceId: string): Promise<CheckOutcome[]> {
    const rows = await tx.query<{ outcome: CheckOutcome }>(
      'select outcome from captures where workspace_id = $1 and evidence_id = $2 order by number desc limit $3',
      [workspaceId, evidenceId, REMEMBERED],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** The newest look at an item that found bytes; null where none did. */
  async newestKept(reader: Reader, workspaceId: string, evidenceId: string): Promise<Capture | null> {
    const [row] = await reader.query<Capture>(
      `select ${selectList(reader.repository(Capture).metadata)} from captures
        where workspace_id = $1 and evidence_id = $2 and file_id is not null order by number desc limit 1`,
      [workspaceId, evidenceId],
    );
    return row ?? null;
  }

  async insert(tx: Tx, capture: Omit<Capture, 'number'>): Promise<Capture> {
    const [{ number }] = (await tx.query<{ number: number }>(
      'select coalesce(max(number), 0) + 1 as number from captures where workspace_id = $1 and evidence_id = $2',
      [capture.workspaceId, capture.evidenceId],
    )) as [{ number: number }];
    const row = { ...capture, number };
    await tx.repository(Capture).insert(row);
    return row;
  }

  /**
   * Notes on the item what came of a look, and when the next one is; `inMs` null: never. Who has wanted one since this
   * one began gets it.
   */
  async note(
    tx: Tx,
    { askedBy }: DueLook,
    { evidenceId, outcome, finishedAt }: Pick<Capture, 'evidenceId' | 'outcome' | 'finishedAt'>,
    inMs: number | null,
  ): Promise<void> {
    await tx.query(
      `update evidence e set last_outcome = $2, last_check_at = $3, look_until = null,
              check_asked_by = case when wanted.again then e.check_asked_by end,
              check_at = case when e.gone_at is not null then null when wanted.again then e.check_at
                              else ${NOW} + make_interval(secs => $4::float8 / 1000) end
         from (select check_asked_by is distinct from $5 and check_asked_by is not null as again
                 from evidence where id = $1) wanted
        where e.id = $1`,
      [evidenceId, outcome, finishedAt, inMs, askedBy],
    );
  }

  find(reader: Reader, workspaceId: string, id: string): Promise<Capture | null> {
    return reader.repository(Capture).findOneBy({ workspaceId, id });
  }

  /** All looks at an item, in their order. */
  all(reader: Reader, workspaceId: string, evidenceId: string): Promise<Capture[]> {
    return reader.repository(Capture).find({ where: { workspaceId, evidenceId }, order: { number: 'ASC' } });
  }

  /** Some of them, the newest first. */
  page(
    reader: Reader,
    workspaceId: string,
    evidenceId: string,
    limit: number,
    before: number | null,
  ): Promise<Capture[]> {
    return reader.query(
      `select ${selectList(reader.repository(Capture).metadata)} from captures
        where workspace_id = $1 and evidence_id = $2 and ($3::int is null or number < $3)
        order by number desc limit $4`,
      [workspaceId, evidenceId, before, limit],
    );
  }
}

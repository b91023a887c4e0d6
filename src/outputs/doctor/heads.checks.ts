import type pg from 'pg';
import type { Settings } from '../../base/config/settings.js';
import { readSigningKey } from '../../record/heads/signing-key.js';
import { rows } from './connecting.js';
import { counted, type Finding, ok, problem, warning } from './finding.js';

const CHECK = 'daily heads';
const MADE_WITHIN = `interval '1 hour'`;
const YESTERDAY = `((clock_timestamp() at time zone 'UTC')::date - 1)`;

interface HeadsRow {
  late: number;
  heads: number;
  unsigned: number;
  strange: number;
}

/** A worker makes one for each workspace after each UTC day; the newest says whether they are signed now. */
export async function examineHeads(db: pg.Client, { SIGNING_KEY }: Settings): Promise<Finding[]> {
  const key = SIGNING_KEY === undefined ? null : readSigningKey(SIGNING_KEY);
  const [row] = await rows<HeadsRow>(
    db,
    `select count(*) filter (where (w.created_at at time zone 'UTC')::date <= ${YESTERDAY}
                               and coalesce(h.day < ${YESTERDAY}, true)
                               and (clock_timestamp() at time zone 'UTC')::time > ${MADE_WITHIN})::int as late,
            count(h.day)::int as heads,
            count(*) filter (where h.day is not null and h.signature is null)::int as unsigned,
            count(*) filter (where h.public_key <> $1)::int as strange
       from workspaces w
       left join lateral (
         select day, signature, public_key from history_heads where workspace_id = w.id order by day desc limit 1
       ) h on true`,
    [key?.publicKey ?? null],
  );
  const { late, heads, unsigned, strange } = row!;
  if (late > 0) {
    return [
      problem(
        CHECK,
        `${counted(late, 'workspace')} ${late === 1 ? 'has' : 'have'} none for the day that ended last: what is taken out of the record meanwhile does not show.`,
        'Start a worker (ROLE=worker or all) if none runs. If one does, its log says "the head of the workspace … was not made" and why.',
      ),
    ];
  }
  if (heads === 0) return [ok(CHECK, 'There are none yet; the first comes after the first whole UTC day.')];
  if (unsigned > 0 && key === null) {
    return [
      warning(
        CHECK,
        'They are not signed: whoever owns the database can make them anew.',
        'Make a key with "second-source signing-key create <file>" and set SIGNING_KEY_FILE for the workers.',
      ),
    ];
  }
  if (strange > 0) {
    return [
      warning(
        CHECK,
        `The newest of ${counted(strange, 'workspace')} is signed with another key than SIGNING_KEY.`,
        'Set the same key for every worker. After a change on purpose keep the old public key beside the new one, to check older heads with.',
      ),
    ];
  }
  return [ok(CHECK, 'They are made and signed.')];
}

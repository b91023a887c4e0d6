import type { Json } from '../../setup/workspace.js';
import type { Newsroom } from './newsroom.js';

/** An event as it was written; what its data holds depends on its type. */
export interface Happening {
  id: string;
  type: string;
  actorId: string | null;
  subjectId: string;
  claimId: string | null;
  data: Json;
}

/** A line of the ledger. Times are milliseconds of the database's clock. */
export interface Line {
  id: number;
  assignmentId: string;
  entry: string;
  at: number;
  byMember: string | null;
  expiresAt: number | null;
}

export interface ClaimRow {
  id: string;
  status: string;
  corroboration: string;
  version: number;
  enteredBy: string;
  heldFrom: string | null;
  /** Whether it is held until a moment that has passed. */
  resumes: boolean;
  verdict: Json;
}

export interface RoundRow {
  id: string;
  claimId: string;
  queueId: string;
  state: string;
  stalled: boolean;
}

export interface SlotRow {
  id: string;
  roundId: string;
  queueId: string;
  number: number;
  state: string;
  token: number;
  rank: number;
}

export interface TurnRow {
  id: string;
  state: string;
  token: number | null;
  expiresAt: number;
  endedAt: number | null;
}

/** What was written since the books were read last, and all rows as they stand now. */
export interface Books {
  events: Happening[];
  ledger: Line[];
  claims: ClaimRow[];
  rounds: RoundRow[];
  slots: SlotRow[];
  turns: TurnRow[];
  decisions: number;
  now: number;
}

const ms = (time: string) => `round(extract(epoch from ${time}) * 1000)::bigint`;

/** One statement, hence one moment. */
const READ = `
  with own_rounds as materialized (select * from rounds where claim_id = any($2::uuid[]))
  select json_build_object(
    'events', (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'actorId', e.actor_id,
                 'subjectId', e.subject_id, 'claimId', e.claim_id, 'data', c.data) order by e.id), '[]')
       from events e join event_contents c on c.workspace_id = e.workspace_id and c.event_id = e.id
      where e.workspace_id = $1 and e.id > $3),
    'ledger', (select coalesce(json_agg(json_build_object('id', l.id, 'assignmentId', l.assignment_id,
                 'entry', l.entry, 'at', ${ms('l.at')}, 'byMember', l.by_member,
                 'expiresAt', ${ms('l.expires_at')}) order by l.id), '[]')
       from assignment_ledger l where l.workspace_id = $1 and l.id > $4),
    'claims', (select json_agg(json_build_object('id', id, 'status', status, 'corroboration', corroboration,
                 'version', version, 'enteredBy', created_by, 'heldFrom', held_from,
                 'resumes', coalesce(hold_until <= clock_timestamp(), false), 'verdict', verdict) order by id)
       from claims where id = any($2::uuid[])),
    'rounds', (select coalesce(json_agg(json_build_object('id', id, 'claimId', claim_id, 'queueId', queue_id, 'state', state,
                 'stalled', stalled_at is not null)), '[]') from own_rounds),
    'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'roundId', s.round_id, 'queueId', s.queue_id,
                'number', s.number, 'state', s.state, 'token', s.token, 'rank', ${ms('s.rank')})), '[]')
       from own_rounds r cross join lateral (select * from slots where round_id = r.id offset 0) s),
    'turns', (select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state, 'token', a.token,
                'expiresAt', ${ms('a.expires_at')}, 'endedAt', ${ms('a.ended_at')})), '[]')
       from assignments a where a.workspace_id = $1),
    'decisions', (select count(*) from decisions where workspace_id = $1),
    'now', ${ms('clock_timestamp()')}) as books`;

/** Reads what stands in the database of a newsroom, without asking the product. */
export class BookReader {
  private lastEvent = '00000000-0000-0000-0000-000000000000';
  private lastLine = 0;

  constructor(private readonly newsroom: Newsroom) {}

  async read(): Promise<Books> {
    const { desk, workspaceId, claimIds } = this.newsroom;
    const [row] = await desk.prepared<{ books: Books }>('books', READ, [
      workspaceId,
      claimIds,
      this.lastEvent,
      this.lastLine,
    ]);
    const { books } = row!;
    this.lastEvent = books.events.at(-1)?.id ?? this.lastEvent;
    this.lastLine = books.ledger.at(-1)?.id ?? this.lastLine;
    return books;
  }
}

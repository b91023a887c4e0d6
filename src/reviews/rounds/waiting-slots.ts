import type { Mode } from '../queues/queue.entity.js';
import { hasStated } from './reviewers.repository.js';
import { NOTED_AT_MOST } from './round.entity.js';

/*
 * Conditions on waiting slots, for a statement with the workspace as $1, the taker as $3 and as $4 whether the policy
 * lets members review what they entered. See docs/decisions/0006.
 */

/** So many slots at the head are looked at one by one. */
const AT_THE_HEAD = 64;

/** What the slot's own row says: whoever stands in it is left out. */
function isOpen(slot: string, returned: boolean): string {
  const came = `$3 = any (${slot}.returned)`;
  return `($4 or $3 <> all (${slot}.authors)) and $3 <> all (${slot}.finished)
    and ${returned ? `(${came} or cardinality(${slot}.returned) = ${NOTED_AT_MOST})` : `not ${came}`}`;
}

/**
 * Which slots s a member may be given. The row rules out most of the others; the lookups, which are the rule itself,
 * go by index into the claim's few statements and this member's few turns on it.
 */
export function eligible(returned: boolean): string {
  const barring = returned
    ? `(a.state in ('offered', 'leased', 'held', 'submitted') or a.ended_at > clock_timestamp() - interval '5 minutes')`
    : 'true';
  return `s.workspace_id = $1 and s.mode = 'pull' and s.state = 'waiting' and ${isOpen('s', returned)}
    and ($4 or s.entered_by <> $3 and ${hasStated('s.claim_id', '$3')} is not true)
    and not exists (
      select 1 from assignments a
       where a.claim_id = s.claim_id and a.member_id = $3
         and (a.state = 'declined' or a.round_id = s.round_id and ${barring}))`;
}

function waiting(slot: string, needs: string, mode: Mode = 'pull'): string {
  return `${slot}.workspace_id = $1 and ${slot}.needs_id = ${needs} and ${slot}.mode = '${mode}' and ${slot}.state = 'waiting'`;
}

const KIND = ['authors', 'finished', 'returned'];

function kindOf(slot: string): string {
  return KIND.map((column) => `${slot}.${column}`).join(', ');
}

/**
 * What waits in a queue by the same needs, as a table kinds (authors, finished, returned) for "with recursive". From one kind to the next
 * it is one step in the index.
 */
export function kinds(needs: string, mode: Mode): string {
  const of = kindOf('w');
  return `kinds as (
      (select ${of} from slots w where ${waiting('w', needs, mode)} order by ${of} limit 1)
      union all
      select next.* from kinds k
       cross join lateral (
         select ${of} from slots w where ${waiting('w', needs, mode)} and (${of}) > (${kindOf('k')})
          order by ${of} limit 1
       ) next
    )`;
}

/** Whether the sets of the kind k leave a member in; whoever gave it back may have it again in time. */
export function isNotOfKind(member: string, allowSelfReview: string): string {
  return `(${allowSelfReview} or ${member} <> all (k.authors)) and ${member} <> all (k.finished)`;
}

/**
 * The first slots s of the kind k that fit, in the order of rank. A kind is asked for as a range of one, and in that
 * order: with "=" the planner may walk the queue by rank after all, which takes long where this kind comes late.
 */
export function firstOfKind(needs: string, mode: Mode, fit: string, limit: number): string {
  const [k, s] = [kindOf('k'), kindOf('s')];
  return `select s.* from slots s
    where ${waiting('s', needs, mode)} and (${s}) between (${k}) and (${k}) and ${fit}
    order by ${s}, s.rank, s.id limit ${limit}`;
}

/** The first slots of a queue by the same needs, whomever they are for. */
export function firstLook(needs: string): string {
  return `select w.id, w.rank from slots w where ${waiting('w', needs)} order by w.rank, w.id limit ${AT_THE_HEAD}`;
}

/**
 * The first eligible slots of the same needs of each kind, a kind being those that are not for the same members. Kinds that are
 * not for the taker are left out unread. How many of each stands in the text: of a parameter the planner would think
 * the worst, and plan the statement anew each time.
 */
export function wideLook(needs: string, ofEach: number, returned: boolean): string {
  return `with recursive ${kinds(needs, 'pull')}
    select first.id, first.rank
      from kinds k
     cross join lateral (${firstOfKind(needs, 'pull', eligible(returned), ofEach)}) first
     where ${isOpen('k', returned)}
     order by first.rank, first.id`;
}

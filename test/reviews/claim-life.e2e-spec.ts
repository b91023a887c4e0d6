import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, claim as enter, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, move, sql, take } from './reviewing.js';

const ROLES = ['viewer', 'fact_checker', 'reviewer', 'editor', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** Every state a claim can stand in; a held one goes only where it came from. */
const STANDS = ['triage', 'queued', 'in_review', 'adjudication', 'decided', 'published', 'closed'];
const HELD_FROM = ['triage', 'queued', 'in_review'];

describe('the life of a claim', () => {
  const desk = quietDesk();
  let by: Record<Role, Client>;
  let states: string[];
  let table: { from: string; to: string; by: string }[];

  beforeAll(async () => {
    const workspace = Workspace.open(desk);
    by = {} as Record<Role, Client>;
    for (const role of ROLES) by[role] = await workspace.client(role);
    const workflow = (await by.viewer.get('/workflow')).body;
    states = workflow.states;
    table = workflow.transitions;
  });

  it.each(STANDS)('goes from %s where the table says, for whom it says, and nowhere else', async (from) => {
    await expectTable(
      from,
      () => claimIn(from),
      table.filter((move) => move.from === from),
    );
  });

  it.each(HELD_FROM)('goes from on hold only back where it came from: %s', async (heldFrom) => {
    const back = heldFrom === 'in_review' ? 'queued' : heldFrom;
    const moves = table.filter((move) => move.from === 'on_hold' && move.to === back);
    expect(moves).toHaveLength(1);
    await expectTable('on_hold', () => heldClaim(heldFrom), moves);
  });

  /** Tries every move with every role on a claim in this state and compares with what the table says. */
  async function expectTable(from: string, make: () => Promise<Json>, moves: typeof table): Promise<void> {
    let claim = await make();
    for (const to of states) {
      const asked = moves.find((move) => move.to === to);
      const least = ROLES.indexOf(asked?.by as Role);
      for (const [rank, role] of ROLES.entries()) {
        const may = least >= 0 && rank >= least;
        const shown = (await by[role].get(`/claims/${claim.id}`)).body;
        expect({ from, to, role, may: shown.allowedTransitions.includes(to) }).toEqual({
          from,
          to,
          role,
          may,
        });

        const answer = await by[role].post(`/claims/${claim.id}/transitions`, bodyFor(to), {
          ifMatch: claim.version,
        });

        const refusal = role === 'viewer' || least >= 0 ? 'permission.denied' : 'transition.not_allowed';
        const wanted = may ? [200, undefined] : [refusal === 'permission.denied' ? 403 : 409, refusal];
        expect({ from, to, role, answer: [answer.status, answer.body.code] }).toEqual({
          from,
          to,
          role,
          answer: wanted,
        });
        if (may) {
          expect(answer.body).toMatchObject({ status: to, version: claim.version + 1 });
          claim = await make();
        }
      }
    }
    expect((await by.viewer.get(`/claims/${claim.id}`)).body).toMatchObject({
      status: from,
      version: claim.version,
    });
  }

  function bodyFor(to: string): Json {
    return to === 'closed' ? { to, reason: 'out_of_scope' } : { to };
  }

  async function claimIn(status: string): Promise<Json> {
    if (status === 'triage') return enter(by.fact_checker);
    if (status === 'closed')
      return (await move(by.editor, (await enter(by.fact_checker)).id, bodyFor('closed'))).body;
    const { id, ...queued } = await queuedClaim(by.fact_checker);
    if (status === 'queued') return { id, ...queued };
    const taken = await takeThis(id);
    if (status === 'in_review') return taken.claim;
    if (status === 'adjudication') return disagreed(id);
    const { claim } = (await decide(by.admin, taken.assignment)).body;
    return status === 'decided' ? claim : put(id, status);
  }

  async function heldClaim(heldFrom: string): Promise<Json> {
    return (await move(by.editor, (await claimIn(heldFrom)).id, { to: 'on_hold' })).body;
  }

  /** Takes until the claim is this one. */
  async function takeThis(claimId: string): Promise<Json> {
    for (;;) {
      const work = await take(by.admin);
      if (work.claim.id === claimId) return work;
    }
  }

  /** What only a publication or a disagreement brings about is put there by hand: here it is where they lead from. */
  async function put(claimId: string, status: string): Promise<Json> {
    await sql(desk, 'update claims set status = $2 where id = $1', [claimId, status]);
    return (await by.viewer.get(`/claims/${claimId}`)).body;
  }

  async function disagreed(claimId: string): Promise<Json> {
    await sql(desk, `update rounds set state = 'disagreed' where claim_id = $1`, [claimId]);
    return put(claimId, 'adjudication');
  }
});

import { readFileSync } from 'node:fs';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { corroboration, done, everyItem, say } from './steps.js';

interface Said {
  key: string;
  source: string;
  basedOn?: string;
  basedOnSource?: string;
  stance: string;
  saidAt: string;
  quantity?: object;
}

interface Case {
  name: string;
  claim: string;
  statements: Said[];
  expect: {
    status: string;
    support: number;
    oppose: number;
    divided: number;
    quantities?: object[];
    excluded?: Record<string, string>;
    unplaced?: string[];
  };
}

const worked: { sources: Record<string, Json>; cases: Case[] } = JSON.parse(
  readFileSync(new URL('../corroboration.json', import.meta.url), 'utf8'),
);

/** The id of each source or statement of a case, by its key. */
type Ids = Map<string, string>;

interface Room {
  by: Client;
  sources: Ids;
}

async function openRoom(): Promise<Room> {
  const by = await Workspace.open().client('fact_checker');
  const sources: Ids = new Map();
  for (const [key, { parent, ...fields }] of Object.entries(worked.sources)) {
    const parentId = parent === undefined ? null : sources.get(parent);
    sources.set(key, (await source(by, { ...fields, parentId })).id);
  }
  return { by, sources };
}

/** Records a case in its order; the first statement beside the claim, or with it. */
async function record(
  { by, sources }: Room,
  one: Case,
  withClaim = false,
): Promise<{ id: string; ids: Ids }> {
  const ids: Ids = new Map();
  const body = ({ source: key, stance, saidAt, quantity, basedOn, basedOnSource }: Said) => ({
    sourceId: sources.get(key),
    stance,
    saidAt,
    ...(quantity && { quantity }),
    ...(basedOn && { basedOnStatementId: ids.get(basedOn) }),
    ...(basedOnSource && { basedOnSourceId: sources.get(basedOnSource) }),
  });
  const beside = [...one.statements];
  const first = withClaim ? beside.shift()! : null;
  const { id } = await claim(by, { text: one.claim, ...(first && { statement: body(first) }) });
  if (first) ids.set(first.key, (await done(by.get(`/claims/${id}/statements`))).items[0].id);
  for (const said of beside) {
    const { sourceId, stance, ...more } = body(said);
    ids.set(said.key, (await say(by, id, sourceId!, stance, more)).id);
  }
  return { id, ids };
}

describe('the worked cases of the rule, through the API', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
  });

  it.each(worked.cases)('$name', async (one) => {
    const { id, ids } = await record(room, one);
    const { status, support, oppose, divided, quantities, excluded = {}, unplaced = [] } = one.expect;
    const answer = await corroboration(room.by, id);
    expect(answer).toMatchObject({ claimId: id, status, support, oppose, divided, stale: false });
    if (quantities) expect(answer.quantities).toMatchObject(quantities);
    const keyOf = new Map([...ids].map(([key, statement]) => [statement, key]));
    expect(
      Object.fromEntries(
        answer.excluded.map(({ statementId, reason }: Json) => [keyOf.get(statementId), reason]),
      ),
    ).toEqual(excluded);
    expect(answer.unplacedSources).toEqual(unplaced.map((key) => room.sources.get(key)));

    const shown = await done(room.by.get(`/claims/${id}`));
    expect(shown.corroboration).toEqual({
      status,
      support,
      oppose,
      divided,
      asOf: answer.asOf,
      stale: false,
    });
    expect(shown.version).toBe(1 + one.statements.length);
  });

  it('names every statement exactly once: in an origin, among the excluded or among the replaced', async () => {
    for (const one of worked.cases) {
      const { id, ids } = await record(room, one);
      const { origins, excluded, replaced } = await corroboration(room.by, id);
      const named = [
        ...origins.flatMap(({ statements }: Json) => statements),
        ...[...excluded, ...replaced].map(({ statementId }: Json) => statementId),
      ];
      expect(named.sort()).toEqual([...ids.values()].sort());
    }
  });

  it('gives the same answer when the first statement comes with the claim', async () => {
    for (const one of worked.cases) {
      const { id } = await record(room, one, true);
      const { status, support, oppose, divided } = one.expect;
      expect(await corroboration(room.by, id)).toMatchObject({ status, support, oppose, divided });
      const shown = await done(room.by.get(`/claims/${id}`));
      expect(shown.corroboration).toMatchObject({ status, support, oppose, divided });
      expect(shown.version).toBe(one.statements.length);
    }
  });

  it('finds each claim under its own status in the list and under no other', async () => {
    const alone = await openRoom();
    const recorded = [];
    for (const one of worked.cases) recorded.push({ ...(await record(alone, one)), ...one.expect });
    for (const status of new Set(recorded.map((one) => one.status))) {
      const found = await everyItem(alone.by, `/claims?corroboration=${status}&sort=createdAt`);
      const wanted = recorded.filter((one) => one.status === status);
      expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    }
  });
});

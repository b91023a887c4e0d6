import { record, sql } from '../reviews/reviewing.js';
import { claim, type Client, type Json, source } from '../setup/workspace.js';
import { newsroom, type Newsroom, review, say } from './decided.js';

describe('the record of a source', () => {
  let room: Newsroom;
  let checker: Client;
  let one: Json;

  beforeEach(async () => {
    room = await newsroom();
    ({ checker } = room);
    one = await source(checker);
  });

  const read = async (query = '') => (await checker.get(`/sources/${one.id}/record${query}`)).body;
  /** The claims behind a number, by its own link. */
  const behind = async (list: string, outcome: string) =>
    (await checker.get(`${list.replace('/api/v1', '')}&outcome=${outcome}`)).body.items.map(
      ({ claimId }: Json) => claimId,
    );

  /** A claim on which the source takes these positions one after the other, and then a verdict is given. */
  async function judged(
    positions: Record<string, unknown>[],
    rating: string,
    fields: object = {},
  ): Promise<string> {
    const { id } = await claim(checker, { topics: ['war'], ...fields });
    for (const position of positions) await say(checker, id, { sourceId: one.id, ...position });
    await review(room, id, rating, { overrideReason: 'The record is wrong.' });
    return id;
  }

  it('counts each position against the verdict on its claim, and every number opens its list', async () => {
    const agreed = [
      await judged([{ stance: 'asserts', saidAt: '2023-05-01' }], 'true'),
      await judged([{ stance: 'denies', saidAt: '2024-05-01' }], 'false', { topics: ['war', 'Health'] }),
    ];
    const disagreed = [await judged([{ stance: 'partly_confirms', saidAt: '2024-06-01' }], 'misleading')];
    const unresolved = [await judged([{ stance: 'asserts', saidAt: '2024-07-01' }], 'unverifiable')];
    // What takes no side, and what has no verdict, counts nothing.
    await judged([{ stance: 'questions' }], 'true');
    await judged([{ stance: 'evades' }], 'true');
    await record(checker, (await claim(checker)).id, 'asserts', one);

    const { total, byTopic, byYear } = await read();
    expect(total).toMatchObject({ agreed: 2, disagreed: 1, unresolved: 1, share: 2 / 3 });
    expect(total.interval.low).toBeCloseTo(0.2077, 4);
    expect(total.interval.high).toBeCloseTo(0.9385, 4);
    expect(byTopic).toMatchObject([
      { topic: 'war', agreed: 2, disagreed: 1, unresolved: 1 },
      { topic: 'Health', agreed: 1, disagreed: 0, unresolved: 0, share: 1 },
    ]);
    expect(byYear).toMatchObject([
      { year: '2023', agreed: 1, disagreed: 0 },
      { year: '2024', agreed: 1, disagreed: 1, unresolved: 1 },
    ]);
    expect(await behind(total.claims, 'agreed')).toEqual([...agreed].reverse());
    expect(await behind(total.claims, 'disagreed')).toEqual(disagreed);
    expect(await behind(total.claims, 'unresolved')).toEqual(unresolved);
    expect(await behind(byTopic[1].claims, 'agreed')).toEqual([agreed[1]]);
    expect(await behind(byYear[0].claims, 'agreed')).toEqual([agreed[0]]);
  });

  it('goes by the latest position: refusing an answer is none, taking it back leaves none', async () => {
    await judged(
      [
        { stance: 'denies', saidAt: '2024-10-02' },
        { stance: 'asserts', saidAt: '2024-10-02T12:00:00Z' },
        { stance: 'evades', saidAt: '2024-10-09' },
      ],
      'false',
    );
    await judged(
      [
        { stance: 'asserts', saidAt: '2024-10-01' },
        { stance: 'retracts', saidAt: '2024-10-03' },
      ],
      'false',
    );
    expect((await read()).total).toMatchObject({ agreed: 1, disagreed: 0, unresolved: 0 });
  });

  it('keeps what it only repeats apart, and leaves out what was struck', async () => {
    const other = await source(checker);
    await judged([{ stance: 'asserts', basedOnSourceId: other.id }], 'true');
    const id = await judged([{ stance: 'asserts' }], 'false');
    expect((await read()).total).toMatchObject({ agreed: 0, disagreed: 1 });
    expect((await read('?basis=relayed')).total).toMatchObject({ agreed: 1, disagreed: 0 });
    const [statement] = (await checker.get(`/claims/${id}/statements`)).body.items;
    await room.editor.post(`/statements/${statement.id}/strike`, { reason: 'It was another body.' });
    expect((await read()).total).toEqual({
      agreed: 0,
      disagreed: 0,
      unresolved: 0,
      share: null,
      interval: null,
      claims: expect.any(String),
    });
  });

  it('changes no grade and no vote', async () => {
    await judged([{ stance: 'asserts' }], 'false');
    const before = await sql(room.workspace.desk, 'select * from sources where id = $1', [one.id]);
    await read();
    expect(await sql(room.workspace.desk, 'select * from sources where id = $1', [one.id])).toEqual(before);
  });

  it('is read page by page', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift(await judged([{ stance: 'asserts' }], 'true'));
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await checker.get(`/sources/${one.id}/record/claims?limit=2${cursor}`))
        .body;
      found.push(...items.map(({ claimId }: Json) => claimId));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(found).toEqual(ids);
  });
});

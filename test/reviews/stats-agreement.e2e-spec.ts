import { type Client, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, queue, take } from './reviewing.js';
import { decidedRounds } from './settled-rounds.js';

/** Four observers, twelve units, some values missing: the table of Krippendorff's paper. */
const KRIPPENDORFF = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
];
/** Two observers, ten units, two values: the first table of the same paper, with alpha .095. */
const TWO_BY_TEN = ['1 2 1 1 1 1 1 1 2 1', '2 2 2 1 1 2 1 1 1 1'];
const NOTHING = { alpha: null, units: 0, pairableValues: 0 };

describe('how far reviewers agree', () => {
  let editor: Client;
  let reviewers: Client[];

  beforeEach(async () => {
    const workspace = Workspace.open();
    editor = await workspace.client('editor', 'Edda');
    reviewers = [];
    for (const name of ['Ann', 'Ben', 'Cay', 'Dov']) reviewers.push(await workspace.client('reviewer', name));
  });

  const linesOf = (lines: string[]) => lines.map((line, i): [Client, string] => [reviewers[i]!, line]);
  const agreement = async (query = '') => {
    const { status, body } = await editor.get(`/stats/agreement${query}`);
    expect([status, body]).toEqual([200, body]);
    return body;
  };
  const idsOf = (pair: { reviewers: { id: string }[] }) => pair.reviewers.map(({ id }) => id).sort();

  it('is undefined, and not 1, where nobody has decided or all have said the same', async () => {
    expect(await agreement()).toEqual({
      from: null,
      to: null,
      overall: { nominal: NOTHING, ordinal: NOTHING },
      byQueue: [],
      byPair: [],
      byPeriod: [],
    });
    await decidedRounds(editor, linesOf(['3 3 3', '3 3 3']));
    await settleOne();
    const same = { alpha: null, units: 3, pairableValues: 6 };
    expect((await agreement()).overall).toEqual({ nominal: same, ordinal: same });
  });

  it('is the published value for the published tables, over all, per queue and per month', async () => {
    const front = await queue(editor, { name: 'A front desk' });
    const back = await queue(editor, { name: 'B back desk' });
    await decidedRounds(editor, linesOf(KRIPPENDORFF), { queueId: front.id });
    await decidedRounds(editor, linesOf(TWO_BY_TEN), {
      queueId: back.id,
      closedAt: '2024-11-30T23:59:59.999Z',
    });
    const first = {
      nominal: { alpha: 0.743421, units: 11, pairableValues: 40 },
      ordinal: { alpha: 0.815388, units: 11, pairableValues: 40 },
    };
    const pair = { alpha: 0.095238, units: 10, pairableValues: 20 };
    const second = { nominal: pair, ordinal: pair };
    const answer = await agreement();
    expect(answer.overall.nominal).toMatchObject({ units: 21, pairableValues: 60 });
    expect(answer.byQueue).toEqual([
      { queue: { id: front.id, name: 'A front desk' }, ...first },
      { queue: { id: back.id, name: 'B back desk' }, ...second },
    ]);
    expect(answer.byPeriod).toEqual([
      { period: '2024-10', ...first },
      { period: '2024-11', ...second },
    ]);
    expect((await agreement(`?queueId=${front.id}`)).overall).toEqual(first);
    expect((await agreement('?from=2024-11-01T00:00:00Z')).overall).toEqual(second);
    expect(await agreement('?from=2024-10-01T00:00:00Z&to=2024-10-24T10:00:00.001Z')).toMatchObject({
      from: '2024-10-01T00:00:00.000Z',
      to: '2024-10-24T10:00:00.001Z',
      overall: first,
      byPeriod: [{ period: '2024-10' }],
    });
    expect((await agreement('?to=2024-10-24T10:00:00Z')).overall.nominal).toEqual(NOTHING);
  });

  it('is told for each pair by what the two have decided, whoever else decided', async () => {
    const [ann, ben, cay] = reviewers as [Client, Client, Client];
    await decidedRounds(editor, [
      [ann, TWO_BY_TEN[0]!],
      [ben, TWO_BY_TEN[1]!],
      [cay, '. . . . . . 5 . . 5'],
    ]);
    const { byPair } = await agreement();
    const ids = await Promise.all([ann, ben, cay].map(idOf));
    expect(byPair).toHaveLength(3);
    for (const { reviewers: pair, nominal } of byPair) {
      const expected = pair.some(({ id }: { id: string }) => id === ids[2])
        ? { units: 2, pairableValues: 4 }
        : { alpha: 0.095238, units: 10, pairableValues: 20 };
      expect(nominal).toMatchObject(expected);
    }
    const ofCay = await agreement(`?reviewer=${ids[2]}`);
    expect(ofCay.overall.nominal).toMatchObject({ units: 2, pairableValues: 6 });
    expect(ofCay.byPair.map(idsOf)).toEqual(
      expect.arrayContaining([[ids[0], ids[2]].sort(), [ids[1], ids[2]].sort()]),
    );
    expect(ofCay.byPair).toHaveLength(2);
  });

  it('takes ratings off the scale as categories, and as missing on the scale', async () => {
    const lines = KRIPPENDORFF.map((line, i) => `${line} ${['misleading', 'unverifiable', '4', '.'][i]}`);
    await decidedRounds(editor, linesOf(lines));
    const { overall } = await agreement();
    expect(overall.nominal).toMatchObject({ units: 12, pairableValues: 43 });
    expect(overall.ordinal).toEqual({ alpha: 0.815388, units: 11, pairableValues: 40 });
  });

  it.each(['open', 'disagreed', 'cancelled'] as const)(
    'says nothing of rounds that are %s',
    async (state) => {
      await decidedRounds(editor, linesOf(KRIPPENDORFF), { state });
      const answer = await agreement();
      expect(answer.overall).toEqual({ nominal: NOTHING, ordinal: NOTHING });
      expect([...answer.byQueue, ...answer.byPair, ...answer.byPeriod]).toEqual([]);
    },
  );

  it('is told anew when another round is settled, and is 304 until then whatever else happens', async () => {
    await decidedRounds(editor, linesOf(TWO_BY_TEN));
    const first = await editor.get('/stats/agreement');
    const etag = first.headers.get('etag')!;
    await queuedClaim(editor);
    expect((await editor.get('/stats/agreement', { 'if-none-match': etag })).status).toBe(304);
    await decidedRounds(editor, linesOf(KRIPPENDORFF));
    await settleOne();
    const then = await editor.get('/stats/agreement', { 'if-none-match': etag });
    expect(then).toMatchObject({ status: 200, body: { overall: { nominal: { units: 21 } } } });
  });

  it('names reviewers and queues as they are called now', async () => {
    const { id, version } = await queue(editor, { name: 'Before' });
    await decidedRounds(editor, linesOf(TWO_BY_TEN), { queueId: id });
    expect((await agreement()).byQueue).toMatchObject([{ queue: { name: 'Before' } }]);
    await editor.patch(`/queues/${id}`, { name: 'After' }, version);
    const { byQueue, byPair } = await agreement();
    expect(byQueue).toMatchObject([{ queue: { name: 'After' } }]);
    expect(byPair[0].reviewers.map(({ name }: { name: string }) => name).sort()).toEqual(['Ann', 'Ben']);
  });

  it('refuses a period that ends before it begins', async () => {
    const answer = await editor.get('/stats/agreement?from=2024-10-02T00:00:00Z&to=2024-10-02T00:00:00Z');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
  });

  /** Settles a round of one decision in the ordinary way; it is no unit itself. */
  async function settleOne(): Promise<void> {
    const { id } = await queue(editor);
    await queuedClaim(editor, {}, { queueId: id });
    const { assignment } = await take(reviewers[0]!, id);
    expect((await decide(reviewers[0]!, assignment)).status).toBe(200);
  }
});

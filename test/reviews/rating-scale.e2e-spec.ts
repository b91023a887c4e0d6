import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, take } from './reviewing.js';

const rating = (key: string, order: number | null, more: Json = {}): Json => ({
  key,
  order,
  numericValue: order,
  polarity: 'neither',
  colour: '#123abc',
  labels: { en: key },
  ...more,
});
const WRONG = rating('wrong', 1, { polarity: 'refutes', labels: { uk: 'Хибно', en: 'Wrong' } });
const RIGHT = rating('right', 2, { polarity: 'supports' });
const OPEN = rating('open', null);
const SCALE = [WRONG, OPEN, RIGHT];

describe('the rating scale', () => {
  let editor: Client;
  let factChecker: Client;
  let reviewer: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    editor = await workspace.client('editor');
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
  });

  const put = (ratings: Json[], ifMatch: number | string = '*') =>
    editor.put('/rating-scale', { ratings }, ifMatch);

  it('is the default one from the start, with its words on record', async () => {
    const { body, headers } = await reviewer.get('/rating-scale');
    expect([body.version, headers.get('etag')]).toEqual([1, '"1"']);
    expect(body.ratings.map(({ key, order }: Json) => [key, order])).toEqual([
      ['false', 1],
      ['mostly_false', 2],
      ['mixed', 3],
      ['mostly_true', 4],
      ['true', 5],
      ['misleading', null],
      ['unverifiable', null],
    ]);
    const [event] = (await editor.get('/events?type=rating-scale.changed')).body.items;
    expect(event).toMatchObject({ actor: { type: 'system' }, subject: { type: 'workspace' } });
    expect(event.data.changes).toEqual({ ratings: { from: null, to: body.ratings } });
  });

  it('is replaced whole at the version that was read, and tells both', async () => {
    const before = (await editor.get('/rating-scale')).body.ratings;
    const replaced = await put(SCALE, 1);
    expect(replaced.status).toBe(200);
    expect(replaced.body).toEqual({ ratings: SCALE, validFrom: expect.any(String), version: 2 });
    expect(replaced.headers.get('etag')).toBe('"2"');
    expect((await reviewer.get('/rating-scale')).body).toEqual(replaced.body);

    expect((await put(SCALE, 2)).body.version).toBe(2);
    const stale = await put([WRONG, RIGHT], 1);
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    expect((await editor.request('PUT', '/rating-scale', { body: { ratings: SCALE } })).status).toBe(428);
    const { items } = (await editor.get('/events?type=rating-scale.changed')).body;
    expect(items.slice(1)).toMatchObject([
      { actor: { type: 'member' }, data: { changes: { ratings: { from: before, to: SCALE } } } },
    ]);
  });

  it('takes each version from one of those who replace it at once', async () => {
    const scales = ['a', 'b', 'c', 'd'].map((key) => [rating(key, 1), RIGHT]);
    const answers = await Promise.all(scales.map((scale) => put(scale, 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it.each<[string, string, Json[]]>([
    ['fewer than two', 'ratings', [WRONG]],
    ['more than fifty', 'ratings', Array.from({ length: 51 }, (_, i) => rating(`r${i}`, null))],
    ['a key of other letters', 'ratings.1.key', [WRONG, rating('Right!', 2)]],
    ['a key twice', 'ratings.1.key', [WRONG, rating('wrong', 2)]],
    ['an order twice', 'ratings.1.order', [WRONG, rating('right', 1)]],
    ['a gap', 'ratings.1.order', [WRONG, rating('right', 3)]],
    ['an order that is no step', 'ratings.1.order', [WRONG, rating('right', 0)]],
    ['a number that falls', 'ratings.1.numericValue', [WRONG, rating('right', 2, { numericValue: 1 })]],
    ['a number that is not whole', 'ratings.1.numericValue', [WRONG, rating('r', 2, { numericValue: 1.5 })]],
    ['another polarity', 'ratings.1.polarity', [WRONG, rating('right', 2, { polarity: 'good' })]],
    ['a colour by name', 'ratings.1.colour', [WRONG, rating('right', 2, { colour: 'green' })]],
    ['no label', 'ratings.1.labels', [WRONG, rating('right', 2, { labels: {} })]],
    ['a label without words', 'ratings.1.labels', [WRONG, rating('right', 2, { labels: { en: ' ' } })]],
    [
      'a label in no language',
      'ratings.1.labels',
      [WRONG, rating('r', 2, { labels: { 'in English': 'R' } })],
    ],
    ['a language twice', 'ratings.1.labels', [WRONG, rating('r', 2, { labels: { en: 'R', EN: 'R' } })]],
    ['a label that is no text', 'ratings.1.labels', [WRONG, rating('right', 2, { labels: { en: 1 } })]],
    ['a field nobody knows', 'ratings.1.weight', [WRONG, rating('right', 2, { weight: 2 })]],
  ])('has not %s', async (_, path, ratings) => {
    const answer = await put(ratings, 1);
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    expect((await editor.get('/rating-scale')).body.version).toBe(1);
  });

  it('changes no round that is open: its decisions choose among the ratings it was opened with', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    await put(SCALE);
    await queuedClaim(factChecker);

    const refused = await decide(reviewer, assignment, { rating: 'wrong' });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'rating']);
    expect(refused.body.errors[0].message).toContain('mostly_false');
    const decided = await decide(reviewer, assignment, { rating: 'mixed' });
    expect(decided.body.claim.verdict).toMatchObject({ rating: 'mixed', polarity: 'neither' });

    const next = (await take(reviewer)).assignment;
    expect((await decide(reviewer, next, { rating: 'mixed' })).body.errors[0].message).toBe(
      'must be one of: wrong, open, right',
    );
    const verdict = (await decide(reviewer, next, { rating: 'open' })).body.claim.verdict;
    expect(verdict).toMatchObject({ rating: 'open', polarity: 'neither' });
  });

  it('keeps for an open round what a key meant when the round was opened', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    await put([rating('mixed', 1, { polarity: 'refutes' }), rating('true', 2)]);
    const decided = await decide(reviewer, assignment, { rating: 'mixed' });
    expect(decided.body.claim.verdict).toMatchObject({ rating: 'mixed', polarity: 'neither' });
  });

  it('leaves verdicts as they were given; claims are counted and found by ratings it has no longer', async () => {
    const { id } = await queuedClaim(factChecker);
    const given = (await decide(reviewer, (await take(reviewer)).assignment, { rating: 'mixed' })).body.claim;
    expect((await editor.get('/stats/claims')).body.byRating).toMatchObject({ mixed: 1, false: 0 });

    await put(SCALE);

    expect((await factChecker.get(`/claims/${id}`)).body.verdict).toEqual(given.verdict);
    expect((await editor.get('/stats/claims')).body.byRating).toEqual({
      wrong: 0,
      open: 0,
      right: 0,
      mixed: 1,
    });
    const { items } = (await factChecker.get('/claims?rating=mixed')).body;
    expect(items.map((claim: Json) => claim.id)).toEqual([id]);
  });
});

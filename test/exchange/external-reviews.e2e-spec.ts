import { type Client, type Json, Workspace } from '../setup/workspace.js';
import { imported, rowsOf, send } from './importing.js';

describe('fact-checks of other publishers', () => {
  let checker: Client;
  let editor: Client;
  let viewer: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    checker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    viewer = await workspace.client('viewer');
  });

  const review = (more: Json = {}): Json => ({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://factdesk.example/1',
    claimReviewed: 'They are there.',
    datePublished: '2024-10-25',
    author: { '@type': 'Organization', name: 'Fact desk' },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'A Speaker' },
      datePublished: '2024-10-23',
      appearance: { url: 'https://news.example/1' },
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: 2,
      bestRating: 5,
      worstRating: 1,
      alternateName: 'Mostly &quot;wrong&quot;',
    },
    ...more,
  });
  const take = (document: Json, query = 'format=claim-review') => imported(checker, [document], query);
  const claims = async (): Promise<Json[]> => (await viewer.get('/claims?sort=createdAt')).body.items;
  const beside = async (id: string): Promise<Json[]> =>
    (await viewer.get(`/claims/${id}/external-reviews`)).body.items;
  const words = async (query = ''): Promise<Json[]> => (await viewer.get(`/rating-words${query}`)).body.items;

  it('become claims in triage with the review beside them, and never a verdict of ours', async () => {
    expect(await take(review())).toMatchObject({ state: 'done', created: 1, refused: 0, warnings: 0 });
    const [claim] = await claims();
    expect(claim).toMatchObject({
      text: 'They are there.',
      status: 'triage',
      verdict: null,
      appearances: [{ url: 'https://news.example/1' }],
      corroboration: { status: 'single_source' },
    });
    expect(await beside(claim!.id)).toMatchObject([
      {
        url: 'https://factdesk.example/1',
        publisher: { name: 'Fact desk', site: 'factdesk.example' },
        publishedAt: '2024-10-25',
        rating: { word: 'Mostly "wrong"', value: 2, best: 5, worst: 1 },
        meaning: null,
      },
    ]);
    const { items } = (await viewer.get(`/claims/${claim!.id}/statements`)).body;
    expect(items).toMatchObject([{ sourceName: 'A Speaker', stance: 'asserts', saidAt: '2024-10-23' }]);
  });

  it('are taken without what is no text: half of a character, or none, in addresses and dates', async () => {
    const item = review().itemReviewed;
    const appearance = [
      'https://news.example/\ud83d',
      'https://news.example/\0',
      `no address${'😀'.repeat(60)}`,
    ];
    const document = review({ itemReviewed: { ...item, datePublished: '\ud83d\0', appearance } });
    const done = await take(document);
    expect(done).toMatchObject({ created: 1, refused: 0, warnings: 1 });
    const [{ warnings }] = (await rowsOf(checker, done.id)) as [Json];
    expect(warnings.map(({ code }: Json) => code)).toEqual([
      ...Array(3).fill('url.unreadable'),
      'date.unreadable',
    ]);
    expect((await claims())[0]!.appearances).toEqual([]);
  });

  it('that come again change what stands beside the claim, and the claim not at all', async () => {
    await take(review());
    const [claim] = await claims();
    expect(await take(review())).toMatchObject({ created: 0, unchanged: 1 });
    const rated = { '@type': 'Rating', alternateName: 'Wrong' };
    expect(await take({ '@graph': [{ '@type': 'WebSite' }, review({ reviewRating: rated })] })).toMatchObject(
      {
        updated: 1,
      },
    );
    expect(await claims()).toEqual([claim]);
    expect(await beside(claim!.id)).toMatchObject([{ rating: { word: 'Wrong', value: null } }]);
    const told = (await viewer.get(`/events?after=0&type=external-review.*`)).body.items;
    expect(told.map(({ type, claimId }: Json) => [type, claimId])).toEqual([
      ['external-review.added', claim!.id],
      ['external-review.updated', claim!.id],
    ]);
  });

  it('are taken from feeds, answers of the Fact Check Tools API and tables, and what is none is refused by itself', async () => {
    const feed = {
      '@type': 'DataFeed',
      dataFeedElement: [
        {
          '@type': 'DataFeedItem',
          item: [review({ claimReviewed: 'One', url: 'https://a.example/1' }), null],
        },
        { '@type': 'DataFeedItem', item: null },
        { '@type': 'DataFeedItem', item: review({ claimReviewed: undefined, itemReviewed: undefined }) },
        { '@type': 'Recipe' },
      ],
    };
    const done = await take(feed);
    expect(done).toMatchObject({ created: 1, refused: 2 });
    expect((await rowsOf(checker, done.id, '&outcome=refused')).map(({ code }) => code)).toEqual([
      'claim.missing',
      'review.not_a_claim_review',
    ]);
    const answer = {
      claims: [
        {
          text: 'Two',
          claimReview: [{ url: 'https://b.example/2', textualRating: 'Nope', languageCode: 'en' }],
        },
      ],
    };
    expect(await take(answer)).toMatchObject({ created: 1 });
    const table =
      'claimReview_url,claimReview_claimReviewed,rating_alternateName,extra_tags\nhttps://c.example/3,Three,Nope,war';
    expect(await imported(checker, [table], 'format=csv')).toMatchObject({ created: 1 });
    expect((await claims()).map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
    expect(await take(review({ claimReviewed: 'Four' }), 'format=claim-review&dryRun=true')).toMatchObject({
      created: 1,
    });
    expect(await claims()).toHaveLength(3);
    expect((await send(checker, '{"@type": "ClaimReview", ', 'format=claim-review')).status).toBe(400);
    // A row that only looks like what the reader makes is a row with an unknown field.
    const forged = await imported(checker, [{ found: { claim: { text: 'x' } }, text: 'x', language: 'en' }]);
    expect(forged).toMatchObject({ created: 0, refused: 1 });
  });

  it('keep their rating words, which editors relate to the scale', async () => {
    const at = (n: number, alternateName: string) =>
      review({ claimReviewed: `Claim ${n}`, url: `https://a.example/${n}`, reviewRating: { alternateName } });
    await take([at(1, 'Nope'), at(2, ' NOPE '), at(3, 'Half right')]);
    const [nope, half] = await words();
    expect([nope, half]).toMatchObject([
      { publisher: 'a.example', word: 'Nope', rating: null, reviews: 2 },
      { publisher: 'a.example', word: 'Half right', rating: null, reviews: 1 },
    ]);
    const map = (by: Client, rating: unknown) => by.post(`/rating-words/${nope!.id}/map`, { rating });
    expect((await map(checker, 'false')).status).toBe(403);
    expect((await map(editor, 'nonsense')).body.errors[0].path).toBe('rating');
    expect((await map(editor, 'false')).status).toBe(204);
    expect(await words('?mapped=true')).toMatchObject([{ word: 'Nope', rating: 'false' }]);
    expect(await words('?mapped=false')).toMatchObject([{ word: 'Half right' }]);
    const [first] = await claims();
    expect(await beside(first!.id)).toMatchObject([{ rating: { word: 'Nope' }, meaning: 'false' }]);
    expect(first!.verdict).toBeNull();
    const [told] = (await viewer.get('/events?after=0&type=rating-word.mapped')).body.items;
    expect(told.data).toEqual({ publisher: 'a.example', word: 'Nope', from: null, to: 'false' });
  });
});

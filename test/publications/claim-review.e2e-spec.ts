import { createRequire } from 'node:module';
import { type Client, type Json, source } from '../setup/workspace.js';
import { decided, newsroom, type Newsroom, publish, WORDS } from './decided.js';

const { structuredDataTest } = createRequire(import.meta.url)('structured-data-testing-tool');
const { Google } = createRequire(import.meta.url)('structured-data-testing-tool/presets');

describe('the ClaimReview of a publication', () => {
  let room: Newsroom;
  let editor: Client;

  beforeAll(async () => {
    room = await newsroom();
    ({ editor } = room);
  });

  const review = async (claimId: string, query = '') =>
    (await editor.get(`/claims/${claimId}/claim-review${query}`)).body;

  const APPEARANCES = [
    { url: 'https://late.example/2', publishedAt: '2024-10-25' },
    { url: 'https://early.example/1', publishedAt: '2024-10-23' },
    { url: 'https://undated.example/3' },
  ];

  it('says for schema.org all there are words for, and the statements as an extension', async () => {
    const { claimId, said, denied, repeated } = await decided(room, {
      text: 'They are there.',
      appearances: APPEARANCES,
    });
    const url = 'https://newsroom.example/1';
    const { id } = await publish(editor, claimId, { url, authors: ['Olena Petrenko'] });
    expect(await review(claimId)).toMatchObject({
      '@context': ['https://schema.org', { secondsource: 'urn:second-source:vocabulary:' }],
      '@type': 'ClaimReview',
      identifier: `urn:uuid:${id}`,
      url,
      name: WORDS.title,
      claimReviewed: 'They are there.',
      inLanguage: 'en',
      version: 1,
      author: { '@type': 'Person', name: 'Olena Petrenko', affiliation: { '@type': 'Organization' } },
      itemReviewed: {
        '@type': 'Claim',
        text: 'They are there.',
        author: { '@type': 'Organization', name: expect.stringContaining('GUR') },
        datePublished: '2024-10-23',
        firstAppearance: { url: 'https://early.example/1', datePublished: '2024-10-23' },
        appearance: APPEARANCES.map(({ url: at }) => expect.objectContaining({ url: at })),
      },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 2,
        worstRating: 1,
        bestRating: 5,
        alternateName: 'Mostly false',
        ratingExplanation: WORDS.summary,
      },
      citation: [
        { '@type': 'CreativeWork', url: 'https://gur.example/1' },
        { '@type': 'CreativeWork', url: 'https://images.example/1.jpg', name: 'A field.' },
      ],
      'secondsource:corroboration': { 'secondsource:status': 'contested' },
      'secondsource:statements': [
        {
          '@id': `urn:uuid:${said.id}`,
          'secondsource:stance': 'asserts',
          'secondsource:party': 'Ukraine',
          text: 'Перші підрозділи вже там.',
          inLanguage: 'uk',
        },
        { '@id': `urn:uuid:${denied.id}`, 'secondsource:stance': 'denies' },
        { '@id': `urn:uuid:${repeated.id}`, isBasedOn: { '@id': `urn:uuid:${said.id}` } },
      ],
    });
  });

  it('names a person as a person, and leaves the numbers out where the rating is off the scale', async () => {
    const person = await source(room.checker, { kind: 'person', name: 'A Speaker' });
    const { claimId } = await decided(room, { claimantId: person.id }, 'misleading');
    await publish(editor, claimId);
    const { itemReviewed, reviewRating } = await review(claimId);
    expect(itemReviewed.author).toEqual({ '@type': 'Person', name: 'A Speaker' });
    expect(reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Misleading',
      name: 'Misleading',
      ratingExplanation: WORDS.summary,
    });
  });

  it('is of the newest publication, or of the one that is asked for', async () => {
    const { claimId } = await decided(room);
    expect((await editor.get(`/claims/${claimId}/claim-review`)).status).toBe(404);
    await publish(editor, claimId);
    await publish(editor, claimId, { title: 'Second', correction: 'Other words.' });
    expect(await review(claimId)).toMatchObject({
      name: 'Second',
      version: 2,
      correction: { '@type': 'CorrectionComment', text: 'Other words.' },
    });
    expect(await review(claimId, '?number=1')).toMatchObject({ name: WORDS.title, version: 1 });
    expect((await editor.get(`/claims/${claimId}/claim-review?number=3`)).status).toBe(404);
  });

  it.each(['schema.org', 'google'])(
    'passes structured-data-testing-tool and the own check for %s',
    async (profile) => {
      for (const rating of ['false', 'true', 'unverifiable']) {
        const { claimId } = await decided(room, { appearances: APPEARANCES }, rating);
        await publish(editor, claimId);
        const document = await review(claimId, `?profile=${profile}`);
        const page = `<html><head><script type="application/ld+json">${JSON.stringify(document)}</script></head></html>`;
        const result: Json = await structuredDataTest(page, { presets: [Google] }).catch(
          (error: { res: Json }) => error.res,
        );
        expect(result.failed.map(({ test }: Json) => test)).toEqual([]);
        expect(result.schemas).toEqual(['ClaimReview']);
        expect(result.passed.length).toBeGreaterThan(3);
      }
    },
  );

  describe('checked before it is published', () => {
    const check = (claimId: string, more: object = {}) =>
      editor.post(`/claims/${claimId}/publications/check`, { ...WORDS, ...more });

    it('passes both profiles where nothing is missing, and writes nothing', async () => {
      const { claimId } = await decided(room, { appearances: APPEARANCES });
      const { body } = await check(claimId);
      expect(body.findings).toEqual([]);
      expect(body.profiles).toMatchObject([
        { profile: 'schema.org', passes: true, claimReview: { '@type': 'ClaimReview' } },
        { profile: 'google', passes: true, claimReview: { '@context': 'https://schema.org' } },
      ]);
      expect((await editor.get(`/claims/${claimId}`)).body.status).toBe('decided');
      expect((await editor.get(`/claims/${claimId}/publications`)).body.items).toEqual([]);
    });

    it('names what Google recommends and is not there, and what it forbids', async () => {
      const { claimId } = await decided(
        room,
        { text: 'x'.repeat(80), appearances: [{ url: 'https://newsroom.example/story' }] },
        'unverifiable',
      );
      const { body } = await check(claimId, { url: 'https://www.newsroom.example/check' });
      const told = body.findings.map(({ level, path }: Json) => `${level} ${path}`);
      expect(told).toEqual([
        'recommended reviewRating.ratingValue',
        'recommended reviewRating.bestRating',
        'recommended reviewRating.worstRating',
        'recommended claimReviewed',
        'required itemReviewed.appearance.0.url',
      ]);
      expect(body.profiles).toMatchObject([{ passes: true }, { profile: 'google', passes: false }]);
    });

    it('is refused as publishing would be', async () => {
      const { claimId } = await decided(room);
      expect((await check(claimId, { correction: 'of nothing' })).status).toBe(400);
      expect((await room.reviewer.post(`/claims/${claimId}/publications/check`, WORDS)).status).toBe(403);
    });
  });
});

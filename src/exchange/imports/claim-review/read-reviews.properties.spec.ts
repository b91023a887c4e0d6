import fc from 'fast-check';
import { hasAtMost, isLanguageTag, isMoment, isWebAddress } from '../../../base/http/formats.js';
import { reviewFromColumns } from './columns.js';
import { UnreadableDocument } from './document-errors.js';
import { elements } from './elements.js';
import type { FoundReview, ReviewRead } from './found-review.js';
import { readReviews } from './read-reviews.js';

// With LONG=1 ten thousand documents are spoiled.
const RUNS = process.env.LONG ? 1000 : 100;

const CLAIM_REVIEW = {
  '@type': ['Review', 'ClaimReview'],
  url: 'https://checker.example/checks/1',
  claimReviewed: 'The caf&eacute; is closed 🐪.',
  author: { '@type': 'Organization', name: 'The Checkers', url: 'https://checker.example' },
  datePublished: 'Oct 24, 2024',
  inLanguage: 'en',
  reviewRating: { ratingValue: 7, bestRating: '5', worstRating: 1, alternateName: { '@value': 'Untrue' } },
  itemReviewed: {
    '@type': 'Claim',
    author: [{ '@type': 'Person', name: { en: 'The mayor' }, sameAs: ['https://a.example', 'x'] }],
    appearance: 'https://a.example/1, https://b.example/2 and https://c.example/3',
    firstAppearance: { url: 'https://checker.example/1', datePublished: '2024-10-24T10:00:00+02:00' },
  },
};
const DOCUMENTS = [
  { '@type': 'DataFeed', dataFeedElement: [{ item: [CLAIM_REVIEW, null] }, { item: null }, null] },
  { '@graph': [{ '@type': 'WebSite' }, { properties: CLAIM_REVIEW, type: 'ClaimReview' }] },
  [CLAIM_REVIEW, { text: 'x', claimReview: [{ textualRating: 'False', url: 'https://a.example' }] }],
  { claimReviewMarkups: [{ claimReviewed: 'x', rating: { ratingValue: 1 } }], pageUrl: 'https://a.example' },
];
const KEYS = [...new Set(JSON.stringify(DOCUMENTS).match(/"[@a-zA-Z]+"(?=:)/g))].map((key) =>
  key.slice(1, -1),
);

/** One change of a document, at a place that the number picks. */
interface Change {
  place: number;
  kind: 'drop' | 'wrap' | 'lift' | 'put' | 'name' | 'repeat';
  value: unknown;
  key: string;
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'https://a.example/x',
    '2  023-04-14T21:24:00Z',
    '2024-10-24',
    '-1',
    '1e999',
    '&#0;&#xD800;',
    '\ud83d',
  ),
  fc.constantFrom(
    ' '.repeat(5000),
    'https://a.example '.repeat(200),
    ' , and '.repeat(500),
    'x'.repeat(20_000),
  ),
);
const changes: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(10_000),
  kind: fc.constantFrom('drop', 'wrap', 'lift', 'put', 'name', 'repeat'),
  value: fc.oneof(
    texts,
    fc.jsonValue({ maxDepth: 3 }),
    fc.double(),
    fc.constantFrom(null, true, [], {}, -1, ''),
  ),
  key: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '@list', '@value', '@id', 'en') },
  ),
});

function change(document: unknown, { place, kind, value, key }: Change): unknown {
  const holder = { root: structuredClone(document) };
  const places: [fields: Record<string, unknown>, name: string][] = [];
  const walk = (fields: Record<string, unknown>) => {
    for (const [name, inner] of Object.entries(fields)) {
      places.push([fields, name]);
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
    }
  };
  walk(holder);
  const [fields, name] = places[place % places.length]!;
  const old = fields[name];
  const put = (at: string, what: unknown) =>
    Object.defineProperty(fields, at, { value: what, enumerable: true, configurable: true, writable: true });
  if (kind === 'drop') delete fields[name];
  if (kind === 'wrap') put(name, place % 2 === 0 ? [old] : { [key]: old });
  if (kind === 'lift') put(name, Object.values(Object(old) as object)[0]);
  if (kind === 'put') put(name, value);
  if (kind === 'name' && !Array.isArray(fields)) put(key, old);
  if (kind === 'repeat' && isShort(old))
    put(
      name,
      Array.from({ length: 60 }, () => old),
    );
  return holder.root;
}

/** Repeated again and again, all would be spent on the making of huge documents. */
function isShort(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').length < 500;
}

/** What comes out is fit for the record, whatever went in. One expectation for all: there are hundreds of thousands. */
function expectFit(all: ReviewRead[]): void {
  const remarks = all.flatMap((one) => ('ok' in one ? one.warnings : [one.refused]));
  const unfit = [
    ...all.flatMap((one) => ('ok' in one ? unfitIn(one.ok) : [])),
    ...remarks.filter(({ code, message }) => !/^[a-z_]+\.[a-z_]+$/.test(code) || message === ''),
  ];
  expect(unfit).toEqual([]);
}

function unfitIn({ claim, review }: FoundReview): unknown[] {
  const { word, value, best, worst } = review.rating;
  const given = [claim.text, review.title, review.summary, word, claim.claimant?.name, ...review.authors];
  const urls = [...claim.appearances.map(({ url }) => url), ...(claim.claimant?.urls ?? []), review.url];
  const dates = [claim.madeAt, review.publishedAt, review.modifiedAt];
  const isText = (text: string) =>
    text !== '' && text.isWellFormed() && !text.includes('\0') && hasAtMost(text, 10_000);
  return [
    ...given.filter((text) => typeof text === 'string' && !isText(text)),
    ...urls.filter((url) => url !== null && !isWebAddress(url)),
    ...[...dates, ...claim.appearances.map((one) => one.publishedAt)].filter(
      (d) => d !== null && !isMoment(d),
    ),
    ...[claim.language, review.language].filter((tag) => tag !== null && !isLanguageTag(tag)),
    ...[value, best, worst].filter((number) => number !== null && !Number.isFinite(number)),
    ...[claim.appearances, claim.topics].filter((list) => list.length > 50),
  ];
}

async function* inPieces(whole: Uint8Array, size: number) {
  for (let start = 0; start < whole.length; start += size)
    yield await Promise.resolve(whole.subarray(start, start + size));
}

describe('whatever is read', () => {
  it('is read or refused, when fields are dropped, put elsewhere or of other kinds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.array(changes, { maxLength: 6 }), (document, all) => {
        expectFit(readReviews(all.reduce(change, document as unknown)));
      }),
      { numRuns: 6 * RUNS },
    );
  });

  it('is read, or breaks off with a declared error, when bytes are flipped', async () => {
    const flips = fc.array(fc.record({ at: fc.nat(10_000), byte: fc.nat(255) }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...DOCUMENTS),
        flips,
        fc.integer({ min: 1, max: 999 }),
        async (document, all, size) => {
          const bytes = new TextEncoder().encode(JSON.stringify(document));
          for (const { at, byte } of all) bytes[at % bytes.length] = byte;
          try {
            for await (const element of elements(inPieces(bytes, size))) expectFit(readReviews(element));
          } catch (error) {
            if (!(error instanceof UnreadableDocument)) throw error;
            expect(
              () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown,
            ).toThrow();
          }
        },
      ),
      { numRuns: 3 * RUNS },
    );
  });

  it('is read or refused in the rows of a table', () => {
    const names = [
      'rating_ratingValue',
      'rating_alternateName',
      'creativeWork_author_name',
      'claimReview_author_url',
      'claimReview_author',
      'claimReview_url',
      'claimReview_claimReviewed',
      'claimReview_datePublished',
      'extra_tags',
    ];
    const cells = fc.oneof(texts, fc.constantFrom("['", `['a', "b"]`, '[\\', 'False', 'Some Name', '"'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), cells), (record) =>
        expectFit([reviewFromColumns(record)]),
      ),
      { numRuns: RUNS },
    );
  });

  it('is what JSON says it is', async () => {
    const element = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    await fc.assert(
      fc.asyncProperty(fc.array(element), fc.integer({ min: 1, max: 50 }), async (list, size) => {
        const text = JSON.stringify(list);
        const found: unknown[] = [];
        for await (const one of elements(inPieces(new TextEncoder().encode(text), size))) found.push(one);
        expect(JSON.stringify(found)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

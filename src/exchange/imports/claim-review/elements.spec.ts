import { TooLarge, UnreadableDocument } from './document-errors.js';
import { elements } from './elements.js';

const bytes = (text: string) => new TextEncoder().encode(text);

async function* chunked(document: Uint8Array, size: number) {
  for (let start = 0; start < document.length; start += size) {
    yield await Promise.resolve(document.subarray(start, start + size));
  }
}

async function read(document: string | Uint8Array, size = 7) {
  const found: unknown[] = [];
  const whole = typeof document === 'string' ? bytes(document) : document;
  try {
    for await (const one of elements(chunked(whole, size))) found.push(one);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { found, broken: { code: error.code, position: error.position } };
  }
  return { found, broken: null };
}

describe('the elements of a document', () => {
  const [a, b] = [
    { claimReviewed: 'Ägypten 🐪 "x"' },
    { '@type': 'ClaimReview', rating: [1.5e3, -2, true, null, {}] },
  ];

  it.each([
    ['members of a list', [a, b], [a, b]],
    ['members of a list that are none', [null, 1, 'x', []], [null, 1, 'x', []]],
    ['of @graph', { '@context': 'https://schema.org', '@graph': [a, b] }, [a, b]],
    ['of @graph, but not what else a page tells', { '@graph': [{ '@type': 'WebSite' }, b, null] }, [b]],
    [
      'of a DataFeed',
      { name: 'x', dataFeedElement: [{ item: [a, null] }, { item: null }, null] },
      [{ item: [a, null] }, { item: null }, null],
    ],
    [
      'of a DataFeed with one that is not in a list',
      { dataFeedElement: { item: b }, more: [1] },
      [{ item: b }],
    ],
    [
      'of claims:search',
      { claims: [{ text: 'x', claimReview: [] }], nextPageToken: 'y' },
      [{ text: 'x', claimReview: [] }],
    ],
    ['of claims:imageSearch', { results: [{ claim: { text: 'x' } }] }, [{ claim: { text: 'x' } }]],
    ['of pages of markup', { claimReviewMarkupPages: [{ pageUrl: 'x' }] }, [{ pageUrl: 'x' }]],
    ['of an answer that found nothing', {}, []],
    ['of a list with nothing in it', { claims: [] }, []],
    ['of one object', b, [b]],
    [
      'of one object with a list deeper down',
      { ...b, about: { claims: [a] } },
      [{ ...b, about: { claims: [a] } }],
    ],
    ['of a text', 'x', ['x']],
  ])('are those %s', async (_, document, expected) => {
    for (const space of [undefined, 2]) {
      for (const size of [1, 7, 100_000]) {
        expect(await read(JSON.stringify(document, null, space), size)).toEqual({
          found: expected,
          broken: null,
        });
      }
    }
  });

  it('are read after a byte-order mark', async () => {
    expect((await read('\uFEFF[1]')).found).toEqual([1]);
  });

  it('can hold a field named __proto__, which is one like others', async () => {
    const [one] = (await read('[{"__proto__":{"polluted":1}}]')).found as [object];
    expect(Object.keys(one)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['[{"a":1},{"b":2},{"c":3 "d"}]', [{ a: 1 }, { b: 2 }], 24],
    ['[{"a":1}{"b":2}]', [{ a: 1 }], 8],
    ['[{"a":1},]', [{ a: 1 }], 9],
    ['[{"a":"\\u00e9\\n"},}', [{ a: 'é\n' }], 18],
    ['{"claims":[{"a":1},{"b":2', [{ a: 1 }], 24],
    ['[1,2]]', [1, 2], 5],
    ['[1] [2]', [1], 4],
    ['[1,tru]', [1], 2],
    ['[1,{"a"}]', [1], 7],
    ['[1,{2:3}]', [1], 4],
    ['[1:2]', [1], 2],
    ['[1,{]', [1], 4],
    ['', [], 0],
    ['<html>', [], 0],
  ])('%s gives what stands before it breaks, and where', async (document, found, position) => {
    for (const size of [1, 7, 1000]) {
      expect(await read(document, size)).toEqual({ found, broken: { code: 'document.broken', position } });
    }
  });

  it('end where the bytes are no UTF-8', async () => {
    const whole = bytes('[1,"ab"]');
    whole[5] = 0xff;
    expect(await read(whole)).toEqual({ found: [1], broken: { code: 'document.broken', position: 2 } });
  });

  it('are not nested without end', async () => {
    const deep = '['.repeat(200_000);
    expect(await read(`[1,${deep}`, 5000)).toEqual({
      found: [1],
      broken: { code: 'document.too_deep', position: 102 },
    });
  });

  const long = 'x'.repeat(1000);
  const manyOf = (count: number) => Array.from({ length: count }, () => long);

  it('are passed over when they are too long, and those after them are read', async () => {
    const { found, broken } = await read(
      JSON.stringify([a, { many: manyOf(2000) }, b, manyOf(1500), 7]),
      10_000,
    );
    expect([found.length, broken]).toEqual([5, null]);
    expect([found[0], found[2], found[4]]).toEqual([a, b, 7]);
    expect(found[1]).toEqual(new TooLarge(bytes(JSON.stringify([a])).length));
    expect(found[3]).toBeInstanceOf(TooLarge);
  });

  it('are not found in one object that is too long', async () => {
    const { found, broken } = await read(JSON.stringify({ one: manyOf(900), two: manyOf(900) }), 10_000);
    expect([found, broken?.code]).toEqual([[], 'document.too_large']);
  });

  it('are found in a list behind fields that are too long', async () => {
    const document = { one: manyOf(1500), claims: [a], two: manyOf(1500) };
    expect(await read(JSON.stringify(document), 10_000)).toEqual({ found: [a], broken: null });
  });

  it('have no string without end', async () => {
    let taken = 0;
    async function* endless() {
      yield bytes('[1,"');
      for (; ; taken += 1) yield await Promise.resolve(bytes('x'.repeat(10_000)));
    }
    const found: unknown[] = [];
    const reading = (async () => {
      for await (const one of elements(endless())) found.push(one);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'document.too_large', position: 2 });
    expect([found, taken < 200]).toEqual([[1], true]);
  });

  it('are given as they come, without reading ahead', async () => {
    const one = bytes(JSON.stringify({ '@type': 'ClaimReview', claimReviewed: long }) + ',');
    let taken = 0;
    async function* feed() {
      yield bytes('{"dataFeedElement":[');
      for (; taken < 1000; taken += 1) yield await Promise.resolve(one);
      yield bytes('null]}');
    }
    let given = 0;
    for await (const _ of elements(feed())) expect(taken).toBeLessThanOrEqual((given += 1));
    expect(given).toBe(1001);
  });

  it('pass on what the stream itself has to say', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      throw new Error('the connection was lost');
    }
    await expect(elements(failing()).next()).rejects.toThrow('the connection was lost');
  });
});

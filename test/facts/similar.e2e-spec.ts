import { runJob } from '../reviews/machine-jobs.js';
import { eventually, onDatabase, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, faults, say, strike } from './steps.js';

const KURSK = 'North Korean soldiers have arrived in the combat zone in the Kursk region.';

function similar(by: Client, query: Record<string, string>): Promise<Json> {
  return done(by.get(`/claims/similar?${new URLSearchParams(query).toString()}`));
}

const idsOf = ({ items }: Json): string[] => items.map((item: Json) => item.claim.id);
const kindsOf = (item: Json): string[] => item.reasons.map(({ kind }: Json) => kind);

describe('claims that may say the same', () => {
  let by: Client;
  let viewer: Client;
  let kursk: Json;
  let koreans: Json;
  let grain: Json;

  beforeAll(async () => {
    const workspace = Workspace.open();
    by = await workspace.client('editor');
    viewer = await workspace.client('viewer');
    const appearances = [{ url: 'https://www.News.example/War/?utm_source=x&id=7#top' }];
    kursk = await claim(by, { text: KURSK, appearances });
    koreans = await claim(by, { text: 'A North Korean soldier was seen near Kursk.' });
    grain = await claim(by, { text: 'Grain exports through Odesa have doubled.' });
    await claim(by, { text: 'Экспорт зерна через Одессу удвоился.', language: 'ru' });
    for (const n of [1, 2, 3, 4]) await claim(by, { text: `Schools in district ${n} have closed.` });
  });

  it('are found by words as their language stems them, the rarest first, and say which', async () => {
    const { rule, items } = await similar(viewer, { text: 'a SOLDIER arriving in kursk', language: 'en' });
    expect(rule).toBe('similar/1');
    expect(items.map(({ claim }: Json) => claim.id)).toEqual([kursk.id, koreans.id]);
    const [{ kind, words }] = items[0].reasons;
    expect(kind).toBe('words');
    expect(words.map(({ word }: Json) => word).sort()).toEqual(['arriv', 'kursk', 'soldier']);
    expect(words[0]).toMatchObject({ word: 'arriv', typed: null });
    expect(items[0].score).toBeGreaterThan(items[1].score);
  });

  it('are as many as were asked for, at most', async () => {
    const { items } = await similar(viewer, { text: 'a soldier arriving in kursk', limit: '1' });
    expect(items.map(({ claim }: Json) => claim.id)).toEqual([kursk.id]);
    const none = await viewer.get('/claims/similar?text=kursk&limit=0');
    expect([none.status, none.body.errors[0].path]).toEqual([400, 'limit']);
  });

  it('with the same text come first, whatever its capitals, white space and quotation marks', async () => {
    const text = `“${KURSK.toUpperCase().replace(' ', '  ')}”`;
    const { items } = await similar(viewer, { text });
    expect(items[0].claim.id).toBe(kursk.id);
    expect(items[0].score).toBe(1);
    expect(kindsOf(items[0])).toEqual(['same_text', 'words']);
  });

  it.each([
    'http://news.example/War?id=7',
    'HTTPS://NEWS.EXAMPLE:443/War/?id=7&utm_campaign=y',
    'https://www.news.example/War/?fbclid=z&id=7',
  ])('are found by the address they appeared at, written as %s', async (url) => {
    const found = await similar(viewer, { url });
    expect(idsOf(found)).toEqual([kursk.id]);
    expect(kindsOf(found.items[0])).toEqual(['same_url']);
  });

  it.each([
    'https://news.example/war?id=7',
    'https://news.example/War?id=8',
    'https://other.example/War?id=7',
  ])('are not found by another address: %s', async (url) => {
    expect(idsOf(await similar(viewer, { url }))).toEqual([]);
  });

  it('are found by addresses that are longer than an index takes', async () => {
    const letters = Array.from({ length: 1000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    );
    const url = `https://long.example/${letters.join('')}`;
    const { id } = await claim(by, { text: 'Of a long address.', appearances: [{ url }] });
    const { id: sourceId } = await source(by);
    await say(by, grain.id, sourceId, 'asserts', { url });
    expect(idsOf(await similar(viewer, { url })).sort()).toEqual([grain.id, id].sort());
    expect(idsOf(await similar(viewer, { url: `${url}x` }))).toEqual([]);
  });

  it('are found by the address of a statement on them, until it is struck', async () => {
    const { id: sourceId } = await source(by);
    const url = 'https://agency.example/report';
    const { id } = await say(by, grain.id, sourceId, 'asserts', { url });
    expect(idsOf(await similar(viewer, { url: `${url}/` }))).toEqual([grain.id]);
    await strike(by, id);
    expect(idsOf(await similar(viewer, { url }))).toEqual([]);
  });

  it('are found by names run together in a hashtag or a handle, and not by what an address says', async () => {
    const text = 'Look at this! #GrainExports https://t.co/kursk pic.twitter.com/soldiers';
    expect(idsOf(await similar(viewer, { text, language: 'en' }))).toEqual([grain.id]);
  });

  it('are found among those of a language alone, or of all', async () => {
    expect(idsOf(await similar(viewer, { text: 'экспорта зерна', language: 'en' }))).toEqual([]);
    const inAll = idsOf(await similar(viewer, { text: 'экспорта зерна' }));
    expect(inAll).toHaveLength(1);
    expect(idsOf(await similar(viewer, { text: 'экспорта зерна', language: 'ru-UA' }))).toEqual(inAll);
  });

  it('follow a change of the text, the language and the addresses', async () => {
    const { id } = await claim(by, { text: 'Bridges fell.', language: 'en' });
    const url = 'https://changed.example/';
    await change(by, `/claims/${id}`, {
      text: 'Brücken stürzten ein.',
      language: 'de',
      appearances: [{ url }],
    });
    expect(idsOf(await similar(viewer, { text: 'bridge', language: 'en' }))).toEqual([]);
    expect(idsOf(await similar(viewer, { text: 'die Brücke', language: 'de' }))).toEqual([id]);
    expect(idsOf(await similar(viewer, { url }))).toEqual([id]);
  });

  it('are named on entry when that is asked for', async () => {
    const entry = { text: `${KURSK} They are 3,000.`, language: 'en' };
    const { similar: named, ...entered } = await done(by.post('/claims?similar=true', entry));
    expect(named[0]).toMatchObject({ claim: { id: kursk.id } });
    expect(named.map((one: Json) => one.claim.id)).not.toContain(entered.id);
    const plain = await done(by.post('/claims', { ...entry, text: 'Nothing of the kind.' }));
    expect(plain).not.toHaveProperty('similar');
  });

  it('are never those of another workspace', async () => {
    const stranger = await Workspace.open().client('viewer');
    expect(idsOf(await similar(stranger, { text: KURSK }))).toEqual([]);
    expect(idsOf(await similar(stranger, { url: 'https://news.example/War?id=7' }))).toEqual([]);
  });

  it('are asked for by a text or an address', async () => {
    expect(await similar(viewer, {})).toMatchObject({ items: [] });
    expect(faults(await viewer.get('/claims/similar?url=ftp://x'))).toEqual({ status: 400, paths: ['url'] });
    expect(await similar(viewer, { text: 'the of and' })).toMatchObject({ items: [] });
  });
});

describe('the words of claims, counted', () => {
  let by: Client;

  beforeAll(async () => {
    by = await Workspace.open().client('editor');
  });

  /** The sweep may be at it at the same time, and then does what is left. */
  async function count(): Promise<void> {
    const { workspaceId } = await done(by.get('/me'));
    await runJob(sharedDesk(), 'claim.count-words');
    await onDatabase(sharedDesk().databaseUrl, (client) =>
      eventually(
        () => client.query('select 1 from claim_term_deltas where workspace_id = $1 limit 1', [workspaceId]),
        ({ rows }) => rows.length === 0,
      ),
    );
  }

  /** What is counted of the workspace, beside what a count of all its claims would say. */
  async function counts(): Promise<{ kept: Json; true: Json }> {
    const { workspaceId } = await done(by.get('/me'));
    return onDatabase(sharedDesk().databaseUrl, async (client) => {
      const kept = await client.query(
        `select configuration, lexeme, claims::int from claim_lexemes where workspace_id = $1 and claims <> 0 order by 1, 2`,
        [workspaceId],
      );
      const real = await client.query(
        `select stemmed_as(c.language) as configuration, w.lexeme, count(*)::int as claims
           from claims c cross join unnest(to_tsvector(stemmed_as(c.language)::regconfig, c.text)) w
          where c.workspace_id = $1 group by 1, 2 order by 1, 2`,
        [workspaceId],
      );
      return { kept: kept.rows, true: real.rows };
    });
  }

  it('are as many as there are, after entries, changes of text and changes of language', async () => {
    const one = await claim(by, { text: 'Soldiers arrived in Kursk.' });
    await claim(by, { text: 'No soldiers in Kursk.' });
    await count();
    await change(by, `/claims/${one.id}`, { text: 'Soldiers left Kursk.' });
    await change(by, `/claims/${one.id}`, { language: 'de' });
    await change(by, `/claims/${one.id}`, { topics: ['no change of words'] });
    await claim(by, { text: 'Солдати прибули', language: 'uk' });
    await count();
    const { kept, true: real } = await counts();
    expect(kept).toEqual(real);
    expect(real).toContainEqual({ configuration: 'english', lexeme: 'kursk', claims: 1 });
  });

  it('tell a typing error from a rare word: it is read as the word that looks most like it', async () => {
    const { id } = await claim(by, { text: 'Suleimani commanded the Quds force.' });
    await count();
    const query = { text: 'who is Soleimani?', language: 'en' };
    const { items } = await similar(by, query);
    expect(items[0]).toMatchObject({ claim: { id }, reasons: [{ kind: 'spelling' }] });
    expect(items[0].reasons[0].words).toContainEqual(
      expect.objectContaining({ word: 'suleimani', typed: 'soleimani' }),
    );
    await claim(by, { text: 'Soleimani was a commander.' });
    await count();
    const [now] = (await similar(by, query)).items;
    expect(kindsOf(now)).toEqual(['words']);
  });

  it('weigh a word the less the more claims it stands in', async () => {
    for (const n of [1, 2, 3, 4, 5]) await claim(by, { text: `Parliament voted on law ${n}.` });
    const { id } = await claim(by, { text: 'Parliament has a crypt.' });
    await count();
    const { items } = await similar(by, { text: 'the crypt of parliament', language: 'en' });
    expect(items[0].claim.id).toBe(id);
    const [crypt, parliament] = items[0].reasons[0].words;
    expect([crypt.word, crypt.claims, parliament.word, parliament.claims]).toEqual([
      'crypt',
      1,
      'parliament',
      6,
    ]);
    expect(crypt.adds).toBeGreaterThan(parliament.adds);
  });
});

import { type Client, type Json } from '../setup/workspace.js';
import { decided, newsroom, type Newsroom, publish, review } from './decided.js';

const HOSTILE = `</script><script>alert(1)</script>"'><img src=x onerror=alert(2)> & \u202eevil`;

describe('what anybody may read of a workspace', () => {
  let room: Newsroom;
  let editor: Client;
  let base: string;

  beforeEach(async () => {
    room = await newsroom();
    ({ editor } = room);
    base = room.workspace.desk.url;
  });

  const open = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, base), { headers });
  const feed = (name: string, query = '') => `/api/v1/feeds/${room.workspace.slug}/${name}${query}`;
  const json = async (path: string): Promise<Json> => (await open(path)).json();
  const text = async (path: string) => (await open(path)).text();
  const withdraw = (id: string) =>
    editor.post(`/publications/${id}/withdraw`, { reason: 'It was another war.' });

  it('is the newest ClaimReview of each claim, and that one is gone', async () => {
    const [one, two] = [await decided(room, { text: 'One' }), await decided(room, { text: 'Two' })];
    await publish(editor, one.claimId);
    await publish(editor, one.claimId, { title: 'Better', correction: 'Better words.' });
    const gone = await publish(editor, two.claimId);
    expect((await withdraw(gone.id)).status).toBe(200);
    const response = await open(feed('claim-review.json'));
    expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const { dataFeedElement: items, ...rest } = (await response.json()) as Json;
    expect(rest).toMatchObject({ '@type': 'DataFeed' });
    expect(items).toEqual([
      {
        '@type': 'DataFeedItem',
        dateCreated: gone.publishedAt,
        dateDeleted: expect.any(String),
        item: { '@type': 'ClaimReview', identifier: `urn:uuid:${gone.id}`, url: gone.url },
      },
      {
        '@type': 'DataFeedItem',
        dateCreated: expect.any(String),
        item: expect.objectContaining({ '@type': 'ClaimReview', name: 'Better', claimReviewed: 'One' }),
      },
    ]);
  });

  it('is told of corrections and withdrawals with the rating before and since', async () => {
    const { claimId } = await decided(room, {}, 'false');
    await publish(editor, claimId);
    expect(await json(feed('corrections.json'))).toEqual({ items: [], nextCursor: null });
    await review(room, claimId, 'true');
    const second = await publish(editor, claimId, { correction: 'New images show them.' });
    await withdraw(second.id);
    const third = await publish(editor, claimId, { correction: 'The images were right.' });
    expect((await json(feed('corrections.json'))).items).toMatchObject([
      {
        type: 'correction',
        publicationId: third.id,
        reason: 'The images were right.',
        before: { key: 'true' },
        after: { key: 'true' },
      },
      {
        type: 'withdrawal',
        publicationId: second.id,
        number: 2,
        reason: 'It was another war.',
        before: { key: 'true' },
        after: null,
      },
    ]);
  });

  it('is read page by page, and not again while nothing has changed', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.unshift((await publish(editor, (await decided(room)).claimId)).id);
    const found: string[] = [];
    for (let at: string | null = feed('claim-review.json', '?limit=2'); at !== null;) {
      const response = await open(at);
      const { dataFeedElement } = (await response.json()) as Json;
      found.push(...dataFeedElement.map(({ item }: Json) => item.identifier.replace('urn:uuid:', '')));
      at = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(found).toEqual(ids);
    for (const name of ['claim-review.json', 'atom.xml', 'corrections.json']) {
      const first = await open(feed(name));
      expect(first.headers.get('cache-control')).toBe('public, max-age=60');
      expect(first.headers.get('access-control-allow-origin')).toBe('*');
      const again = await open(feed(name), { 'if-none-match': first.headers.get('etag')! });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('is an Atom feed, with tombstones', async () => {
    const [kept, gone] = [await decided(room), await decided(room)];
    const standing = await publish(editor, kept.claimId, { title: HOSTILE, authors: ['Olena Petrenko'] });
    const taken = await publish(editor, gone.claimId);
    await withdraw(taken.id);
    const response = await open(feed('atom.xml', '?limit=1'));
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const first = await response.text();
    expect(first).toMatch(/<link rel="next" type="application\/atom\+xml" href="[^"<]+cursor=[^"<]+"\/>/);
    expect(first).toContain(`<at:deleted-entry ref="urn:uuid:${taken.id}"`);
    const whole = await text(feed('atom.xml'));
    expect(whole).toContain(`<id>urn:uuid:${standing.id}</id>`);
    expect(whole).toContain('<author><name>Olena Petrenko</name></author>');
    expect(whole).toContain('&lt;/script&gt;&lt;script&gt;');
    expect(whole).not.toContain('<script');
  });

  it('is a page without a script, on which nothing from outside becomes markup', async () => {
    const { claimId } = await decided(room, {
      text: HOSTILE,
      appearances: [{ url: 'https://x.example/?a=1&b=2' }],
    });
    const { pageUrl } = await publish(editor, claimId, { title: HOSTILE, summary: HOSTILE, language: 'uk' });
    const response = await open(pageUrl);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    const page = await response.text();
    expect(page).toContain('<html lang="uk">');
    expect(page.match(/<script/g)).toHaveLength(1);
    const embedded = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!;
    expect(JSON.parse(embedded)).toMatchObject({ '@type': 'ClaimReview', claimReviewed: HOSTILE });
    expect(page).not.toContain('<img');
    expect(page).toMatch(/confirms it, after <bdi>GUR /);
    expect(page).toContain('&lt;img src=x onerror=alert(2)&gt;');
  });

  it('leads from an older publication to the newest, and leaves a tombstone of what was withdrawn', async () => {
    const { claimId } = await decided(room);
    const first = await publish(editor, claimId);
    const second = await publish(editor, claimId, { correction: 'Better words.' });
    expect(await text(first.pageUrl)).toContain(
      `<a href="${second.pageUrl}">Publication 2</a> has replaced it`,
    );
    expect(await text(second.pageUrl)).toContain('Better words.');
    await withdraw(second.id);
    const gone = await open(second.pageUrl);
    expect(gone.status).toBe(410);
    const page = await gone.text();
    expect(page).toContain('Withdrawn on');
    expect(page).toContain('It was another war.');
    expect(page).not.toContain('<script');
  });

  it('is nothing where nothing was published', async () => {
    const { id } = await publish(editor, (await decided(room)).claimId);
    const other = await newsroom();
    for (const path of [
      '/api/v1/feeds/no-such-workspace/atom.xml',
      `/published/no-such-workspace/${id}`,
      `/published/${other.workspace.slug}/${id}`,
    ]) {
      expect((await open(path)).status).toBe(404);
    }
    expect((await open(`/published/${room.workspace.slug}/1`)).status).toBe(400);
    expect((await open(feed('atom.xml', '?cursor=nonsense'))).status).toBe(400);
    expect((await open(feed('atom.xml', '?unknown=1'))).status).toBe(400);
  });
});

import { sharedDesk } from '../setup/desk.js';

const { url } = sharedDesk();
const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

describe('the pages of the desk', () => {
  it('are there at every address of the desk, and nothing is taken for one that is none', async () => {
    for (const path of [
      '/',
      '/claims',
      '/claims/new',
      '/administration/queues',
      '/invitation',
      '/review/1?take',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await answer.text()).toContain('<title>Second Source</title>');
    }
    for (const path of [
      '/nowhere',
      '/claimsandmore',
      '/files/none.js',
      '/files/../package.json',
      '/api/v1/none',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('may load and ask this server alone: no script in a page, nothing made of text, no frame around', async () => {
    const answers = await Promise.all(['/', '/'].map((path) => get(path)));
    const policies = answers.map(({ headers }) => headers.get('content-security-policy')!);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
    // A nonce that one could know before would let in what it is to keep out.
    const nonces = policies.map((policy) => /'nonce-([\w-]{22})'/.exec(policy)![1]!);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(await answers[0]!.text()).toContain(`nonce="${nonces[0]}"`);
    expect((await get('/api/docs')).headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  });

  it('name files that never change, packed for who takes them so', async () => {
    const page = await (await get('/')).text();
    const script = /\/files\/[^"]+\.js/.exec(page)![0];
    const packed = await get(script, { 'accept-encoding': 'br' });
    const plain = await get(script, { 'accept-encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
    const again = await get(script, { 'if-none-match': packed.headers.get('etag')! });
    expect(again.status).toBe(304);
  });
});

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathOf } from '../config/home.js';
import { etagOf, sendTagged } from './prepared-answer.js';

/** The addresses at which the desk has pages; what lies below one is the desk's too. */
export const DESK_PAGES = [
  'account',
  'administration',
  'claims',
  'invitation',
  'parties',
  'review',
  'reviews',
  'setup',
  'sign-in',
  'sources',
];

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Second Source</title>
<p>The desk is not built. Run <code>npm run build</code>; the API is described at <a href="/api/docs">/api/docs</a>.</p>
</html>
`;

/** What a page may load and ask: this server alone, no script or style that stands in a page, nothing made of text. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The component library adds two rules of its own while it runs, marked with the page's nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Serves the web desk as it was built: its page at each of its addresses, and its files, which never change. */
export function serveDesk(fastify: FastifyInstance): void {
  const folder = pathOf('dist/web');
  const page = existsSync(join(folder, 'index.html'))
    ? readFileSync(join(folder, 'index.html'), 'utf8')
    : NOT_BUILT;
  const answer = (_: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('content-type', TYPES['.html'])
      .send(page.replace('%NONCE%', nonce));
  };
  fastify.get('/', answer);
  for (const place of DESK_PAGES) {
    fastify.get(`/${place}`, answer);
    fastify.get(`/${place}/*`, answer);
  }
  const files = join(folder, 'files');
  if (existsSync(files)) for (const name of readdirSync(files)) serveFile(fastify, files, name);
}

function serveFile(fastify: FastifyInstance, folder: string, name: string): void {
  const type = TYPES[extname(name)];
  if (type === undefined) return;
  const read = (encoding: string, ending: string) =>
    existsSync(join(folder, name + ending))
      ? [{ encoding, content: readFileSync(join(folder, name + ending)) }]
      : [];
  const packed = [...read('br', '.br'), ...read('gzip', '.gz')];
  const plain = { encoding: undefined, content: readFileSync(join(folder, name)) };
  const etag = etagOf(plain.content);
  fastify.get(`/files/${name}`, (request, reply) => {
    const taken = String(request.headers['accept-encoding'] ?? '').split(/[\s,]+/);
    const { encoding, content } = packed.find((one) => taken.includes(one.encoding)) ?? plain;
    // Its name has a digest of what is in it.
    void reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    if (encoding !== undefined) void reply.header('content-encoding', encoding);
    return sendTagged(request, reply, { content, etag, type });
  });
}

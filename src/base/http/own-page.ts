import type { FastifyRequest } from 'fastify';
import { Problem, type ProblemKind } from '../errors/problem.js';

export const FOREIGN_ORIGIN: ProblemKind = {
  status: 403,
  code: 'origin.foreign',
  title: 'Another site may not ask for this',
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of another site makes a browser ask for in the name of whoever is signed in there. Browsers say in
 * Sec-Fetch-Site or in Origin whose page it is; `strict`: who says neither is refused too.
 */
export function expectOwnPage({ method, headers }: FastifyRequest, strict: boolean): void {
  if (SAFE.has(method)) return;
  const site = headers['sec-fetch-site'];
  const { origin, host } = headers;
  if (site === undefined && origin === undefined && !strict) return;
  const isOwn =
    site === undefined
      ? origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
      : site === 'same-origin';
  if (isOwn) return;
  throw new Problem(
    FOREIGN_ORIGIN,
    'A session is for the pages of this server. Programs send an API key as Authorization: Bearer <key>.',
  );
}

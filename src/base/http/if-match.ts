import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidField, PRECONDITION_REQUIRED, Problem, STALE } from '../errors/problem.js';

/** The version a caller has read: a number, or any where they sent `*`. */
export type ExpectedVersion = number | 'any';

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): ExpectedVersion => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header.trim() === '') {
    throw new Problem(
      PRECONDITION_REQUIRED,
      'Send If-Match with the version you read, as in its ETag, for example If-Match: "3".',
    );
  }
  if (header.trim() === '*') return 'any';
  const match = /^(W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw invalidField('If-Match', 'must be one version in quotes, for example "3"');
  // A weak tag never matches (RFC 9110, 13.1.1); no version is 0.
  return match[1] ? 0 : Number(match[2]);
});

/** Refuses to change what has changed since the caller read it. */
export function expectVersion(expected: ExpectedVersion, version: number): void {
  if (expected !== 'any' && expected !== version) {
    throw new Problem(
      STALE,
      `It is at version ${version} now. Read it again, check that your change still fits, and send it with If-Match: "${version}".`,
      { extra: { currentVersion: version } },
    );
  }
}

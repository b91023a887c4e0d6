import {
  FORBIDDEN,
  INTERNAL,
  INVALID,
  type ProblemKind,
  STALE,
  TOO_LARGE,
  UNAUTHENTICATED,
  UNSUPPORTED_TYPE,
} from '../errors/problem.js';

const REQUEST_ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f6f';

export const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'Why a request was refused (RFC 9457). Some codes carry more, such as `holder` and `expiresAt` with `lease.lost` or `currentVersion` with `version.stale`.',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:second-source:problem:request.invalid'] },
    title: { type: 'string', examples: ['The request is not valid'] },
    status: { type: 'integer', minimum: 400, maximum: 599, examples: [400] },
    detail: {
      type: 'string',
      description: 'What to do.',
      examples: ['Correct the fields listed under errors.'],
    },
    code: {
      type: 'string',
      description: '`noun.condition`; it never changes, so programs may decide by it.',
      examples: ['request.invalid'],
    },
    errors: {
      type: 'array',
      description: 'The fields that are wrong, by their path in the request.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', examples: ['statement.sourceId'] },
          message: { type: 'string', examples: ['must be an id (a UUID)'] },
        },
      },
    },
    requestId: { type: 'string', format: 'uuid', examples: [REQUEST_ID] },
  },
  additionalProperties: true,
};

/** Answers of an operation that say no, by status. What one kind alone answers is described once for all operations. */
export function problemResponses(
  kinds: ProblemKind[],
  operation: Kind,
  shared: Record<string, unknown>,
): Record<string, unknown> {
  const possible = [...kinds, INTERNAL].filter((kind) => applies(kind, operation));
  const distinct = [...new Map(possible.map((kind) => [kind.code, kind])).values()];
  const statuses = [...new Set(distinct.map(({ status }) => status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const same = distinct.filter((kind) => kind.status === status);
      if (same.length > 1) return [status, response(same)];
      shared[same[0]!.code] ??= response(same);
      return [status, { $ref: `#/components/responses/${same[0]!.code}` }];
    }),
  );
}

interface Kind {
  method: string;
  /** It asks for no permission. */
  open: boolean;
  /** It asks for a session. */
  ofSession: boolean;
}

// A GET has no body that could be too large or of a wrong type; what is open to all asks nobody who they are.
function applies({ code }: ProblemKind, { method, open, ofSession }: Kind): boolean {
  if (method === 'get' && (code === TOO_LARGE.code || code === UNSUPPORTED_TYPE.code)) return false;
  if (code === UNAUTHENTICATED.code) return !open || ofSession;
  return !open || code !== FORBIDDEN.code;
}

function response(kinds: ProblemKind[]): object {
  const { status } = kinds[0]!;
  return {
    description: kinds.map(({ code, title }) => `\`${code}\`: ${title}.`).join(' '),
    headers: {
      'x-request-id': { $ref: '#/components/headers/RequestId' },
      ...(status === 401 && { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } }),
      ...((status === 503 || status === 429) && {
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      }),
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: kinds.map(({ code }) => code) } } },
          ],
        },
        examples: Object.fromEntries(kinds.map((kind) => [kind.code, { value: example(kind) }])),
      },
    },
  };
}

function example({ status, code, title }: ProblemKind): object {
  return {
    type: `urn:second-source:problem:${code}`,
    title,
    status,
    detail: DETAILS[code] ?? `${title}.`,
    code,
    ...MORE[code],
    requestId: REQUEST_ID,
  };
}

const DETAILS: Record<string, string> = {
  [INVALID.code]: 'Correct the fields listed under errors and send the request again.',
  [UNAUTHENTICATED.code]: 'Send your API key as: Authorization: Bearer <key>.',
  [STALE.code]:
    'It is at version 4 now. Read it again, check that your change still fits, and send it with If-Match: "4".',
  [TOO_LARGE.code]: 'A JSON body may be at most 1 MiB. Send less at once.',
  [UNSUPPORTED_TYPE.code]: 'Send the body as application/json.',
};

const MORE: Record<string, object> = {
  [INVALID.code]: { errors: [{ path: 'text', message: 'must be text' }] },
  [STALE.code]: { currentVersion: 4 },
};

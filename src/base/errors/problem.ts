export interface FieldError {
  path: string;
  message: string;
}

export interface ProblemKind {
  status: number;
  /** `noun.condition`; clients are written against it, so it never changes. */
  code: string;
  title: string;
}

/** What a kind of problem says besides; never under a name that every problem has. */
type Extra = Record<string, unknown> & {
  [Name in 'type' | 'title' | 'status' | 'detail' | 'code' | 'errors' | 'requestId']?: never;
};

/** An answer that says no: RFC 9457, with a stable code and a sentence that says what to do. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly more: { errors?: FieldError[]; extra?: Extra; retryAfter?: number } = {},
  ) {
    super(`${kind.code}: ${detail}`);
  }
}

function kind(status: number, code: string, title: string): ProblemKind {
  return { status, code, title };
}

export const INVALID = kind(400, 'request.invalid', 'The request is not valid');
export const UNAUTHENTICATED = kind(401, 'credentials.required', 'No valid credentials');
export const FORBIDDEN = kind(403, 'permission.denied', 'Your role may not do this');
export const NOT_FOUND = kind(404, 'resource.not_found', 'Not found');
export const METHOD_NOT_ALLOWED = kind(405, 'method.not_allowed', 'This method is not allowed here');
export const TIMED_OUT = kind(408, 'request.timed_out', 'The request did not arrive in time');
export const STALE = kind(412, 'version.stale', 'The resource has changed');
export const TOO_LARGE = kind(413, 'request.too_large', 'The request is too large');
export const URI_TOO_LONG = kind(414, 'uri.too_long', 'The address is too long');
export const UNSUPPORTED_TYPE = kind(415, 'media_type.unsupported', 'This content type is not supported');
export const PRECONDITION_REQUIRED = kind(428, 'version.required', 'If-Match is required');
export const HEADERS_TOO_LARGE = kind(431, 'headers.too_large', 'The address and headers are too large');
export const INTERNAL = kind(500, 'server.fault', 'Something went wrong on our side');
export const UNAVAILABLE = kind(503, 'server.unavailable', 'The server cannot answer now');

/** One field of the body, path or query is wrong; `path` is as in the request: `statement.sourceId`. */
export function invalidField(path: string, message: string): Problem {
  return new Problem(INVALID, 'Correct the fields listed under errors and send the request again.', {
    errors: [{ path, message }],
  });
}

/** The same words whether the id was never given out or belongs to another workspace. */
export function unknownReference(path: string, noun: string): Problem {
  return invalidField(path, `There is no ${noun} with this id in your workspace.`);
}

export function notFound(noun: string): Problem {
  return new Problem(NOT_FOUND, `There is no such ${noun} in your workspace. Check the id in the address.`);
}

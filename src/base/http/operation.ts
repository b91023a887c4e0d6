import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  FORBIDDEN,
  INVALID,
  NOT_FOUND,
  PRECONDITION_REQUIRED,
  type ProblemKind,
  STALE,
  TOO_LARGE,
  UNAUTHENTICATED,
  UNAVAILABLE,
  UNSUPPORTED_TYPE,
} from '../errors/problem.js';
import { NEVER_REPEATED } from './idempotency-key.js';

export const POLLING = 'second-source:polling';
export const QUERY = 'second-source:query';

export interface OperationOptions {
  /** One line that begins with a verb. */
  summary: string;
  /** What goes in and comes out where the summary does not say it all. */
  description?: string;
  /** The class of the answer; none for 204. */
  answer?: Type;
  /** The answer is a stream of server-sent events that looks like this. */
  stream?: string;
  /** The answer is a file: for each type of content what it looks like. */
  files?: Record<string, string>;
  /** The body is a file, read as it comes, of any length: for each type of content what it looks like. Never repeated by key. */
  streamed?: Record<string, string>;
  /** Status of success; 200 unless said otherwise. */
  status?: 200 | 201 | 202 | 204;
  /** A second answer without a body, e.g. 204 when nothing is there. */
  orNothing?: string;
  /** Class of the body, where it is not seen from the method's parameters. */
  body?: Type;
  /** Class of the query parameters; without one, any query parameter is refused. */
  query?: Type;
  /** What this operation can refuse beyond what every operation can. */
  errors?: ProblemKind[];
  /** Asks for If-Match and answers 412 and 428. */
  ifMatch?: boolean;
  /** A list or a count that clients poll: it carries an ETag of its content and answers 304. */
  polling?: boolean;
  /** The single resource named in the path may not be there. */
  finds?: boolean;
  /** Of whoever is signed in, whatever their role: it asks for a session and takes no API key. */
  ofSession?: boolean;
  /** The answer shows a secret, so it is never given a second time: no Idempotency-Key is taken. */
  showsSecret?: boolean;
}

/** Everything OpenAPI says of an operation, and what the pipeline needs to know of it. */
export function Operation(options: OperationOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: options.summary, description: options.description }),
    HttpCode(options.status ?? 200),
    SetMetadata(QUERY, options.query ?? null),
    ...answers(options),
    ...conditions(options),
    ...(isRepeatable(options) ? [] : [SetMetadata(NEVER_REPEATED, true)]),
    ApiExtension('x-repeatable', isRepeatable(options)),
    ...(options.ofSession === true ? [ApiExtension('x-session', true)] : []),
    ApiExtension('x-problems', problemsOf(options)),
  );
}

function isRepeatable({ showsSecret, streamed }: OperationOptions): boolean {
  return showsSecret !== true && streamed === undefined;
}

function answers(options: OperationOptions): MethodDecorator[] {
  const success = ApiResponse({
    status: options.status ?? 200,
    description:
      options.answer || options.stream || options.files ? 'Done.' : 'Done; there is nothing to say.',
    ...(options.answer && { type: options.answer }),
    ...(options.files !== undefined && {
      content: Object.fromEntries(
        Object.entries(options.files).map(([type, example]) => [
          type,
          { schema: { type: 'string' }, example },
        ]),
      ),
    }),
    ...(options.stream !== undefined && {
      content: { 'text/event-stream': { schema: { type: 'string' }, example: options.stream } },
    }),
  });
  const nothing = options.orNothing && [ApiResponse({ status: 204, description: options.orNothing })];
  const body = options.body && [ApiBody({ type: options.body })];
  const streamed = options.streamed && [
    ApiConsumes(...Object.keys(options.streamed)),
    ApiBody({ required: true, schema: { type: 'string' } }),
  ];
  return [success, ...(nothing || []), ...(body || []), ...(streamed || [])];
}

/** An answer with a tag that is not sent again to who has it. */
export const UNCHANGED: MethodDecorator = applyDecorators(
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the answer you have; 304 when it is still the answer.',
    schema: { type: 'string' },
  }),
  ApiResponse({ status: 304, description: 'What you have is still the answer.' }),
);

function conditions(options: OperationOptions): MethodDecorator[] {
  const ifMatch = ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version you read, as in its ETag: `"3"`.',
    schema: { type: 'string', example: '"3"' },
  });
  return [
    ...(options.ifMatch ? [ifMatch] : []),
    ...(options.polling ? [UNCHANGED, SetMetadata(POLLING, true)] : []),
  ];
}

function problemsOf(options: OperationOptions): ProblemKind[] {
  return [
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    ...(options.finds ? [NOT_FOUND] : []),
    ...(options.errors ?? []),
    ...(options.ifMatch ? [STALE, PRECONDITION_REQUIRED] : []),
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    UNAVAILABLE,
  ];
}

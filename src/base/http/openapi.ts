import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ProblemKind } from '../errors/problem.js';
import { COOKIES } from './credential.js';
import { IDEMPOTENCY_KEY_IN_USE, IDEMPOTENCY_KEY_TAKEN } from './idempotency-key.js';
import { addSchemas } from './openapi.additions.js';
import { sampleOf } from './openapi.examples.js';
import { nameOfOperation, pathParameter, TAGS, tagOf } from './openapi.nouns.js';
import { FOREIGN_ORIGIN } from './own-page.js';
import { PROBLEM_SCHEMA, problemResponses } from './openapi.problems.js';
import {
  closeRequests,
  modernExamples,
  resolve,
  type Schema,
  type Schemas,
  withReadableNames,
} from './openapi.schemas.js';

const ABOUT = `A fact-check desk: who said it, who confirms it, who denies it, who only repeats it, and who reviews it.

Everything stands under \`/api/v1\`. Send your key as \`Authorization: Bearer <key>\`; it belongs to one member of one workspace.

**Lists** take \`limit\` (1 to 200, 50 when left out) and \`cursor\`, and answer \`{ items, nextCursor }\`. Send \`nextCursor\` as \`cursor\` to go on; null means there is no more.

**Versions.** A single resource carries its version as a strong \`ETag\`, items in lists as \`version\`. What asks for \`If-Match\` wants the version you read: \`"3"\`. Lists, counts and events carry an \`ETag\` too: send it as \`If-None-Match\` and get 304 while the answer is still the same.

**Repeating a request safely.** Send a POST with an \`Idempotency-Key\` of your own, such as a UUID. When its answer was lost, send it again with the same key: for 24 hours you get the first answer, and nothing is done twice. The same key with another request is 422; while the first one is still under way, 409. Refusals change nothing and are not remembered. Answers that show a secret take no key.

**Errors** are \`application/problem+json\` (RFC 9457): \`code\` never changes, \`detail\` says what to do, \`errors\` names the fields that are wrong, and \`requestId\` is what to quote (also in the header \`x-request-id\`). Besides what each operation lists, an address can answer 404 and 405 (\`Allow\` says what it takes), and 414 or 431 when the address or the headers are too long.

Times are RFC 3339 in UTC, ids are UUIDs, languages are BCP 47. Unknown fields and unknown query parameters are refused. Fields may be added to answers, never renamed.`;

interface Media {
  schema: Schema;
  example?: unknown;
}

interface Response {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
}

interface Operation {
  operationId: string;
  tags: string[];
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Response | { $ref: string }>;
  'x-permission'?: string;
  'x-problems'?: ProblemKind[];
  'x-repeatable'?: boolean;
  'x-session'?: boolean;
}

interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
  description?: string;
  required?: boolean;
}

const IDEMPOTENCY_PROBLEMS = [IDEMPOTENCY_KEY_IN_USE, IDEMPOTENCY_KEY_TAKEN];
const IDEMPOTENCY_KEY_PARAMETER: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A name for this request, such as a UUID, for repeating it safely: for 24 hours the same key gets the first answer again, with `Idempotent-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
type Described = Partial<Record<(typeof METHODS)[number], Operation>>;

/** The OpenAPI description of every operation of the application, made from its controllers. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const made = SwaggerModule.createDocument(app, outline(), {
    operationIdFactory: (_controller, method) => method,
    autoTagControllers: false,
  });
  const document = withReadableNames(made);
  const schemas = document.components!.schemas as Schemas;
  const paths = document.paths as unknown as Record<string, Described>;
  addSchemas(schemas);
  Object.values(schemas).forEach(modernExamples);
  closeRequests(schemas, requestSchemas(paths));
  const shared: Record<string, unknown> = {};
  const used = new Set<string>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      finish(operation, method, path, schemas, shared);
      operation.tags.forEach((tag) => used.add(tag));
    }
  }
  return {
    ...document,
    tags: Object.entries(TAGS)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths: sorted(paths) as never,
    components: {
      ...document.components,
      schemas: sorted({ ...schemas, Problem: PROBLEM_SCHEMA }),
      responses: sorted(shared) as never,
      headers: HEADERS,
    },
  };
}

function outline() {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Second Source')
    .setDescription(ABOUT)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The server that gave you this description.')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'API key', description: 'An API key: `ss_…`.' },
      'apiKey',
    )
    .addCookieAuth(
      COOKIES.secure,
      {
        type: 'apiKey',
        in: 'cookie',
        name: COOKIES.secure,
        description: `A session, which POST /session begins; without https the cookie is called \`${COOKIES.plain}\`. What changes something is taken from pages of this server alone.`,
      },
      'session',
    )
    .addSecurityRequirements('apiKey')
    .addSecurityRequirements('session')
    .build();
}

const HEADERS = {
  RequestId: {
    description: 'The id of this request in the log; quote it when you ask about an answer.',
    schema: { type: 'string', format: 'uuid' },
  },
  ETag: {
    description:
      'Of a single resource its version in quotes, for If-Match; of what is polled a digest, for If-None-Match.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  RetryAfter: {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', minimum: 0, examples: [2] },
  },
  WwwAuthenticate: {
    description: 'How to show who you are.',
    schema: { type: 'string', examples: ['Bearer'] },
  },
};
const header = (name: keyof typeof HEADERS) => ({ $ref: `#/components/headers/${name}` });

function finish(
  operation: Operation,
  method: (typeof METHODS)[number],
  path: string,
  schemas: Schemas,
  shared: Record<string, unknown>,
): void {
  operation.tags = [tagOf(path)];
  operation.operationId = nameOfOperation(path, operation.operationId);
  const ofSession = operation['x-session'] === true;
  if (operation['x-permission'] === undefined) operation.security = ofSession ? [{ session: [] }] : [];
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path') Object.assign(parameter, pathParameter(path, parameter.name));
  }
  describeBody(operation, schemas);
  describeAnswers(operation, schemas);
  const repeatable = method === 'post' && operation['x-repeatable'] === true;
  if (repeatable) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY_PARAMETER];
  const open = operation['x-permission'] === undefined;
  const problems = [
    ...(operation['x-problems'] ?? []),
    ...(repeatable ? IDEMPOTENCY_PROBLEMS : []),
    ...(method === 'get' || open ? [] : [FOREIGN_ORIGIN]),
  ];
  delete operation['x-problems'];
  delete operation['x-repeatable'];
  delete operation['x-session'];
  Object.assign(operation.responses, problemResponses(problems, { method, open, ofSession }, shared));
}

function describeBody({ requestBody }: Operation, schemas: Schemas): void {
  if (requestBody === undefined) return;
  const [media] = Object.values(requestBody.content);
  // Where every field may be left out, so may the body.
  requestBody.required = (resolve(media!.schema, schemas).required ?? []).length > 0;
  for (const each of Object.values(requestBody.content))
    each.example ??= sampleOf(each.schema, schemas, 'request');
}

function describeAnswers({ responses }: Operation, schemas: Schemas): void {
  const polled = responses['304'] !== undefined;
  for (const [status, response] of Object.entries(responses)) {
    if ('$ref' in response) continue;
    const media = Object.values(response.content ?? {});
    const versioned = media.some(
      ({ schema }) => resolve(schema, schemas).properties?.['version'] !== undefined,
    );
    const tagged = (polled && (status === '200' || status === '304')) || versioned;
    response.headers = {
      'x-request-id': header('RequestId'),
      ...(tagged && { ETag: header('ETag') }),
      ...response.headers,
    };
    for (const each of media) each.example ??= sampleOf(each.schema, schemas, 'response');
  }
}

function requestSchemas(paths: Record<string, Described>): Schema[] {
  return Object.values(paths).flatMap((item) =>
    METHODS.flatMap((method) => Object.values(item[method]?.requestBody?.content ?? {})).map(
      ({ schema }) => schema,
    ),
  );
}

function sorted<T>(table: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}

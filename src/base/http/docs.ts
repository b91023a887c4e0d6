import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, sendTagged } from './prepared-answer.js';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Second Source: the API</title>
<link rel="stylesheet" href="./docs/swagger-ui.css">
<link rel="icon" type="image/png" href="./docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="./docs/swagger-ui-bundle.js"></script>
<script src="./docs/start.js"></script>
</body>
</html>
`;

// Swagger UI shows the description to a validator on the internet unless it is told not to.
const START = `SwaggerUIBundle({ url: './openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

// The page may load and ask nothing but this server, whatever a later Swagger UI should want.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Serves the description of the API, and a page to read and try it that needs no other host. */
export function serveDocs(fastify: FastifyInstance, describe: () => object): void {
  let description: string | undefined;
  serve(fastify, '/api/openapi.json', 'application/json; charset=utf-8', () => {
    description ??= JSON.stringify(describe());
    return Promise.resolve(description);
  });
  serve(fastify, '/api/docs', 'text/html; charset=utf-8', () => Promise.resolve(PAGE));
  serve(fastify, '/api/docs/start.js', 'text/javascript; charset=utf-8', () => Promise.resolve(START));
  const folder = swaggerFolder();
  for (const [name, type] of Object.entries(FILES)) {
    serve(fastify, `/api/docs/${name}`, type, () => readFile(join(folder, name)));
  }
  fastify.get('/api/docs/', (_, reply) => reply.redirect('/api/docs', 308));
}

// It comes with @nestjs/swagger, so it is looked for where that package would find it.
function swaggerFolder(): string {
  const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger');
  return dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json'));
}

function serve(
  fastify: FastifyInstance,
  path: string,
  type: string,
  read: () => Promise<string | Buffer>,
): void {
  let kept: Promise<{ content: string | Buffer; etag: string }> | undefined;
  fastify.get(path, async (request: FastifyRequest, reply: FastifyReply) => {
    kept ??= read().then((content) => ({ content, etag: etagOf(content) }));
    const { content, etag } = await kept;
    void reply.header('cache-control', 'no-cache').header('content-security-policy', POLICY);
    return sendTagged(request, reply, { content, etag, type });
  });
}

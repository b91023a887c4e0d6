import fastify from 'fastify';
import { createLogger } from '../dist/src/base/http/logger.js';

/* As the desk answers a poll, with the same headers, bytes and settings of Fastify and its log, and nothing else. */
const { BODY, ETAG, LOG_LEVEL } = process.env;
const server = fastify({ loggerInstance: createLogger({ LOG_LEVEL }) });
server.get('/api/v1/stats/claims', (request, reply) => {
  reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    etag: ETAG,
    'cache-control': 'private, no-cache',
  });
  if (request.headers['if-none-match'] === ETAG) return reply.code(304).send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(BODY);
});
process.on('SIGINT', () => process.exit(0));
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);

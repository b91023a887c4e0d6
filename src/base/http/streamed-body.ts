import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, UNSUPPORTED_TYPE } from '../errors/problem.js';

/** Marks a route (RouteConfig) whose handler reads the body as a stream, of any length and whatever its type. */
export const STREAMED = 'second-source:streamed';
const AS_IT_COMES = 'application/vnd.second-source.stream';

const sentTypes = new WeakMap<object, string | null>();

/** The Content-Type that the sender of a streamed body gave. */
export function typeAsSent(request: FastifyRequest): string | null {
  return sentTypes.get(request.raw) ?? null;
}

/** Hands bodies of such routes over unread; of every other route they are read as before. */
export function passStreams(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isStreamed(request)) {
      sentTypes.set(request.raw, request.headers['content-type'] ?? null);
      request.headers['content-type'] = AS_IT_COMES;
    }
    done();
  });
  fastify.addContentTypeParser(AS_IT_COMES, (request, payload, done) => {
    if (isStreamed(request)) return done(null, payload);
    done(new Problem(UNSUPPORTED_TYPE, 'Send the body as application/json.'));
  });
}

function isStreamed(request: FastifyRequest): boolean {
  return (request.routeOptions.config as unknown as Record<string, unknown> | undefined)?.[STREAMED] === true;
}

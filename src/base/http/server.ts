import type { INestApplication } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { INVALID, Problem, UNAVAILABLE, UNSUPPORTED_TYPE, URI_TOO_LONG } from '../errors/problem.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { answerUnreadable } from './client-error.js';
import { Draining } from './draining.js';
import { serveDocs } from './docs.js';
import { NestLog } from './logger.js';
import { describeApi } from './openapi.js';
import { ProblemFilter, send } from './problem.filter.js';
import { RepeatedPolls } from './repeated-polls.js';
import { RouteTable } from './routes.js';
import { passStreams } from './streamed-body.js';
import { RequestValidation } from './validation.js';
import { serveDesk } from './web-desk.js';

const BODY_LIMIT = 1024 * 1024;

/** The application on Fastify, with the pipeline every request goes through. It does not listen yet. */
export async function createServer(
  module: unknown,
  logger: Logger,
  trustedProxies?: string,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger as unknown as FastifyBaseLogger,
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies ?? false,
    routerOptions: { maxParamLength: 500 },
    // Not of version 7, which asks for random bytes anew each time: a sixth of what the answer to a poll costs.
    genReqId: () => randomUUID(),
    clientErrorHandler: answerUnreadable,
    return503OnClosing: false,
    frameworkErrors: (error: { code?: string }, request: FastifyRequest, reply: FastifyReply) => {
      const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
      send(
        reply,
        request.id,
        new Problem(tooLong ? URI_TOO_LONG : INVALID, 'The address is malformed or too long.'),
      );
    },
  } as never);
  const routes = new RouteTable();
  routes.watch(adapter.getInstance<FastifyInstance>());
  const app = await NestFactory.create<NestFastifyApplication>(module as never, adapter, {
    logger: new NestLog(logger),
    abortOnError: false,
    // Fastify reads JSON by itself; Nest would add forms, and no operation takes one.
    bodyParser: false,
  });
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter(routes));
  app.useGlobalInterceptors(new AnswerInterceptor(app.get(Reflector), app.get(RepeatedPolls)));
  placeApi(app);
  const fastify = adapter.getInstance<FastifyInstance>();
  greet(fastify, app.get(Draining));
  refuseEncoded(fastify);
  answerRepeated(fastify, app.get(RepeatedPolls));
  fastify.removeContentTypeParser('text/plain');
  passStreams(fastify);
  serveDocs(fastify, () => describeApi(app));
  serveDesk(fastify);
  return app;
}

/**
 * What every answer carries. While the server drains, each answer also ends its connection, so that the next request
 * finds another server; and once it stops, who still comes is told to come again.
 */
function greet(fastify: FastifyInstance, draining: Draining): void {
  let stopping = false;
  fastify.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (stopping || draining.begun) void reply.header('connection', 'close');
    if (!stopping) return done();
    send(
      reply,
      request.id,
      new Problem(UNAVAILABLE, 'The server is stopping. Try again shortly.', { retryAfter: 2 }),
    );
  });
}

/** A body is read as it is sent. A compressed one would be no JSON, and the refusal should not say that it is broken. */
function refuseEncoded(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase();
    if (encoding === undefined || encoding === 'identity') return done();
    void reply.header('accept-encoding', 'identity');
    send(
      reply,
      request.id,
      new Problem(UNSUPPORTED_TYPE, 'Send the body as it is, without Content-Encoding.'),
    );
  });
}

function answerRepeated(fastify: FastifyInstance, polls: RepeatedPolls): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!polls.answer(request, reply)) done();
  });
}

/** Where the operations stand; also for whoever only describes them. */
export function placeApi(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/live', 'health/ready', 'metrics', 'published/:workspace/:id'],
  });
}

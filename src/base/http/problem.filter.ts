import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  INTERNAL,
  INVALID,
  METHOD_NOT_ALLOWED,
  NOT_FOUND,
  Problem,
  TOO_LARGE,
  UNAVAILABLE,
  UNSUPPORTED_TYPE,
  URI_TOO_LONG,
} from '../errors/problem.js';
import type { RouteTable } from './routes.js';

/** Turns everything that was thrown into `application/problem+json`. What is our fault is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly routes: RouteTable) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(thrown, request, reply);
    // A refusal of ours has said all there is to say; what was not foreseen is told with its stack.
    if (problem.kind.status >= 500) {
      if (thrown === request.raw.errored) request.log.info('the sender went away before all was sent');
      else if (thrown instanceof Problem) request.log.warn(thrown.message);
      else request.log.error({ err: thrown }, 'request failed');
    }
    send(reply, request.id, problem);
  }

  private problemOf(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof HttpException && thrown.getStatus() === 404)
      return this.unknownRoute(request, reply);
    return fromFramework(thrown) ?? fromDatabase(thrown) ?? fault();
  }

  private unknownRoute(request: FastifyRequest, reply: FastifyReply): Problem {
    const path = request.url.split('?')[0]!;
    const methods = this.routes.methodsAt(path);
    if (methods.length === 0) {
      return new Problem(NOT_FOUND, `There is nothing at ${path}. The addresses are listed at /api/docs.`);
    }
    void reply.header('allow', methods.join(', '));
    return new Problem(
      METHOD_NOT_ALLOWED,
      `${request.method} does nothing here. Use one of: ${methods.join(', ')}.`,
    );
  }
}

export function send(reply: FastifyReply, requestId: string, problem: Problem): void {
  if (problem.more.retryAfter !== undefined) void reply.header('retry-after', problem.more.retryAfter);
  if (problem.kind.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.kind.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    // What the router refuses has been through no hook that would set these.
    .header('x-request-id', requestId)
    .header('x-content-type-options', 'nosniff')
    .send(JSON.stringify(problemBody(problem, requestId)));
}

export function problemBody({ kind, detail, more }: Problem, requestId: string): Record<string, unknown> {
  return {
    type: `urn:second-source:problem:${kind.code}`,
    title: kind.title,
    status: kind.status,
    detail,
    code: kind.code,
    ...(more.errors && { errors: more.errors }),
    ...more.extra,
    requestId,
  };
}

function fromFramework(thrown: unknown): Problem | undefined {
  const error = thrown as { statusCode?: number; status?: number; code?: string; message?: string };
  const status = error.statusCode ?? error.status;
  if (status === 413) return new Problem(TOO_LARGE, 'A JSON body may be at most 1 MiB. Send less at once.');
  if (status === 414) return new Problem(URI_TOO_LONG, 'Shorten the address, or search for less.');
  if (status === 415) return new Problem(UNSUPPORTED_TYPE, 'Send the body as application/json.');
  if (status !== undefined && status >= 400 && status < 500) {
    return new Problem(INVALID, `The request could not be read: ${error.message ?? 'it is malformed'}.`);
  }
  return undefined;
}

// 57P0x: the server is shutting down or starting; 08xxx and E…: there is no connection; 28xxx, 3D000 and 55000: it lets
// us in no more; 53xxx: out of resources. What the driver itself gives up on has no code.
const UNREACHABLE =
  /^(57P0|08|28|3D000|53|55000|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
const GIVEN_UP =
  /^(Connection terminated|timeout exceeded when trying to connect|Client .* is not queryable)/;

// query_canceled by the statement's time limit, lock_not_available, idle_in_transaction_session_timeout.
const TOOK_TOO_LONG = new Set<unknown>(['57014', '55P03', '25P03']);

function fromDatabase(thrown: unknown): Problem | undefined {
  const { code, message } = thrown as { code?: unknown; message?: string };
  if (TOOK_TOO_LONG.has(code)) {
    return new Problem(UNAVAILABLE, 'The database took too long. Nothing was changed; try again shortly.', {
      retryAfter: 5,
    });
  }
  const unreachable = typeof code === 'string' ? UNREACHABLE.test(code) : GIVEN_UP.test(message ?? '');
  if (!unreachable) return undefined;
  return new Problem(
    UNAVAILABLE,
    'The database cannot be reached now. Nothing was changed; try again shortly.',
    {
      retryAfter: 2,
    },
  );
}

function fault(): Problem {
  return new Problem(
    INTERNAL,
    'Nothing was changed. Try again; if it happens again, tell whoever runs this server the requestId.',
  );
}

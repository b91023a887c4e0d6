import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { invalidField } from '../errors/problem.js';
import type { AuthenticatedRequest } from './caller.js';
import { POLLING, QUERY } from './operation.js';
import { ListCursors, type Page, PageQuery } from './pages.js';
import { PreparedAnswer, sendPrepared } from './prepared-answer.js';
import type { RepeatedPolls } from './repeated-polls.js';

/**
 * Single resources carry their version as a strong ETag; what is polled carries a digest of its content and
 * answers 304. Query parameters that an operation does not know are refused here, and cursors of another list.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly polls: RepeatedPolls,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const query = this.reflector.get<Type | null | undefined>(QUERY, handler);
    if (query === null) refuseQuery(request);
    const cursors = query?.prototype instanceof PageQuery ? new ListCursors(request.url) : null;
    cursors?.open(request.query as Record<string, unknown>);
    const polling = this.reflector.get<boolean | undefined>(POLLING, handler) === true;
    return next.handle().pipe(
      map((answer: unknown) => cursors?.close(answer as Page<unknown>) ?? answer),
      map((answer: unknown) => (polling ? this.polled(answer, request, reply) : versioned(answer, reply))),
    );
  }

  private polled(answer: unknown, request: AuthenticatedRequest, reply: FastifyReply): unknown {
    const prepared = answer instanceof PreparedAnswer ? answer : new PreparedAnswer(JSON.stringify(answer));
    const { admitted } = request;
    const { again } = prepared;
    if (admitted !== undefined && again !== undefined) this.polls.remember(request, { admitted, again });
    return sendPrepared(prepared, request, reply);
  }
}

function refuseQuery(request: AuthenticatedRequest): void {
  const [unknown] = Object.keys(request.query ?? {});
  if (unknown !== undefined) throw invalidField(unknown, 'is not a parameter of this request');
}

function versioned(answer: unknown, reply: FastifyReply): unknown {
  const version = (answer as { version?: unknown } | null)?.version;
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  return answer;
}

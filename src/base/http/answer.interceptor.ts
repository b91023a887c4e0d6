import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';
import { invalidField } from '../errors/problem.js';
import { POLLING, QUERY } from './operation.js';
import { ListCursors, type Page, PageQuery } from './pages.js';

/** An answer whose text and tag were made before; polling reads hand it out again while nothing has changed. */
export class PreparedAnswer {
  readonly etag: string;

  constructor(readonly json: string) {
    this.etag = etagOf(json);
  }
}

export function etagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/**
 * Single resources carry their version as a strong ETag; what is polled carries a digest of its content and
 * answers 304. Query parameters that an operation does not know are refused here, and cursors of another list.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const query = this.reflector.get<Type | null | undefined>(QUERY, handler);
    if (query === null) refuseQuery(request);
    const cursors = query?.prototype instanceof PageQuery ? new ListCursors(request.url) : null;
    cursors?.open(request.query as Record<string, unknown>);
    const polling = this.reflector.get<boolean | undefined>(POLLING, handler) === true;
    return next.handle().pipe(
      map((answer: unknown) => cursors?.close(answer as Page<unknown>) ?? answer),
      map((answer: unknown) => (polling ? polled(answer, request, reply) : versioned(answer, reply))),
    );
  }
}

function refuseQuery(request: FastifyRequest): void {
  const [unknown] = Object.keys(request.query ?? {});
  if (unknown !== undefined) throw invalidField(unknown, 'is not a parameter of this request');
}

function versioned(answer: unknown, reply: FastifyReply): unknown {
  const version = (answer as { version?: unknown } | null)?.version;
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  return answer;
}

function polled(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const prepared = answer instanceof PreparedAnswer ? answer : new PreparedAnswer(JSON.stringify(answer));
  void reply.header('etag', prepared.etag).header('cache-control', 'private, no-cache');
  if (matches(request.headers['if-none-match'], prepared.etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return prepared.json;
}

/** Whether an If-None-Match names the answer that would be given. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

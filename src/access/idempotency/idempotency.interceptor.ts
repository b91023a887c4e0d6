import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { invalidField } from '../../base/errors/problem.js';
import type { AuthenticatedRequest } from '../../base/http/caller.js';
import { canonical } from '../../base/text/canonical.js';
import { IDEMPOTENCY_KEY, NEVER_REPEATED } from '../../base/http/idempotency-key.js';
import { Idempotency } from './idempotency.service.js';

const LONGEST = 255;
/** What an answer says besides its body and is said again with it. */
const HEADERS_KEPT = ['etag', 'location', 'content-type'];

/** Gives a POST with an Idempotency-Key the answer that the same one got first. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = request.headers[IDEMPOTENCY_KEY];
    const { actor } = request;
    if (request.method !== 'POST' || key === undefined || actor === undefined) return next.handle();
    const neverRepeated = this.reflector.get<boolean | undefined>(NEVER_REPEATED, context.getHandler());
    if (neverRepeated === true) {
      throw invalidField('Idempotency-Key', 'is not taken here: the answer is shown once and never again');
    }
    if (typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key) || key.length > LONGEST) {
      throw invalidField(
        'Idempotency-Key',
        `must be 1 to ${LONGEST} visible ASCII characters, such as a UUID`,
      );
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const scope = {
      workspaceId: actor.workspaceId,
      memberId: actor.memberId,
      route: `POST ${request.routeOptions.url ?? request.url}`,
      key,
    };
    const { answer, repeated } = await this.idempotency.once(scope, digestOf(request), async () => {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const json = body === undefined ? null : JSON.stringify(body);
      if (json !== null) void reply.header('content-type', 'application/json; charset=utf-8');
      return { status: reply.statusCode, headers: headersOf(reply), body: json };
    });
    void reply.status(answer.status).headers(answer.headers);
    if (repeated) void reply.header('idempotent-replayed', 'true');
    return of(answer.body ?? undefined);
  }
}

function digestOf({ url, body }: AuthenticatedRequest): Buffer {
  return createHash('sha256')
    .update(`${url}\n${canonical(body ?? {})}`)
    .digest();
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    HEADERS_KEPT.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

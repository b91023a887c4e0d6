import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor/actor.js';

export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
}

/** The member who makes the request; the guard has put them there. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().actor!,
);

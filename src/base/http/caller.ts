import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor/actor.js';

export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
  /** Whether it is known, without looking, that the credentials still speak for the same member in the same role. */
  admitted?: () => boolean;
}

/** The member who makes the request; the guard has put them there. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().actor!,
);

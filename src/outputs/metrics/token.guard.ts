import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Settings } from '../../base/config/settings.js';
import { Problem, UNAUTHENTICATED } from '../../base/errors/problem.js';

/** Lets in who sends METRICS_TOKEN. Digests are compared: equally long whatever was sent, and in constant time. */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly wanted: Buffer;

  constructor(settings: Settings) {
    this.wanted = digest(settings.METRICS_TOKEN!);
  }

  canActivate(context: ExecutionContext): boolean {
    const { authorization = '' } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (timingSafeEqual(digest(given), this.wanted)) return true;
    throw new Problem(
      UNAUTHENTICATED,
      'Send the METRICS_TOKEN of this server: Authorization: Bearer <token>.',
    );
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

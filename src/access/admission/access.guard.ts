import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FORBIDDEN, Problem } from '../../base/errors/problem.js';
import type { AuthenticatedRequest } from '../../base/http/caller.js';
import { credentialOf, isOfSession } from '../../base/http/credential.js';
import { PERMISSION } from '../../base/http/may.js';
import { expectOwnPage } from '../../base/http/own-page.js';
import { mayDo, PERMISSIONS } from '../permissions.js';
import { Admissions } from './admissions.service.js';

/** Who is it, and may they? Operations without a permission are open to everybody (health). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admissions: Admissions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<string | undefined>(PERMISSION, context.getHandler());
    if (permission === undefined) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const credential = credentialOf(request.headers);
    if (isOfSession(credential)) expectOwnPage(request, true);
    const { actor, stands } = await this.admissions.admit(credential);
    request.actor = actor;
    request.admitted = stands;
    if (mayDo(request.actor, permission)) return true;
    const least = (PERMISSIONS as Record<string, string>)[permission];
    throw new Problem(
      FORBIDDEN,
      `This asks for the permission ${permission}, which the role ${least} has and yours (${request.actor.role}) has not.`,
      { extra: { permission } },
    );
  }
}

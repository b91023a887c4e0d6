import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from './session.cookie.js';
import { presentSession, type SessionDto } from './session.dto.js';
import { type Opened, Sessions, type Visitor } from './sessions.service.js';

/** How signing in is answered, wherever it happens: the session in a cookie, and what may be known of it. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async opened(opened: Opened, reply: FastifyReply): Promise<SessionDto> {
    this.cookie.set(reply, opened);
    return presentSession(opened.session, await this.sessions.places(opened.session));
  }
}

export function visitorOf({ ip, headers }: FastifyRequest): Visitor {
  return { address: ip, userAgent: headers['user-agent']?.slice(0, 500) ?? null };
}

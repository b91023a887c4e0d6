import { Injectable } from '@nestjs/common';
import { stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import { COOKIES } from '../../base/http/credential.js';
import { PublicAddress } from '../../base/http/public-address.js';
import type { Opened } from './sessions.service.js';

/** The cookie that a browser keeps a session in: no script reads it, and no other site's page sends it. */
@Injectable()
export class SessionCookie {
  constructor(private readonly address: PublicAddress) {}

  set(reply: FastifyReply, { secret, session }: Opened): void {
    this.write(reply, secret, session.expiresAt);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', new Date(0));
  }

  private write(reply: FastifyReply, value: string, expires: Date): void {
    const secure = this.address.url.startsWith('https:');
    const name = secure ? COOKIES.secure : COOKIES.plain;
    const options = { httpOnly: true, sameSite: 'strict', path: '/', secure, expires } as const;
    void reply.header('set-cookie', stringifySetCookie({ name, value, ...options }));
  }
}

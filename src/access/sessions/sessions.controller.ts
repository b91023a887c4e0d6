import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { credentialOf } from '../../base/http/credential.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { expectOwnPage, FOREIGN_ORIGIN } from '../../base/http/own-page.js';
import { PathId } from '../../base/http/path-id.js';
import { PublicAddress } from '../../base/http/public-address.js';
import { Invitations } from './invitations.service.js';
import { SessionCookie } from './session.cookie.js';
import {
  AcceptedInvitation,
  Credentials,
  InvitationDto,
  NewPassword,
  OtherWorkspace,
  presentListed,
  presentSession,
  SessionDto,
  SessionsDto,
} from './session.dto.js';
import type { Session } from './session.entity.js';
import {
  ACCOUNT_HAS_PASSWORD,
  INVITATION_UNKNOWN,
  MEMBER_NO_PERSON,
  SIGN_IN_REFUSED,
  SIGN_IN_THROTTLED,
} from './session.errors.js';
import { SessionAnswers, visitorOf } from './session-answers.service.js';
import { Sessions } from './sessions.service.js';

const COOKIE =
  'The session is in a cookie that no script reads. Requests with it that change something are taken from pages of this server alone.';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly invitations: Invitations,
    private readonly cookie: SessionCookie,
    private readonly answers: SessionAnswers,
    private readonly address: PublicAddress,
  ) {}

  @Post('session')
  @Operation({
    summary: 'Sign in',
    description: `${COOKIE} After ten tries for one account, or fifty from one address, each one has to wait longer.`,
    answer: SessionDto,
    showsSecret: true,
    errors: [SIGN_IN_REFUSED, SIGN_IN_THROTTLED, FOREIGN_ORIGIN],
  })
  async signIn(
    @Body() given: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    expectOwnPage(request, false);
    return this.answers.opened(await this.sessions.signIn(given, visitorOf(request)), reply);
  }

  @Get('session')
  @Operation({
    summary: 'Read who is signed in, and where else they have a place',
    answer: SessionDto,
    ofSession: true,
  })
  async read(@Req() request: FastifyRequest): Promise<SessionDto> {
    const session = await this.current(request);
    return presentSession(session, await this.sessions.places(session));
  }

  @Delete('session')
  @Operation({ summary: 'Sign out', status: 204, errors: [FOREIGN_ORIGIN], ofSession: true })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const session = await this.current(request);
    await this.sessions.end(session, session.id);
    this.cookie.clear(reply);
  }

  @Post('session/workspace')
  @Operation({
    summary: 'Go on in another workspace',
    ofSession: true,
    answer: SessionDto,
    showsSecret: true,
    errors: [FOREIGN_ORIGIN],
  })
  async move(
    @Body() { workspaceId }: OtherWorkspace,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.current(request);
    return this.answers.opened(await this.sessions.move(session, workspaceId, visitorOf(request)), reply);
  }

  @Post('session/password')
  @Operation({
    summary: 'Change your password',
    ofSession: true,
    description: 'Your other sessions end.',
    status: 204,
    showsSecret: true,
    errors: [SIGN_IN_THROTTLED, FOREIGN_ORIGIN],
  })
  async changePassword(@Body() given: NewPassword, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.changePassword(await this.current(request), given);
  }

  @Get('sessions')
  @Operation({ summary: 'List where you are signed in', answer: SessionsDto, ofSession: true })
  async list(@Req() request: FastifyRequest): Promise<SessionsDto> {
    const current = await this.current(request);
    const all = await this.sessions.list(current);
    return { items: all.map((session) => presentListed(session, current)) };
  }

  @Delete('sessions/:id')
  @Operation({
    summary: 'Sign out somewhere else',
    status: 204,
    finds: true,
    errors: [FOREIGN_ORIGIN],
    ofSession: true,
  })
  async end(@Param('id', PathId) id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.end(await this.current(request), id);
  }

  @Post('members/:id/invitations')
  @May('member.manage')
  @Operation({
    summary: 'Invite a member to choose a password',
    description: 'The link is good once and for a week, and takes the place of any before.',
    answer: InvitationDto,
    status: 201,
    showsSecret: true,
    finds: true,
    errors: [MEMBER_NO_PERSON, ACCOUNT_HAS_PASSWORD],
  })
  async invite(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<InvitationDto> {
    const { secret, expiresAt } = await this.invitations.invite(actor, id);
    // Behind #, so that no log of a server has it.
    return { url: `${this.address.url}/invitation#${secret}`, expiresAt: expiresAt.toISOString() };
  }

  @Post('session/invitation')
  @Operation({
    summary: 'Accept an invitation: choose a password and sign in',
    description: COOKIE,
    answer: SessionDto,
    showsSecret: true,
    errors: [INVITATION_UNKNOWN, ACCOUNT_HAS_PASSWORD, FOREIGN_ORIGIN],
  })
  async accept(
    @Body() given: AcceptedInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    expectOwnPage(request, false);
    return this.answers.opened(await this.invitations.accept(given, visitorOf(request)), reply);
  }

  private current(request: FastifyRequest): Promise<Session> {
    expectOwnPage(request, true);
    return this.sessions.current(credentialOf(request.headers));
  }
}

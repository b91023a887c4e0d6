import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionDto } from '../../access/sessions/session.dto.js';
import { SessionAnswers, visitorOf } from '../../access/sessions/session-answers.service.js';
import { Operation } from '../../base/http/operation.js';
import { expectOwnPage, FOREIGN_ORIGIN } from '../../base/http/own-page.js';
import { SetupDto, SetupGiven } from './setup.dto.js';
import { SETUP_CODE_UNKNOWN, SETUP_DONE } from './setup.errors.js';
import { Setup } from './setup.service.js';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly answers: SessionAnswers,
  ) {}

  @Get()
  @Operation({ summary: 'Read whether nobody can sign in yet', answer: SetupDto })
  async read(): Promise<SetupDto> {
    return { needed: await this.setup.isNeeded() };
  }

  @Post()
  @Operation({
    summary: 'Set up: make the first admin and sign in',
    description: 'With a code that whoever runs the server has: `second-source setup` prints one. Good once.',
    answer: SessionDto,
    status: 201,
    showsSecret: true,
    errors: [SETUP_CODE_UNKNOWN, SETUP_DONE, FOREIGN_ORIGIN],
  })
  async setUp(
    @Body() given: SetupGiven,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    expectOwnPage(request, false);
    return this.answers.opened(await this.setup.setUp(given, visitorOf(request)), reply);
  }
}

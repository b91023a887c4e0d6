import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { CorroborationDto, CorroborationQuery } from './corroboration.dto.js';
import { Explanation } from './explanation.service.js';
import { NewStatement, StatementDto, StatementPage, StatementsQuery, StrikeNotice } from './statement.dto.js';
import { STATEMENT_STRUCK } from './statement.errors.js';
import { StatementPresenter } from './statement.presenter.js';
import { Statements } from './statements.service.js';

@Controller()
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly explanation: Explanation,
    private readonly presenter: StatementPresenter,
  ) {}

  @Post('claims/:id/statements')
  @May('statement.record')
  @Operation({
    summary: 'Record a source’s position on a claim',
    description: 'The claim’s corroboration is recomputed in the same transaction.',
    answer: StatementDto,
    status: 201,
    finds: true,
  })
  async record(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: NewStatement,
  ): Promise<StatementDto> {
    return this.presenter.one(actor, await this.statements.record(actor, id, given));
  }

  @Get('claims/:id/statements')
  @May('claim.read')
  @Operation({
    summary: 'List the statements on a claim, in the order of the record',
    description: 'Struck ones are shown with their reason.',
    answer: StatementPage,
    query: StatementsQuery,
    polling: true,
    finds: true,
  })
  async ofClaim(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: StatementsQuery,
  ): Promise<Page<StatementDto>> {
    return this.presenter.page(actor, await this.statements.ofClaim(actor, id, query));
  }

  @Get('sources/:id/statements')
  @May('source.read')
  @Operation({
    summary: 'List what a source said, in the order of the record',
    answer: StatementPage,
    query: StatementsQuery,
    polling: true,
    finds: true,
  })
  async ofSource(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: StatementsQuery,
  ): Promise<Page<StatementDto>> {
    return this.presenter.page(actor, await this.statements.ofSource(actor, id, query));
  }

  @Get('statements/:id')
  @May('claim.read')
  @Operation({ summary: 'Read a statement', answer: StatementDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<StatementDto> {
    return this.presenter.one(actor, await this.statements.read(actor, id));
  }

  @Post('statements/:id/strike')
  @May('statement.strike')
  @Operation({
    summary: 'Strike a statement that was recorded wrongly',
    description:
      'Our error, never the source’s retraction: record a `retracts` for that. Answers for moments before stay.',
    answer: StatementDto,
    finds: true,
    errors: [STATEMENT_STRUCK],
  })
  async strike(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: StrikeNotice,
  ): Promise<StatementDto> {
    return this.presenter.one(actor, await this.statements.strike(actor, id, given));
  }

  @Get('claims/:id/corroboration')
  @May('claim.read')
  @Operation({
    summary: 'Explain the corroboration of a claim',
    description:
      'The computed status with the rule, its version and every row it used, now or as of a past moment. Same input, same bytes.',
    answer: CorroborationDto,
    query: CorroborationQuery,
    finds: true,
  })
  async corroboration(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() { asOf }: CorroborationQuery,
  ): Promise<CorroborationDto> {
    return this.explanation.explain(actor, id, asOf === undefined ? null : new Date(asOf));
  }
}

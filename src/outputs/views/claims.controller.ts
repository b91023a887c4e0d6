import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { ClaimChange, ClaimDto } from '../../facts/claims/claim.dto.js';
import { CLAIM_DUPLICATE } from '../../facts/claims/claim.errors.js';
import { NewClaim } from '../../facts/statements/statement.dto.js';
import { WorkPresenter } from '../../reviews/rounds/work.presenter.js';
import { ClaimAsOfDto, ClaimQuery } from './claim-as-of.dto.js';
import { ClaimViews } from './claim-views.service.js';
import { ClaimPage, ClaimsQuery } from './claims-query.dto.js';
import { SubmitQuery, SubmittedClaimDto } from './similar.dto.js';
import { SimilarViews } from './similar.service.js';

/** Claims as callers see them: what was entered, what follows from it, and who works on it now. */
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly views: ClaimViews,
    private readonly presenter: WorkPresenter,
    private readonly similar: SimilarViews,
  ) {}

  @Post()
  @May('claim.submit')
  @Operation({
    summary: 'Enter a claim',
    description:
      'With its first statement when you have one. The same text twice is two claims; only externalId is unique. With ?similar=true the answer names up to five that are likely to say the same.',
    answer: SubmittedClaimDto,
    query: SubmitQuery,
    status: 201,
    errors: [CLAIM_DUPLICATE],
  })
  async submit(
    @Caller() actor: Actor,
    @Body() given: NewClaim,
    @Query() { similar }: SubmitQuery,
  ): Promise<SubmittedClaimDto> {
    const claim = await this.views.submit(actor, given);
    const shown = await this.presenter.claim(actor, claim);
    return similar === true ? { ...shown, similar: await this.similar.before(actor, claim) } : shown;
  }

  @Get()
  @May('claim.read')
  @Operation({
    summary: 'List claims',
    description:
      'Every filter narrows the list; topic, language, text and names are compared after normalisation.',
    answer: ClaimPage,
    query: ClaimsQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: ClaimsQuery): Promise<Page<ClaimDto>> {
    const page = await this.views.list(actor, query);
    return { ...page, items: await this.presenter.claims(actor, page.items) };
  }

  @Get(':id')
  @May('claim.read')
  @Operation({
    summary: 'Read a claim, as it stands or as it stood at a past moment',
    description: 'A moment before it was entered answers 404, one that has not come 400.',
    answer: ClaimAsOfDto,
    query: ClaimQuery,
    finds: true,
  })
  async read(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() { asOf }: ClaimQuery,
  ): Promise<ClaimAsOfDto> {
    if (asOf !== undefined) return this.views.readAsOf(actor, id, new Date(asOf));
    return this.presenter.claim(actor, await this.views.read(actor, id));
  }

  @Patch(':id')
  @May('claim.amend')
  @Operation({
    summary: 'Change the fields of a claim',
    description:
      'Status, corroboration and verdict have ways of their own. A new priority counts from the next queueing, and so does the place in the order that a new due time gives; when the review that runs is due follows it at once.',
    answer: ClaimDto,
    finds: true,
    ifMatch: true,
    errors: [CLAIM_DUPLICATE],
  })
  async amend(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: ClaimChange,
  ): Promise<ClaimDto> {
    return this.presenter.claim(actor, await this.views.amend(actor, id, expected, change));
  }
}

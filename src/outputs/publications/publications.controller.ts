import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Problem } from '../../base/errors/problem.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { ClaimReviewDto, ClaimReviewQuery } from './claim-review.dto.js';
import { findings } from './claim-review.check.js';
import { claimReview, type JsonLd, PROFILES } from './claim-review.js';
import { PublicView, type Shown } from './public-view.service.js';
import {
  NewPublication,
  PublicationCheckDto,
  PublicationDto,
  PublicationPage,
  PublicationsQuery,
  WithdrawalNotice,
} from './publication.dto.js';
import {
  NOT_PUBLISHABLE,
  PUBLICATION_GONE,
  PUBLICATION_WITHDRAWN,
  PUBLISHER_TOOK_PART,
  VERDICT_CHANGED,
} from './publication.errors.js';
import { Publications } from './publications.service.js';

const REFUSALS = [NOT_PUBLISHABLE, VERDICT_CHANGED, PUBLISHER_TOOK_PART];

@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: Publications,
    private readonly view: PublicView,
  ) {}

  @Post('claims/:id/publications')
  @May('publication.create')
  @Operation({
    summary: 'Publish the verdict of a claim',
    description:
      'Makes a numbered publication that never changes, with what stands on the record now. A later one says what it corrects, and why.',
    answer: PublicationDto,
    status: 201,
    finds: true,
    errors: REFUSALS,
  })
  async publish(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: NewPublication,
  ): Promise<PublicationDto> {
    return present(await this.view.one(await this.publications.publish(actor, id, given)));
  }

  @Post('claims/:id/publications/check')
  @May('publication.create')
  @Operation({
    summary: 'Check what a publication would be',
    description:
      'Takes what publishing takes and is refused where that would be. Writes nothing: answers the ClaimReview it would make, and what the profiles of schema.org and Google miss in it.',
    answer: PublicationCheckDto,
    finds: true,
    errors: REFUSALS,
  })
  async check(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: NewPublication,
  ): Promise<PublicationCheckDto> {
    const shown = await this.view.one(await this.publications.check(actor, id, given));
    const checked = PROFILES.map((profile) => {
      const document = claimReview(shown, profile);
      const found = findings(document, profile);
      const passes = found.every(({ level }) => level !== 'required');
      return { found, made: { profile, passes, claimReview: document } };
    });
    return { profiles: checked.map(({ made }) => made), findings: checked.flatMap(({ found }) => found) };
  }

  @Get('claims/:id/publications')
  @May('claim.read')
  @Operation({
    summary: 'List the publications of a claim, the newest first',
    answer: PublicationPage,
    query: PublicationsQuery,
    polling: true,
    finds: true,
  })
  async list(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: PublicationsQuery,
  ): Promise<Page<PublicationDto>> {
    const page = await this.publications.list(actor, id, query);
    return { ...page, items: (await this.view.many(actor.workspaceId, page.items)).map(present) };
  }

  @Get('publications/:id')
  @May('claim.read')
  @Operation({ summary: 'Read a publication', answer: PublicationDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<PublicationDto> {
    return present(await this.view.one(await this.publications.read(actor, id)));
  }

  @Post('publications/:id/withdraw')
  @May('publication.withdraw')
  @Operation({
    summary: 'Withdraw a publication',
    description:
      'Its page and the feeds show a tombstone with the reason from then on. With the last one that stands the claim is decided again, not published.',
    answer: PublicationDto,
    finds: true,
    errors: [PUBLICATION_WITHDRAWN],
  })
  async withdraw(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { reason }: WithdrawalNotice,
  ): Promise<PublicationDto> {
    return present(await this.view.one(await this.publications.withdraw(actor, id, reason)));
  }

  @Get('claims/:id/claim-review')
  @May('claim.read')
  @Operation({
    summary: 'Read a publication as ClaimReview',
    description: 'JSON-LD for the page that tells it, by schema.org or by Google’s fact-check profile.',
    answer: ClaimReviewDto,
    query: ClaimReviewQuery,
    finds: true,
    errors: [PUBLICATION_GONE],
  })
  async claimReview(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() { profile, number }: ClaimReviewQuery,
  ): Promise<JsonLd> {
    const shown = await this.view.one(await this.publications.ofClaim(actor, id, number));
    if (shown.withdrawn !== null) {
      throw new Problem(
        PUBLICATION_GONE,
        `Publication ${shown.number} was withdrawn: ${shown.withdrawn.reason} Take its ClaimReview off your page.`,
      );
    }
    return claimReview(shown, profile);
  }
}

function present(shown: Shown): PublicationDto {
  const { publisher: _publisher, withdrawn, publishedAt, ...fields } = shown;
  return {
    ...fields,
    publishedAt: publishedAt.toISOString(),
    withdrawnBy: withdrawn?.by ?? null,
    withdrawnAt: withdrawn?.at.toISOString() ?? null,
    withdrawnReason: withdrawn?.reason ?? null,
  };
}

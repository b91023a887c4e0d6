import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  EvidenceDto,
  EvidencePage,
  EvidenceQuery,
  GoneNotice,
  NewEvidence,
  presentEvidence,
} from './evidence.dto.js';
import { EVIDENCE_GONE, EvidenceItems } from './evidence.service.js';

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceItems) {}

  @Post('claims/:id/evidence')
  @May('evidence.add')
  @Operation({ summary: 'Add evidence to a claim', answer: EvidenceDto, status: 201, finds: true })
  async add(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: NewEvidence,
  ): Promise<EvidenceDto> {
    return presentEvidence(await this.evidence.add(actor, id, given));
  }

  @Get('claims/:id/evidence')
  @May('claim.read')
  @Operation({
    summary: 'List the evidence of a claim',
    answer: EvidencePage,
    query: EvidenceQuery,
    polling: true,
    finds: true,
  })
  async list(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: EvidenceQuery,
  ): Promise<Page<EvidenceDto>> {
    const page = await this.evidence.list(actor, id, query);
    return { ...page, items: page.items.map(presentEvidence) };
  }

  @Get('evidence/:id')
  @May('claim.read')
  @Operation({ summary: 'Read an item of evidence', answer: EvidenceDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<EvidenceDto> {
    return presentEvidence(await this.evidence.read(actor, id));
  }

  @Post('evidence/:id/gone')
  @May('evidence.mark-gone')
  @Operation({
    summary: 'Mark evidence as gone',
    description: 'Says that the link leads nowhere any more. The item stays on the record.',
    answer: EvidenceDto,
    finds: true,
    errors: [EVIDENCE_GONE],
  })
  async gone(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { reason }: GoneNotice,
  ): Promise<EvidenceDto> {
    return presentEvidence(await this.evidence.markGone(actor, id, reason));
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { SimilarClaimsDto, SimilarQuery } from './similar.dto.js';
import { SimilarViews } from './similar.service.js';

@Controller('claims/similar')
export class SimilarController {
  constructor(private readonly similar: SimilarViews) {}

  @Get()
  @May('claim.read')
  @Operation({
    summary: 'Find claims that may say the same',
    description:
      'Claims with the same address or text first, then those that share the rarest words, each with its reasons. It proposes; only people close a claim as a duplicate.',
    answer: SimilarClaimsDto,
    query: SimilarQuery,
  })
  find(@Caller() actor: Actor, @Query() query: SimilarQuery): Promise<SimilarClaimsDto> {
    return this.similar.find(actor, query);
  }
}

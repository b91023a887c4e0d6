import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { PartiesQuery, PartyChange, PartyDto, PartyMerge, PartyPage, presentParty } from './party.dto.js';
import { PARTY_DUPLICATE, PARTY_MERGED } from './party.errors.js';
import { Parties } from './parties.service.js';

@Controller('parties')
export class PartiesController {
  constructor(private readonly parties: Parties) {}

  @Get()
  @May('party.read')
  @Operation({
    summary: 'List the parties of your workspace',
    description: 'Parties are made by naming one on a source. Merged ones are left out.',
    answer: PartyPage,
    query: PartiesQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: PartiesQuery): Promise<Page<PartyDto>> {
    const page = await this.parties.list(actor, query);
    return { ...page, items: page.items.map(presentParty) };
  }

  @Patch(':id')
  @May('party.amend')
  @Operation({
    summary: 'Change the name or the aliases of a party',
    answer: PartyDto,
    finds: true,
    ifMatch: true,
    errors: [PARTY_DUPLICATE, PARTY_MERGED],
  })
  async amend(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: PartyChange,
  ): Promise<PartyDto> {
    return presentParty(await this.parties.amend(actor, id, expected, change));
  }

  @Post(':id/merge')
  @May('party.merge')
  @Operation({
    summary: 'Merge a party into another',
    description:
      'From now on both names mean the party that stays, and claims with sources of both are recomputed by job. Answers for moments before the merge stay as they were.',
    answer: PartyDto,
    finds: true,
    errors: [PARTY_MERGED],
  })
  async merge(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { into }: PartyMerge,
  ): Promise<PartyDto> {
    return presentParty(await this.parties.merge(actor, id, into.toLowerCase()));
  }
}

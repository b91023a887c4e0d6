import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  type SourceRecordClaimDto,
  SourceRecordClaimsPage,
  SourceRecordClaimsQuery,
  SourceRecordDto,
  SourceRecordQuery,
} from './source-record.dto.js';
import { SourceRecords } from './source-records.service.js';

const COUNTS = `Counts the source’s latest position on each claim that is decided or published, where it takes a side: asserts, confirms and partly confirms support, denies opposes. A struck statement counts nothing, and neither does what was taken back. The numbers inform whoever grades the source; they change no grade and no vote.`;

@Controller('sources/:id/record')
export class SourceRecordsController {
  constructor(private readonly records: SourceRecords) {}

  @Get()
  @May('source.read')
  @Operation({
    summary: 'Read how a source’s positions stand against the verdicts',
    description: COUNTS,
    answer: SourceRecordDto,
    query: SourceRecordQuery,
    polling: true,
    finds: true,
  })
  record(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: SourceRecordQuery,
  ): Promise<SourceRecordDto> {
    return this.records.read(actor, id, query);
  }

  @Get('claims')
  @May('source.read')
  @Operation({
    summary: 'List the positions behind a source’s record, the latest first',
    answer: SourceRecordClaimsPage,
    query: SourceRecordClaimsQuery,
    polling: true,
    finds: true,
  })
  recordClaims(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: SourceRecordClaimsQuery,
  ): Promise<Page<SourceRecordClaimDto>> {
    return this.records.claims(actor, id, query);
  }
}

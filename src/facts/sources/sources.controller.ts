import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  GradeDto,
  GradePage,
  GradesQuery,
  NewGrade,
  NewSource,
  PlacedSourceDto,
  presentGrade,
  presentSource,
  SourceChange,
  SourceDto,
  SourcePage,
  SourcesQuery,
} from './source.dto.js';
import { SOURCE_DUPLICATE } from './source.errors.js';
import { Sources } from './sources.service.js';

@Controller('sources')
export class SourcesController {
  constructor(private readonly sources: Sources) {}

  @Post()
  @May('source.create')
  @Operation({ summary: 'Enter a source', answer: PlacedSourceDto, status: 201, errors: [SOURCE_DUPLICATE] })
  async create(@Caller() actor: Actor, @Body() given: NewSource): Promise<PlacedSourceDto> {
    const { source, partyCreated } = await this.sources.create(actor, given);
    return { ...presentSource(source, actor), partyCreated };
  }

  @Get()
  @May('source.read')
  @Operation({ summary: 'List sources', answer: SourcePage, query: SourcesQuery, polling: true })
  async list(@Caller() actor: Actor, @Query() query: SourcesQuery): Promise<Page<SourceDto>> {
    const page = await this.sources.list(actor, query);
    return { ...page, items: page.items.map((source) => presentSource(source, actor)) };
  }

  @Get(':id')
  @May('source.read')
  @Operation({ summary: 'Read a source', answer: SourceDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<SourceDto> {
    return presentSource(await this.sources.read(actor, id), actor);
  }

  @Patch(':id')
  @May('source.amend')
  @Operation({
    summary: 'Change a source',
    description:
      'Another parent or party re-places the source: claims it spoke on are recomputed by job and answer `stale` until then. Answers for moments before stay as they were.',
    answer: PlacedSourceDto,
    finds: true,
    ifMatch: true,
    errors: [SOURCE_DUPLICATE],
  })
  async amend(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: SourceChange,
  ): Promise<PlacedSourceDto> {
    const { source, partyCreated } = await this.sources.amend(actor, id, expected, change);
    return { ...presentSource(source, actor), partyCreated };
  }

  @Post(':id/grades')
  @May('source.grade')
  @Operation({
    summary: 'Grade the reliability of a source',
    description: 'The newest grade counts; all of them stay, with who graded when and why.',
    answer: GradeDto,
    status: 201,
    finds: true,
  })
  async grade(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: NewGrade,
  ): Promise<GradeDto> {
    return presentGrade(await this.sources.grade(actor, id, given));
  }

  @Get(':id/grades')
  @May('source.read')
  @Operation({
    summary: 'List the grades of a source, newest first',
    answer: GradePage,
    query: GradesQuery,
    polling: true,
    finds: true,
  })
  async grades(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: GradesQuery,
  ): Promise<Page<GradeDto>> {
    const page = await this.sources.grades(actor, id, query);
    return { ...page, items: page.items.map(presentGrade) };
  }
}

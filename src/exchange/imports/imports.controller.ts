import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { STREAMED } from '../../base/http/streamed-body.js';
import {
  ImportDto,
  ImportPage,
  ImportQuery,
  ImportRowDto,
  ImportRowPage,
  ImportRowsQuery,
  ImportsQuery,
  presentImport,
  presentRow,
} from './imports.dto.js';
import { Imports } from './receiving.service.js';

const ABOUT = `The body is streamed and may be of any length. It is answered when all of it was received; then a worker goes through the rows. A row that is wrong is refused and keeps no other one back.

\`ndjson\`: a JSON object on each line, a body of POST /claims with sources by their names: \`statement\` or \`statements\` with \`source: { name, kind, party }\`, \`reportedBy\`, \`basedOnSource\`, or \`basedOnStatement\` with the \`ref\` of one before it; \`claimant\`, \`evidence\`, and \`sources\` with all there is to know of those that have to be created. \`csv\`: a row for each claim, the first line names the columns as an export does; \`source\`, \`stance\`, \`saidAt\` and so on for one statement. \`claim-review\`: other publishers’ fact-checks in JSON-LD, as a page has them, in a list, a \`@graph\` or a DataFeed, or an answer of the Fact Check Tools API; a table with the columns of ClaimsKG is read alike. Each becomes a claim in triage with their review beside it, never a verdict of ours; their rating words are kept as they are, see GET /rating-words.

A row whose \`externalId\` is known changes that claim: the fields it has, and what statements and evidence are not there yet. Two statements are the same when source, stance, saidAt, quote, url and base are. Nothing is ever removed. A name is found after normalisation; kind and party count only when the source is created, a difference is a warning.`;

@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @May('claim.import')
  @RouteConfig({ [STREAMED]: true })
  @Operation({
    summary: 'Import claims',
    description: ABOUT,
    answer: ImportDto,
    status: 202,
    query: ImportQuery,
    streamed: {
      'application/x-ndjson': '{"externalId":"desk-17","text":"…","language":"en","statements":[…]}\n',
      'application/ld+json': '{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"…"}',
      'text/csv': 'externalId,text,language\r\ndesk-17,…,en\r\n',
    },
  })
  async receive(
    @Caller() actor: Actor,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return presentImport(await this.imports.receive(actor, query, request.body as AsyncIterable<Uint8Array>));
  }

  @Get()
  @May('claim.import')
  @Operation({ summary: 'List imports', answer: ImportPage, query: ImportsQuery, polling: true })
  async list(@Caller() actor: Actor, @Query() query: ImportsQuery): Promise<Page<ImportDto>> {
    const page = await this.imports.list(actor, query);
    return { ...page, items: page.items.map(presentImport) };
  }

  @Get(':id')
  @May('claim.import')
  @Operation({ summary: 'Read how far an import is', answer: ImportDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<ImportDto> {
    return presentImport(await this.imports.read(actor, id));
  }

  @Get(':id/rows')
  @May('claim.import')
  @Operation({
    summary: 'List what became of the rows of an import',
    description:
      'In the order in which they were sent; rows that were not worked through yet have no outcome.',
    answer: ImportRowPage,
    query: ImportRowsQuery,
    finds: true,
    polling: true,
  })
  async rows(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<Page<ImportRowDto>> {
    const page = await this.imports.rows(actor, id, query);
    return { ...page, items: page.items.map(presentRow) };
  }
}

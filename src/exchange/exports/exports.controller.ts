import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { ExportQuery } from './exports.dto.js';
import { Exports } from './exports.service.js';

const ABOUT = `The claims that the filter of GET /claims leaves in, in the order in which they were entered, written as they are read: of any number, and what changes meanwhile may be told before or after its change. An answer that breaks off is not closed properly; clients then report an error.

Confidential sources stand under their public label, numbered where several share one, without addresses, notes and the URL of what they said. An NDJSON export can be imported: \`exported\` says what the claim was here, and is passed over.`;

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get('claims')
  @May('claim.export')
  @Operation({
    summary: 'Export claims',
    description: ABOUT,
    query: ExportQuery,
    files: {
      'application/x-ndjson': '{"externalId":"desk-17","text":"…","statements":[…],"exported":{…}}\n',
      'text/csv': 'id,externalId,text,language\r\n01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60,desk-17,…,en\r\n',
      'application/ld+json': '{"@context":["https://schema.org"],"@type":"DataFeed","dataFeedElement":[…]}',
    },
  })
  claims(@Caller() actor: Actor, @Query() query: ExportQuery, @Res() reply: FastifyReply): void {
    const { type, file, body } = this.exports.write(actor, query);
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store')
      .send(body);
  }
}

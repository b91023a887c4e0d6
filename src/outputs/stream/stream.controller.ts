import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { CURSOR_AHEAD } from '../../record/feed/feed.errors.js';
import { StreamQuery } from './stream.dto.js';
import { Streams } from './streams.service.js';

const ABOUT = `Server-sent events: each block has an \`id\`, the cursor of the event in the feed, and \`data\`, one \`Event\` as in GET /events, in JSON on one line. Blocks have no \`event\` field, so every one arrives as a message; its \`type\` says what it is.

Come again with the last id in \`Last-Event-ID\`, as every client of server-sent events does, and nothing is missed or told twice; \`retry\` says after how many milliseconds. Every 15 seconds a block without data keeps the connection alive and moves the id past what your \`type\` leaves out. A reader that takes nothing for 5 seconds is cut off. The stream ends when your key is revoked or expires, when you are removed, and when the server stops. A process keeps at most 1,000 streams; beyond, it answers 503. An id that the feed has not come to, as after a restored backup, is refused with 409 rather than waited for.`;

const EXAMPLE = `retry: 1204
:
id: 41

id: 42
data: {"id":"01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60","cursor":"42","type":"claim.transitioned",…}

`;

@Controller('events')
export class StreamController {
  constructor(private readonly streams: Streams) {}

  @Get('stream')
  @May('event.read')
  @Operation({
    summary: 'Be told what happens as it happens',
    description: ABOUT,
    stream: EXAMPLE,
    query: StreamQuery,
    errors: [CURSOR_AHEAD],
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event you have seen; it counts before `after`.',
    schema: { type: 'string' },
  })
  async follow(
    @Caller() actor: Actor,
    @Query() query: StreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.follow(actor, query, request, reply);
  }
}

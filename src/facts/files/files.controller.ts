import { Controller, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { STREAMED, typeAsSent } from '../../base/http/streamed-body.js';
import { FileDto, NewFileQuery, presentFile } from './file.dto.js';
import { STORAGE_UNAVAILABLE } from './file.errors.js';
import { Files } from './files.service.js';

const ABOUT = `The body is the file itself, streamed. Name its \`id\` as the \`fileId\` of an item of evidence within a day, or it is taken away again. What it is, its bytes say: a name or a Content-Type makes nothing of it.`;

@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @May('evidence.add')
  @RouteConfig({ [STREAMED]: true })
  @Operation({
    summary: 'Upload a file to be evidence',
    description: ABOUT,
    answer: FileDto,
    status: 201,
    query: NewFileQuery,
    streamed: { 'application/octet-stream': '(the bytes of the file)' },
    errors: [STORAGE_UNAVAILABLE],
  })
  async receive(
    @Caller() actor: Actor,
    @Query() { name, sha256 }: NewFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<FileDto> {
    const file = await this.files.receive(actor, {
      name,
      declaredType: typeAsSent(request),
      ...(sha256 !== undefined && { expectedSha256: sha256 }),
      bytes: request.body as AsyncIterable<Uint8Array>,
    });
    return presentFile(file);
  }
}

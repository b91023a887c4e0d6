import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { EvidenceDto, presentEvidence } from '../evidence/evidence.dto.js';
import { EVIDENCE_GONE } from '../evidence/evidence.service.js';
import { FILE_MISSING, NO_FILE, STORAGE_UNAVAILABLE } from '../files/file.errors.js';
import type { KeptFile } from '../files/file.entity.js';
import { FILE_ANSWER, sendFile } from '../files/file-answer.js';
import { Files } from '../files/files.service.js';
import { type CaptureDto, CapturePage, CapturesQuery } from './capture.dto.js';
import { Captures, NO_LINK } from './captures.service.js';

const SAVED =
  'It is answered to be saved, never to be shown as a page: with a Content-Type of its own only where it is an image, a film or sound that can hold no script.';

@Controller()
export class CapturesController {
  constructor(
    private readonly captures: Captures,
    private readonly files: Files,
  ) {}

  @Get('evidence/:id/captures')
  @May('claim.read')
  @Operation({
    summary: 'List what the machine found at the url of an item of evidence',
    description:
      'The newest first. It looks soon after the item was added, after a day, after a week, and then each month; what is not there twice is marked as gone.',
    answer: CapturePage,
    query: CapturesQuery,
    polling: true,
    finds: true,
  })
  listCaptures(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: CapturesQuery,
  ): Promise<Page<CaptureDto>> {
    return this.captures.list(actor, id, query);
  }

  @Post('evidence/:id/captures')
  @May('evidence.add')
  @Operation({
    summary: 'Have the url of an item of evidence looked at now',
    description: 'The machine does it in a moment: `evidence.checked` tells what came of it.',
    answer: EvidenceDto,
    status: 202,
    finds: true,
    errors: [EVIDENCE_GONE, NO_LINK],
  })
  async askForCapture(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<EvidenceDto> {
    return presentEvidence(await this.captures.ask(actor, id));
  }

  @Get('evidence/:id/file')
  @May('claim.read')
  @Operation({
    summary: 'Save the file of an item of evidence',
    description: `What was uploaded, or else what was captured last. ${SAVED}`,
    files: FILE_ANSWER,
    finds: true,
    errors: [NO_FILE, FILE_MISSING, STORAGE_UNAVAILABLE],
  })
  async file(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.captures.newestFile(actor, id));
  }

  @Get('captures/:id/file')
  @May('claim.read')
  @Operation({
    summary: 'Save what was captured',
    description: SAVED,
    files: FILE_ANSWER,
    finds: true,
    errors: [NO_FILE, FILE_MISSING, STORAGE_UNAVAILABLE],
  })
  async capturedFile(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.captures.fileOf(actor, id));
  }

  private async send(reply: FastifyReply, file: KeptFile): Promise<void> {
    sendFile(reply, file, await this.files.open(file));
  }
}

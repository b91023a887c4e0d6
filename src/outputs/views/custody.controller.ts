import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PathId } from '../../base/http/path-id.js';
import { STORAGE_UNAVAILABLE } from '../../facts/files/file.errors.js';
import { CustodyDto } from './custody.dto.js';
import { Custody } from './custody.service.js';

@Controller('evidence')
export class CustodyController {
  constructor(private readonly custody: Custody) {}

  @Get(':id/custody')
  @May('event.read')
  @Operation({
    summary: 'Report the chain of custody of an item of evidence',
    description:
      'Who added it and when, each look at its url with what answered, and every file that is kept of it, read again and held against its digest on the record. An item that was carried over from a duplicate says in `movedFrom` which one has its earlier report.',
    answer: CustodyDto,
    finds: true,
    errors: [STORAGE_UNAVAILABLE],
  })
  reportCustody(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<CustodyDto> {
    return this.custody.report(actor, id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { presentCapture } from '../../facts/captures/capture.dto.js';
import { CapturesRepository } from '../../facts/captures/captures.repository.js';
import { presentEvidence } from '../../facts/evidence/evidence.dto.js';
import type { Evidence } from '../../facts/evidence/evidence.entity.js';
import { EvidenceItems } from '../../facts/evidence/evidence.service.js';
import { presentFile } from '../../facts/files/file.dto.js';
import type { KeptFile } from '../../facts/files/file.entity.js';
import { Files } from '../../facts/files/files.service.js';
import { presentActor } from '../../facts/telling/event.dto.js';
import { type EventView, TellingRepository } from '../../facts/telling/telling.repository.js';
import type { CustodyDto, CustodyEntryDto, CustodyFileDto } from './custody.dto.js';
import { EventViews } from './event-views.service.js';

const TYPES = ['evidence.added', 'evidence.checked', 'evidence.gone'];
const PAGE = 1000;

/** Who had an item of evidence in hand, what was found, and whether all of it is still what it was. */
@Injectable()
export class Custody {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceItems,
    private readonly captures: CapturesRepository,
    private readonly files: Files,
    private readonly telling: TellingRepository,
    private readonly events: EventViews,
  ) {}

  async report(actor: Actor, evidenceId: string): Promise<CustodyDto> {
    const row = await this.evidence.read(actor, evidenceId);
    const captures = await this.captures.all(this.database, actor.workspaceId, evidenceId);
    const ids = [row, ...captures].flatMap(({ fileId }) => fileId ?? []);
    const files = await this.files.known(this.database, actor.workspaceId, ids);
    const examined: CustodyFileDto[] = [];
    for (const file of files.values()) examined.push(await this.examine(file));
    return {
      reportedAt: new Date().toISOString(),
      evidence: presentEvidence(row),
      entries: await this.entries(actor, row),
      captures: captures.map((capture) => presentCapture(capture, files)),
      files: examined,
      chain: await this.events.verify(actor, row.claimId),
    };
  }

  private async examine(file: KeptFile): Promise<CustodyFileDto> {
    return { ...presentFile(file), intact: await this.files.isIntact(file) };
  }

  private async entries(actor: Actor, { id, claimId }: Evidence): Promise<CustodyEntryDto[]> {
    const entries: CustodyEntryDto[] = [];
    for (let after = 0; ;) {
      const page = await this.telling.chain(this.database, actor, claimId, after, PAGE, TYPES);
      entries.push(...page.filter(({ subjectId }) => subjectId === id).map(presentEntry));
      if (page.length < PAGE) return entries;
      after = Number(page.at(-1)!.chainNumber);
    }
  }
}

function presentEntry(event: EventView): CustodyEntryDto {
  const { id, type, at, reason, chainNumber, digest } = event;
  return {
    eventId: id,
    type,
    at: at.toISOString(),
    actor: presentActor(event),
    reason,
    number: Number(chainNumber),
    digest: digest.toString('hex'),
  };
}

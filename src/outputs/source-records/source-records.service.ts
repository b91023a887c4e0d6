import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { Sources } from '../../facts/sources/sources.service.js';
import type {
  SourceRecordClaimDto,
  SourceRecordClaimsQuery,
  SourceRecordDto,
  SourceRecordQuery,
} from './source-record.dto.js';
import { type RecordedClaim, SourceRecordsRepository, type TallyRow } from './source-records.repository.js';
import { wilsonInterval } from './wilson.rules.js';

/** How the positions of a source stand against the verdicts of its claims. It informs people, and changes nothing. */
@Injectable()
export class SourceRecords {
  constructor(
    private readonly repository: SourceRecordsRepository,
    private readonly sources: Sources,
  ) {}

  async read(actor: Actor, sourceId: string, { basis }: SourceRecordQuery): Promise<SourceRecordDto> {
    await this.sources.read(actor, sourceId);
    const { workspaceId } = actor;
    const rows = await this.repository.tallies({ workspaceId, sourceId, relayed: basis === 'relayed' });
    const list = (more: Record<string, string>) =>
      `/api/v1/sources/${sourceId}/record/claims?${new URLSearchParams({ basis, ...more }).toString()}`;
    return {
      sourceId,
      basis,
      total: tally(
        rows.find(({ topic, year }) => topic === null && year === null)!,
        list({}),
      ),
      byTopic: rows.flatMap((row) =>
        row.topic === null ? [] : [{ topic: row.topic, ...tally(row, list({ topic: row.topic })) }],
      ),
      byYear: rows.flatMap((row) =>
        row.year === null ? [] : [{ year: row.year, ...tally(row, list({ year: row.year })) }],
      ),
    };
  }

  async claims(
    actor: Actor,
    sourceId: string,
    { basis, outcome, topic, year, limit, cursor }: SourceRecordClaimsQuery,
  ): Promise<Page<SourceRecordClaimDto>> {
    await this.sources.read(actor, sourceId);
    const only = {
      outcome: outcome ?? null,
      topicKey: topic === undefined ? null : normalise(topic),
      year: year ?? null,
    };
    const wanted = { workspaceId: actor.workspaceId, sourceId, relayed: basis === 'relayed' };
    const rows = await this.repository.claims(wanted, only, limit, readCursor(cursor, ['time', 'id']));
    return pageFrom(rows, limit, ({ at, statementId }) => [at.toISOString(), statementId], present);
  }
}

function tally({ agreed, disagreed, unresolved }: TallyRow, claims: string) {
  const sided = agreed + disagreed;
  const share = sided === 0 ? null : agreed / sided;
  return { agreed, disagreed, unresolved, share, interval: wilsonInterval(agreed, sided), claims };
}

function present(row: RecordedClaim): SourceRecordClaimDto {
  return { ...row, at: row.at.toISOString(), decidedAt: row.decidedAt.toISOString() };
}

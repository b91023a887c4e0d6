import { selectList } from '../../base/database/select-list.js';
import { type ClaimBook, Told } from '../claims/claim-book.js';
import { presentEvidence } from './evidence.dto.js';
import { Evidence } from './evidence.entity.js';

/** Evidence: every column is told, but for what the machine has to look at next. */
export const EVIDENCE_BOOK: ClaimBook = {
  noun: 'evidence',
  open: () =>
    new Told(({ type, subjectId, actorId, reason, data }, tell) => {
      const { claimVersion, claimUpdatedAt } = data!;
      if (type === 'evidence.added')
        tell(subjectId, {
          ...(data!['evidence'] as object),
          addedBy: actorId,
          claimVersion,
          goneClaimVersion: null,
        });
      if (type === 'evidence.gone')
        tell(subjectId, { goneAt: claimUpdatedAt, goneReason: reason, goneClaimVersion: claimVersion });
    }),
  async rows(reader, claimIds) {
    const columns = selectList(reader.repository(Evidence).metadata);
    const rows = await reader.query<Evidence>(
      `select ${columns} from evidence where claim_id = any($1::uuid[])`,
      [claimIds],
    );
    return rows.map((row) => {
      const { id, claimId, claimVersion, goneClaimVersion } = row;
      return { id, claimId, fields: { ...presentEvidence(row), claimVersion, goneClaimVersion } };
    });
  },
};

import { selectList } from '../../base/database/select-list.js';
import { asTold, type ClaimBook, Told } from '../claims/claim-book.js';
import { toldStatement } from './statement.dto.js';
import { Statement } from './statement.entity.js';

const STANDING = {
  struckAt: null,
  struckBy: null,
  strikeReason: null,
  replacementId: null,
  struckClaimVersion: null,
};

/** Statements: every column is told. */
export const STATEMENTS_BOOK: ClaimBook = {
  noun: 'statement',
  open: () =>
    new Told(({ type, subjectId, actorId, reason, data }, tell) => {
      const { claimVersion, claimUpdatedAt } = data!;
      if (type === 'statement.recorded')
        tell(subjectId, {
          ...(data!['statement'] as object),
          ...STANDING,
          recordedBy: actorId,
          claimVersion,
        });
      if (type === 'statement.struck')
        tell(subjectId, {
          struckAt: claimUpdatedAt,
          struckBy: actorId,
          strikeReason: reason,
          replacementId: data!['replacementId'],
          struckClaimVersion: claimVersion,
        });
    }),
  async rows(reader, claimIds) {
    const columns = selectList(reader.repository(Statement).metadata);
    const rows = await reader.query<Statement>(
      `select ${columns} from statements where claim_id = any($1::uuid[])`,
      [claimIds],
    );
    return rows.map((row) => {
      const { id, claimId, recordedAt, recordedBy, claimVersion } = row;
      const { struckAt, struckBy, strikeReason, replacementId, struckClaimVersion } = row;
      const struck = { struckAt, struckBy, strikeReason, replacementId, struckClaimVersion };
      const fields = { ...toldStatement(row), recordedAt, recordedBy, claimVersion, ...struck };
      return { id, claimId, fields: asTold(fields) };
    });
  },
};

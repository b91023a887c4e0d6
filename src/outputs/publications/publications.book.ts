import { selectList } from '../../base/database/select-list.js';
import { asTold, type ClaimBook, type Fields, Told } from '../../facts/claims/claim-book.js';
import { Publication } from './publication.entity.js';
import { digestPublication } from './publication.events.js';

const STANDING = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };

/** Publications: what an event does not tell whole it tells the digest of. */
export const PUBLICATIONS_BOOK: ClaimBook = {
  noun: 'publication',
  open: () =>
    new Told(({ type, subjectId, actorId, reason, data }, tell) => {
      if (type === 'publication.created') {
        const {
          rating: _,
          citedStatements: __,
          citedEvidence: ___,
          ...told
        } = data!['publication'] as Fields;
        tell(subjectId, { ...told, ...STANDING, publishedBy: actorId });
      }
      if (type === 'publication.withdrawn')
        tell(subjectId, {
          withdrawnAt: data!['withdrawnAt'],
          withdrawnBy: actorId,
          withdrawnReason: reason,
        });
    }),
  async rows(reader, claimIds) {
    const columns = selectList(reader.repository(Publication).metadata);
    const rows = await reader.query<Publication>(
      `select ${columns} from publications where claim_id = any($1::uuid[])`,
      [claimIds],
    );
    return rows.map((row) => {
      const { id, claimId, workspaceId: _, authors: __, content: ___, publishedAt: ____, ...told } = row;
      return { id, claimId, fields: asTold({ ...told, id, claimId, digest: digestPublication(row) }) };
    });
  },
};

import { selectList } from '../../base/database/select-list.js';
import { asTold, type ClaimBook, type Fields, Told } from '../claims/claim-book.js';
import { Capture } from './capture.entity.js';
import { toldCapture } from './capture.events.js';

/** Captures: every column is told. Of looks that failed nothing is told, as nothing was learned. */
export const CAPTURES_BOOK: ClaimBook = {
  noun: 'capture',
  open: () =>
    new Told(({ type, data }, tell) => {
      if (type !== 'evidence.checked') return;
      const capture = data!['capture'] as Fields & { id: string };
      tell(capture.id, capture);
    }),
  async rows(reader, claimIds) {
    const rows = await reader.query<Capture>(
      `select ${selectList(reader.repository(Capture).metadata)} from captures
        where claim_id = any($1::uuid[]) and outcome <> 'failed'`,
      [claimIds],
    );
    return rows.map((row) => ({ id: row.id, claimId: row.claimId, fields: asTold(toldCapture(row)) }));
  },
};

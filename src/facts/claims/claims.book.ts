import { selectList } from '../../base/database/select-list.js';
import type { Account, BookEvent, ClaimBook, Fields } from './claim-book.js';
import { Claim } from './claim.entity.js';
import { follow, type Rebuilt } from './claim.rebuild.js';

/** The columns of what events leave unknown, where they are not one column of that name. */
const COLUMNS: Record<string, (keyof Claim)[]> = {
  topics: ['topics', 'topicKeys'],
  eventTime: ['eventTime', 'eventTimeIsDay'],
  claimantId: ['claimantId', 'claimantGiven'],
  quantity: ['quantityMin', 'quantityMax', 'quantityUnit'],
  duplicateOf: ['duplicateOfId'],
  corroboration: ['corroboration', 'support', 'oppose', 'divided'],
  'corroboration.asOf': ['corroborationAsOf'],
  verdict: ['verdict', 'rating', 'verdictAt'],
  updatedAt: ['updatedAt', 'lastRecordedAt'],
};

/** Claims themselves: every column is told. */
export const CLAIMS_BOOK: ClaimBook = {
  noun: 'claim',
  open: () => new ClaimAccount(),
  async rows(reader, claimIds) {
    const columns = selectList(reader.repository(Claim).metadata);
    const rows = await reader.query<Claim>(`select ${columns} from claims where id = any($1::uuid[])`, [
      claimIds,
    ]);
    return rows.map((row) => ({ id: row.id, claimId: row.id, fields: { ...row } }));
  },
};

class ClaimAccount implements Account {
  private rebuilt: Rebuilt | null = null;

  follow(event: BookEvent): void {
    this.rebuilt = follow(this.rebuilt, event);
  }

  told(): ReadonlyMap<string, Fields> {
    if (this.rebuilt === null) return new Map();
    const { claim, unknown } = this.rebuilt;
    const fields: Fields = { ...claim };
    for (const name of unknown) for (const column of COLUMNS[name] ?? [name]) delete fields[column];
    return new Map([[claim.id, fields]]);
  }
}

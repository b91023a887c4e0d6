import { stringify } from 'csv-stringify';
import type { Stringifier } from 'csv-stringify';
import type { ClaimParts } from './claim-line.js';
import { claimLine } from './claim-line.js';

type Column = [name: string, value: (line: ReturnType<typeof claimLine>, parts: ClaimParts) => unknown];

/** One row for each claim. Lists stand in one cell, a line for each entry. */
const COLUMNS: Column[] = [
  ['id', ({ exported }) => exported.id],
  ['externalId', ({ externalId }) => externalId],
  ['text', ({ text }) => text],
  ['language', ({ language }) => language],
  ['topics', ({ topics }) => topics.join('\n')],
  ['eventTime', ({ eventTime }) => eventTime],
  ['place', ({ place }) => place],
  ['appearances', ({ appearances }) => appearances.map(({ url }) => url).join('\n')],
  ['claimant', ({ exported }) => exported.claimant?.name],
  ['claimantGiven', (_, { claim }) => (claim.claimantId === null ? null : String(claim.claimantGiven))],
  ['quantityMin', ({ quantity }) => quantity?.min],
  ['quantityMax', ({ quantity }) => quantity?.max],
  ['quantityUnit', ({ quantity }) => quantity?.unit],
  ['priority', ({ priority }) => priority],
  ['dueAt', ({ dueAt }) => dueAt],
  ['status', ({ exported }) => exported.status],
  ['corroboration', ({ exported }) => exported.corroboration],
  ['support', (_, { claim }) => claim.support],
  ['oppose', (_, { claim }) => claim.oppose],
  ['divided', (_, { claim }) => claim.divided],
  ['rating', ({ exported }) => exported.verdict?.rating],
  ['confidence', ({ exported }) => exported.verdict?.confidence],
  ['rationale', ({ exported }) => exported.verdict?.rationale],
  ['decidedAt', ({ exported }) => exported.verdict?.decidedAt],
  ['statements', ({ statements }) => standing(statements).map(said).join('\n')],
  ['createdAt', ({ exported }) => exported.createdAt],
  ['updatedAt', ({ exported }) => exported.updatedAt],
];

/** Takes rows and gives CSV (RFC 4180). What would begin a formula in a spreadsheet gets an apostrophe before it. */
export function csvWriter(bom: boolean): Stringifier {
  return stringify({
    header: true,
    columns: COLUMNS.map(([name]) => name),
    record_delimiter: 'windows',
    escape_formulas: true,
    bom,
  });
}

export function csvRow(parts: ClaimParts): unknown[] {
  const line = claimLine(parts);
  return COLUMNS.map(([, value]) => value(line, parts) ?? '');
}

type Line = ReturnType<typeof claimLine>['statements'][number];

function standing(statements: Line[]): Line[] {
  return statements.filter(({ struck }) => struck === null);
}

function said({ source, stance, saidAt }: Line): string {
  return `${source.name}: ${stance}${saidAt === null ? '' : ` (${saidAt})`}`;
}

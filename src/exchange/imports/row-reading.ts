import { setImmediate as othersTurn } from 'node:timers/promises';
import { INVALID, Problem } from '../../base/errors/problem.js';
import { RequestValidation } from '../../base/http/validation.js';
import type { ImportFormat } from './import.entity.js';
import { ImportedClaim } from './imported-claim.dto.js';
import type { OpenRow } from './imports.repository.js';
import type { ReviewLine } from './reading.js';

const LONGEST_ID = 1000;
/** Whoever asks the same process something meanwhile does not wait for more rows than this. */
const ROWS_AT_A_STRETCH = 20;

const validation = new RequestValidation();

/** A row as it was sent, and what it says: a claim, why it is none, or another publisher's review. */
export interface ReadRow {
  number: number;
  externalId: string | null;
  says: ImportedClaim | Problem | ReviewLine;
}

export async function readRows(rows: OpenRow[], format: ImportFormat): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  for (const [i, { number, line }] of rows.entries()) {
    if (i % ROWS_AT_A_STRETCH === 0) await othersTurn();
    const given = parsed(line);
    const says = format !== 'ndjson' && isReview(given) ? given : await readClaim(given).catch(refusal);
    read.push({ number, says, externalId: externalIdOf(given) });
  }
  return read;
}

/** The problem that a row is refused for; what is no fault of the row is none. */
export function refusal(error: unknown): Problem {
  if (error instanceof Problem && error.kind.status < 500) return error;
  throw error;
}

/** What stands in a line: JSON of any kind, or the error that says it is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    return error;
  }
}

/** A line that the reader of reviews has made; the lines of NDJSON the caller makes. */
export function isReview(given: unknown): given is ReviewLine {
  return typeof given === 'object' && given !== null && 'found' in given;
}

/** By what the sender knows the row, also one that is refused, unless the database could not hold it. */
function externalIdOf(given: unknown): string | null {
  const id = (given as Record<string, unknown> | null)?.['externalId'];
  const isFit = typeof id === 'string' && id.length <= LONGEST_ID && id.isWellFormed() && !id.includes('\0');
  return isFit ? id : null;
}

/** Checks a row by its shape; one statement alone becomes the first of its statements. */
async function readClaim(given: unknown): Promise<ImportedClaim> {
  if (given instanceof SyntaxError) throw unreadable(given);
  const row = (await validation.transform(withoutExported(given), {
    type: 'body',
    metatype: ImportedClaim,
  })) as ImportedClaim;
  const { statement, ...fields } = row;
  return statement === undefined ? row : { ...fields, statements: [statement, ...(row.statements ?? [])] };
}

/** What an export says of where and when it was recorded there is no field of a row. */
function withoutExported(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const { exported: _e, ...fields } = given as Record<string, unknown>;
  const { statements } = fields;
  if (!Array.isArray(statements)) return fields;
  const plain = statements.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) return one;
    const { recordedAt: _r, movedFrom: _m, ...said } = one as Record<string, unknown>;
    return said;
  });
  return { ...fields, statements: plain };
}

function unreadable(error: SyntaxError): Problem {
  return new Problem(
    { ...INVALID, code: 'row.unreadable' },
    `The row is no JSON: ${error.message.toWellFormed()}`,
  );
}

import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { invalidField } from '../../base/errors/problem.js';
import { claimOf, expectColumns } from './csv-columns.js';
import { hasReviewColumns, reviewFromColumns } from './claim-review/columns.js';
import { UnreadableDocument } from './claim-review/document-errors.js';
import { elements } from './claim-review/elements.js';
import type { FoundReview, ReviewRead } from './claim-review/found-review.js';
import { readReviews } from './claim-review/read-reviews.js';
import { RepeatedTemplates } from './claim-review/repeated-templates.js';
import type { ImportFormat, Warning } from './import.entity.js';

/** What one row may be long, in characters: as much as a body of POST /claims may be in bytes. */
const LONGEST = 1024 * 1024;

/** A row as it was sent, in JSON; or why it cannot be taken. */
export type ReadLine = { line: string } | { refused: Warning };

/** The line of another publisher's review. */
export interface ReviewLine {
  found: FoundReview;
  warnings: Warning[];
}

/** Reads the rows of a body one after the other, of any number; a row that cannot be read keeps nothing else back. */
export function rowsOf(format: ImportFormat, body: AsyncIterable<Uint8Array>): AsyncIterable<ReadLine> {
  if (format === 'claim-review') return reviewRows(body);
  return format === 'csv' ? csvRows(body) : ndjsonRows(body);
}

async function* ndjsonRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  let rest = '';
  let skipping = false;
  for await (const text of decoded(body)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (skipping) skipping = false;
      else yield* rowOf(line);
    }
    if (rest.length <= LONGEST) continue;
    if (!skipping) yield unreadable(TOO_LONG);
    skipping = true;
    rest = '';
  }
  if (!skipping) yield* rowOf(rest);
}

const TOO_LONG = `is longer than ${LONGEST.toLocaleString('en')} characters`;

function unreadable(message: string): ReadLine {
  return { refused: { code: 'row.unreadable', path: '', message } };
}

/** Lines without anything in them are no rows. */
function* rowOf(line: string): Generator<ReadLine> {
  if (line.trim() === '') return;
  if (line.length > LONGEST) yield unreadable(TOO_LONG);
  else if (line.includes('\0')) yield unreadable('contains the character NUL (U+0000)');
  else yield { line };
}

/** The text of a UTF-8 body, without its byte-order mark; what is no UTF-8 stands as U+FFFD. */
async function* decoded(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of body) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* csvRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  let ofReviews = false;
  const columns = (header: string[]) => {
    ofReviews = hasReviewColumns(header);
    return ofReviews ? header : expectColumns(header);
  };
  const parser = Readable.from(body).pipe(parse({ bom: true, columns, max_record_size: LONGEST }));
  const templates = new RepeatedTemplates();
  try {
    for await (const record of parser) {
      const cells = record as Record<string, string>;
      yield ofReviews
        ? reviewRow(reviewFromColumns(cells), templates)
        : { line: JSON.stringify(claimOf(cells)) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalidField('', `The body is no CSV that can be read: ${error.message.toWellFormed()}`);
  }
}

/** The reviews in one JSON document: a page, a list, a graph, a DataFeed, or an answer of the Fact Check Tools API. */
async function* reviewRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  const templates = new RepeatedTemplates();
  try {
    for await (const element of elements(body))
      for (const read of readReviews(element)) yield reviewRow(read, templates);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw invalidField('', error.message);
  }
}

function reviewRow(read: ReviewRead, templates: RepeatedTemplates): ReadLine {
  if ('refused' in read) return read;
  const warnings = templates.isRepeated(read.ok) ? [...read.warnings, REPEATED] : read.warnings;
  return { line: JSON.stringify({ found: read.ok, warnings } satisfies ReviewLine) };
}

const REPEATED: Warning = {
  code: 'claim.repeated',
  path: 'claimReviewed',
  message: 'are the words of several reviews of this site; they may be its template’s and no claim',
};

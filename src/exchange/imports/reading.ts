import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { invalidField } from '../../base/errors/problem.js';
import { claimOf, expectColumns } from './csv-columns.js';
import type { ImportFormat } from './import.entity.js';

/** What one row may be long, in characters: as much as a body of POST /claims may be in bytes. */
const LONGEST = 1024 * 1024;

/** A row as it was sent, in JSON; or why it cannot be read. */
export type ReadLine = { line: string } | { unreadable: string };

/** Reads the rows of a body one after the other, of any number; a row that cannot be read keeps nothing else back. */
export function rowsOf(format: ImportFormat, body: AsyncIterable<Uint8Array>): AsyncIterable<ReadLine> {
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
    if (!skipping) yield { unreadable: TOO_LONG };
    skipping = true;
    rest = '';
  }
  if (!skipping) yield* rowOf(rest);
}

const TOO_LONG = `is longer than ${LONGEST.toLocaleString('en')} characters`;

/** Lines without anything in them are no rows. */
function* rowOf(line: string): Generator<ReadLine> {
  if (line.trim() === '') return;
  if (line.length > LONGEST) yield { unreadable: TOO_LONG };
  else if (line.includes('\0')) yield { unreadable: 'contains the character NUL (U+0000)' };
  else yield { line };
}

/** The text of a UTF-8 body, without its byte-order mark; what is no UTF-8 stands as U+FFFD. */
async function* decoded(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of body) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* csvRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  const parser = Readable.from(body).pipe(
    parse({ bom: true, columns: (header: string[]) => expectColumns(header), max_record_size: LONGEST }),
  );
  try {
    for await (const record of parser)
      yield { line: JSON.stringify(claimOf(record as Record<string, string>)) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    throw invalidField('', `The body is no CSV that can be read: ${error.message}`);
  }
}

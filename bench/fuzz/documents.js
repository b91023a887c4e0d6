import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SCRIPTS = /<script[^>]*type=["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi;

/** The files of a folder and of those in it that can be imported, each with its format and whole text. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .sort()
    .flatMap((path) => bodiesIn(path).map((body) => ({ name: relative(folder, path), ...body })));
}

function bodiesIn(path) {
  const text = readFileSync(path, 'utf8');
  if (/\.(csv)$/i.test(path)) return [{ format: 'csv', text }];
  if (/\.(ndjson|jsonl)$/i.test(path)) return [{ format: 'ndjson', text }];
  if (/\.(json|jsonld)$/i.test(path)) return [{ format: 'claim-review', text }];
  // Pages, and texts with the source of pages in them.
  const scripts = [...text.matchAll(SCRIPTS)].map(([, script]) => script.trim());
  return scripts.map((script) => ({ format: 'claim-review', text: script }));
}

/** Small documents to begin with: a table with one row, one line, one object. */
export function documentsOf({ format, text }) {
  if (format === 'csv') {
    const [header, ...rows] = parse(text, { bom: true, relax_column_count: true });
    return rows.map((row) => ({ format, table: [header, row] }));
  }
  if (format === 'ndjson')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ format, value: JSON.parse(line) }));
  try {
    const value = JSON.parse(text);
    const values = value?.['@graph'] ?? value?.claims ?? value?.dataFeedElement ?? value;
    return [values].flat().map((one) => ({ format, value: one }));
  } catch {
    return [{ format, text }];
  }
}

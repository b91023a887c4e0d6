import { invalidField } from '../../base/errors/problem.js';

type Cells = Record<string, string>;

const TEXTS = ['externalId', 'text', 'language', 'eventTime', 'place', 'dueAt'];
const LISTS = ['topics', 'appearances'];
const NUMBERS = ['priority', 'quantityMin', 'quantityMax', 'credibility'];
const STATEMENT = ['stance', 'saidAt', 'quote', 'quoteLanguage', 'translation', 'url', 'basis'];
const SOURCE = ['source', 'sourceKind', 'sourceParty'];
/** What an export has besides: what the claim was where it comes from. */
const PASSED_OVER = [
  ...['id', 'status', 'corroboration', 'support', 'oppose', 'divided', 'rating', 'confidence', 'rationale'],
  ...['decidedAt', 'statements', 'createdAt', 'updatedAt'],
];
const KNOWN = [
  ...TEXTS,
  ...LISTS,
  ...NUMBERS,
  ...STATEMENT,
  ...SOURCE,
  'quantityUnit',
  'claimant',
  'claimantGiven',
  ...PASSED_OVER,
];

/** The columns of a table; refuses one that nobody would look at. */
export function expectColumns(header: string[]): string[] {
  const columns = header.map((name) => name.trim());
  const unknown = columns.find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    const known = KNOWN.filter((name) => !PASSED_OVER.includes(name)).join(', ');
    throw invalidField('', `The column "${unknown.slice(0, 100)}" is not known. These are: ${known}.`);
  }
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw invalidField('', `The column "${twice}" stands twice.`);
  if (!columns.includes('text'))
    throw invalidField('', 'The first line must name the columns, among them: text.');
  return columns;
}

/** A row of a table as a row of NDJSON. An empty cell is no field; entries of a list stand on lines of their own. */
export function claimOf(given: Cells): object {
  const cells = Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, unguarded(value)]),
  );
  const pick = (names: string[]) =>
    Object.fromEntries(names.filter((name) => name in cells).map((name) => [name, cells[name]]));
  const lines = (name: string) => (cells[name] ?? '').split('\n').filter((line) => line.trim() !== '');
  const number = (name: string) => (cells[name] === undefined ? undefined : numberIn(cells[name]));
  return {
    ...pick(TEXTS),
    ...('topics' in cells && { topics: lines('topics') }),
    ...('appearances' in cells && { appearances: lines('appearances').map((url) => ({ url: url.trim() })) }),
    // One that an export shows because of what was said follows from that, and nobody has said so.
    ...('claimant' in cells &&
      cells['claimantGiven'] !== 'false' && { claimant: { name: cells['claimant'] } }),
    ...('priority' in cells && { priority: number('priority') }),
    ...('quantityUnit' in cells && {
      quantity: { min: number('quantityMin'), max: number('quantityMax'), unit: cells['quantityUnit'] },
    }),
    ...(('source' in cells || 'stance' in cells) && {
      statement: {
        source: { name: cells['source'], kind: cells['sourceKind'], party: cells['sourceParty'] },
        ...pick(STATEMENT),
        credibility: number('credibility'),
      },
    }),
  };
}

/** What is no number stays what it is, so that the row is refused for it by name. */
function numberIn(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}

/** Takes away the apostrophe by which an export keeps a cell from being a formula. */
function unguarded(value: string): string {
  return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}

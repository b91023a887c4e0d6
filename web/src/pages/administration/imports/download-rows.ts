import { api, type Schemas } from '../../../api/client';

type ImportRow = Schemas['ImportRow'];

const COLUMNS: Record<string, (row: ImportRow) => string> = {
  number: ({ number }) => String(number),
  outcome: ({ outcome }) => outcome ?? '',
  externalId: ({ externalId }) => externalId ?? '',
  claimId: ({ claimId }) => claimId ?? '',
  code: ({ code }) => code ?? '',
  errors: ({ errors }) => errors.map(({ path, message }) => `${path}: ${message}`).join('\n'),
  warnings: ({ warnings }) => warnings.map(({ path, message }) => `${path}: ${message}`).join('\n'),
};

/** A cell of CSV. What a spreadsheet would take for a formula is kept from being one. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

async function pageOf(
  id: string,
  outcome: ImportRow['outcome'],
  cursor: string | null,
): Promise<Schemas['ImportRowPage']> {
  const query = { limit: 200, ...(outcome !== null && { outcome }), ...(cursor !== null && { cursor }) };
  return (await api.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query } })).data!;
}

async function allRows(id: string, outcome: ImportRow['outcome']): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await pageOf(id, outcome, cursor);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** Saves what became of the rows as CSV. */
export async function downloadRows(id: string, outcome: ImportRow['outcome']): Promise<void> {
  const rows = await allRows(id, outcome);
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((of) => of(row)))];
  const csv = lines.map((line) => line.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  link.download = `import-${id}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

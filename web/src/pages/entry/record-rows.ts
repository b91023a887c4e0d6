import { api, isRefusal } from '../../api/client';
import { readSourcesAgain } from '../../claim/again';
import { newSourceOf, type Row, statementOf } from './table-row';

type Told = (key: string, outcome: Row['outcome']) => void;

/** Finds the source by its name as the server compares names, or enters it. */
async function sourceIdOf(row: Row): Promise<string> {
  const name = row.cells.source.trim();
  const found = await api.GET('/api/v1/sources', { params: { query: { name, limit: 1 } } });
  const [source] = found.data!.items;
  if (source !== undefined) return source.id;
  const entered = await api.POST('/api/v1/sources', {
    body: newSourceOf(row),
    params: { header: { 'Idempotency-Key': `${row.key}-source` } },
  });
  return entered.data!.id;
}

/**
 * Records the rows one after another, in their order, and tells of each what came of it. Stops where the server cannot
 * be reached: the others would fail alike.
 */
export async function recordRows(
  claimId: string,
  rows: readonly Row[],
  tell: Told,
  recorded: string,
): Promise<void> {
  for (const row of rows) {
    try {
      const sourceId = await sourceIdOf(row);
      await api.POST('/api/v1/claims/{id}/statements', {
        body: statementOf(row, sourceId),
        params: { path: { id: claimId }, header: { 'Idempotency-Key': row.key } },
      });
      tell(row.key, { isDone: true, text: recorded });
    } catch (error) {
      tell(row.key, { isDone: false, text: textOf(error) });
      if (isRefusal(error) && error.status === 0) break;
    }
  }
  await readSourcesAgain();
}

function textOf(error: unknown): string {
  if (!isRefusal(error)) return (error as Error).message;
  return [error.detail, ...error.errors.map(({ path, message }) => `${path}: ${message}`)].join(' ');
}

import { eventually } from '../setup/desk.js';
import type { Client, Json } from '../setup/workspace.js';

/** Sends rows to be imported; answers the import when all of them were worked through. */
export async function imported(
  by: Client,
  rows: (object | string)[],
  query = 'format=ndjson',
): Promise<Json> {
  const answer = await send(
    by,
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
    query,
  );
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  return ended(by, answer.body.id);
}

export async function send(by: Client, raw: string, query: string) {
  return by.request('POST', `/imports?${query}`, {
    raw,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

export function ended(by: Client, id: string): Promise<Json> {
  return eventually(
    async () => (await by.get(`/imports/${id}`)).body,
    ({ state }: Json) => state !== 'running',
  );
}

export async function rowsOf(by: Client, id: string, query = ''): Promise<Json[]> {
  return (await by.get(`/imports/${id}/rows?limit=200${query}`)).body.items;
}

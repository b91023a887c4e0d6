import { createHash } from 'node:crypto';
import type { ClientBase, QueryConfig } from 'pg';

const names = new Map<string, string>();

/**
 * A statement under a name made of its text: each connection parses it once and, after a few runs, plans it once,
 * which for short statements is most of their cost. So the text must not be put together from values.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return { name, text, values };
}

/** What runs statements: one connection, or a pool of them. */
export type Connection = Pick<ClientBase, 'query'>;

export async function run<Row>(connection: Connection, text: string, values: unknown[]): Promise<Row[]> {
  return (await connection.query(prepared(text, values))).rows as Row[];
}

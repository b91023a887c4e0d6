import { onDatabase } from '../setup/desk.js';

// When a key was used last is no content of a workspace; deltas and counts are added up below.
const VOLATILE: Record<string, string[]> = { api_keys: ['last_used_at'] };
const COUNTS = ['claim_counts', 'claim_count_deltas'];
const PLACES = ['unplaced_events', 'feed'];
// What the machine notes for itself when it looks through a queue, folds what is in the feed, or counts words.
const WORDS = ['claim_lexemes', 'claim_lexeme_totals', 'claim_term_deltas'];
const NOTES = ['stall_searches', 'status_flows', ...WORDS];

/** Every row a workspace has, as text: two calls are equal when nothing was written in between. */
export function booksOf(databaseUrl: string, slug: string): Promise<string[]> {
  return onDatabase(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      if ([...COUNTS, ...PLACES, ...NOTES].includes(name)) continue;
      const without = (VOLATILE[name] ?? []).map((column) => ` - '${column}'`).join('');
      lines.push(
        ...(await linesOf(`select (to_jsonb(t)${without})::text as line from ${name} t ${HERE} order by 1`)),
      );
    }
    // An event waits for its place or has it; a count is folded or not yet: either way it is the same.
    lines.push(
      ...(await linesOf(
        `select event_id::text as line from (select * from (select workspace_id, event_id from feed
           union select workspace_id, event_id from unplaced_events) t ${HERE}) placed order by 1`,
      )),
      ...(await linesOf(
        `select concat_ws(' ', scope, dimension, value, sum(count)) as line
           from (select workspace_id, scope, dimension, value, count from claim_counts
                 union all select workspace_id, scope, dimension, value, delta from claim_count_deltas) t ${HERE}
          group by scope, dimension, value having sum(count) <> 0 order by 1`,
      )),
    );
    return lines;

    async function linesOf(sql: string): Promise<string[]> {
      const { rows } = await client.query<{ line: string }>(sql, [slug]);
      return rows.map(({ line }) => line);
    }
  });
}

const HERE = 'where t.workspace_id = (select id from workspaces where slug = $1)';

/** What has been written or has gone between two readings of the books; shortened, for the report of a failed test. */
export function difference(before: string[], after: string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...after.filter((line) => !was.has(line)).map((line) => `new: ${line.slice(0, 200)}`),
    ...before.filter((line) => !is.has(line)).map((line) => `gone: ${line.slice(0, 200)}`),
  ];
}

import { normalise } from '../../base/text/normalise.js';
import type { Statement } from './statement.entity.js';

/** Two statements are the same when source, stance, time, quote, address and base are. */
export function sameness(statement: Statement): string {
  const { sourceId, stance, saidAt, saidAtIsDay, quote, url, basedOnStatementId, basedOnSourceId } =
    statement;
  return JSON.stringify([
    ...[sourceId, stance, saidAt, saidAtIsDay, url, basedOnStatementId, basedOnSourceId],
    quote === null ? null : normalise(quote),
  ]);
}

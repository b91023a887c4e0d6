import { invalidField } from '../../base/errors/problem.js';
import { readMoment, showMoment } from '../../base/http/formats.js';
import { momentOf } from '../corroboration/moments.js';
import type { RuleStatement } from '../corroboration/origins.types.js';
import { compareEntries, entriesAt, takePositions } from '../corroboration/positions.js';
import { directionOf } from '../corroboration/stance.js';
import { presentQuantity } from '../claims/quantity.dto.js';
import type { NewStatement } from './statement.dto.js';
import type { Statement } from './statement.entity.js';

// Somewhere on earth it is tomorrow already: clocks run up to 14 hours ahead of UTC.
const FURTHEST_ZONE_MS = 14 * 3600 * 1000;

/** A row as the pure rule reads it. */
export function asRuleStatement(row: Statement): RuleStatement {
  return {
    id: row.id,
    sourceId: row.sourceId,
    stance: row.stance,
    saidAt: showMoment(row.saidAt, row.saidAtIsDay),
    recordedAt: row.recordedAt.toISOString(),
    struckAt: row.struckAt?.toISOString() ?? null,
    basedOnStatementId: row.basedOnStatementId,
    basedOnSourceId: row.basedOnSourceId,
    quantity: presentQuantity(row),
  };
}

/** Refuses what the rule says cannot be recorded; `path` is where the statement stands in the request. */
export function expectRecordable(
  given: NewStatement,
  earlier: readonly Statement[],
  now: Date,
  path: string,
): void {
  expectSaid(given, now, path);
  expectBasis(given, path);
  expectBase(given, earlier, path);
  if (given.stance === 'retracts') expectPosition(given, earlier, now, path);
}

function expectSaid({ saidAt }: NewStatement, now: Date, path: string): void {
  const { at } = readMoment(saidAt);
  if (at === null) return;
  const day = Date.parse(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  if (day > now.getTime() + FURTHEST_ZONE_MS) {
    throw invalidField(`${path}saidAt`, 'lies in the future; a statement is recorded once it was made');
  }
}

function expectBasis(given: NewStatement, path: string): void {
  const { basis, basedOnStatementId, basedOnSourceId, sourceId } = given;
  if (basedOnStatementId && basedOnSourceId) {
    throw invalidField(
      `${path}basedOnSourceId`,
      'must not stand beside basedOnStatementId: a relay has one base',
    );
  }
  const relays = Boolean(basedOnStatementId ?? basedOnSourceId);
  if (relays && basis && basis !== 'relayed') {
    throw invalidField(`${path}basis`, 'must be left out beside a base: what is based on another is relayed');
  }
  if (!relays && basis === 'relayed') {
    throw invalidField(`${path}basis`, 'needs basedOnStatementId or basedOnSourceId: of whom is it a relay?');
  }
  if (basedOnSourceId === sourceId) throw invalidField(`${path}basedOnSourceId`, 'must be another source');
}

function expectBase(given: NewStatement, earlier: readonly Statement[], path: string): void {
  if (!given.basedOnStatementId) return;
  const at = `${path}basedOnStatementId`;
  const base = earlier.find(({ id }) => id === given.basedOnStatementId);
  if (base === undefined) throw invalidField(at, 'There is no statement with this id on this claim.');
  if (base.sourceId === given.sourceId) throw invalidField(at, 'must be a statement of another source');
  if (base.struckAt !== null)
    throw invalidField(at, 'was struck; choose the statement that stands in its place');
  const direction = directionOf(given.stance);
  if (direction !== null && direction !== directionOf(base.stance)) {
    throw invalidField(
      at,
      `${base.stance}, and this one ${given.stance}: a relay repeats the direction of its base`,
    );
  }
}

function expectPosition(given: NewStatement, earlier: readonly Statement[], now: Date, path: string): void {
  const entries = entriesAt(earlier.map(asRuleStatement), momentOf(now.toISOString()));
  const live = takePositions(entries).bySource.get(given.sourceId)?.live ?? null;
  if (live === null || live.statement.stance === 'evades') {
    throw invalidField(
      `${path}stance`,
      'retracts, but this source has no position on this claim to take back',
    );
  }
}

/** Refuses a replacement that cannot stand in the place of what is struck; null is none. */
export function expectReplacement(
  id: string | null,
  struck: Statement,
  all: readonly Statement[],
  path: string,
): void {
  if (id === null) return;
  const replacement = all.find((statement) => statement.id === id);
  if (replacement === undefined || replacement.id === struck.id) {
    throw invalidField(`${path}replacementId`, 'There is no other statement with this id on this claim.');
  }
  if (replacement.struckAt !== null) throw invalidField(`${path}replacementId`, 'was struck itself');
}

/** Who put the claim forward where nobody said so: the source of the earliest live assertion. */
export function claimantFrom(statements: RuleStatement[], asOf: string): string | null {
  const live = [...takePositions(entriesAt(statements, momentOf(asOf))).bySource.values()].flatMap(
    ({ live }) => (live?.statement.stance === 'asserts' ? [live] : []),
  );
  return live.sort(compareEntries)[0]?.statement.sourceId ?? null;
}

import fc from 'fast-check';
import { compareMoments, momentOf } from './moments.js';
import {
  corroborate,
  type Corroboration,
  type RuleInput,
  type RuleSource,
  type RuleStatement,
} from './origins.rule.js';
import { normalise as partyKey } from '../../base/text/normalise.js';
import { entriesAt, takePositions, type Entry, type Positions } from './positions.js';
import { isRelay, traceRoots } from './relays.js';
import { directionOf, STANCES, type Stance } from './stance.js';

const RUNS = { numRuns: 500 };
const NOW = 40;
const minute = (count: number) => new Date(Date.UTC(2025, 0, 1, 0, count)).toISOString();
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

// Few sources, parties and moments, so that they meet; stances with a direction more often than others.
const SPEAKERS = ids('s', 7);
const SILENT = ids('silent', 2);
const stances = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Stance[]>('asserts', 'confirms', 'partly_confirms', 'denies') },
  { weight: 1, arbitrary: fc.constantFrom(...STANCES) },
);
const sayings = fc.constantFrom(
  ...[
    '2024-10-01',
    '2024-10-02',
    '2024-10-01T23:59:59.9999Z',
    '2024-10-02T01:00:00+02:00',
    '2024-10-01T10:00:00Z',
  ],
);
const bound = fc.option(fc.integer({ min: 0, max: 5 }));
const quantities = fc.record({ min: bound, max: bound, unit: fc.constantFrom('soldiers', 'guns') });

interface Shape {
  sourceId: string;
  stance: Stance;
  saidAt: string | null;
  struck: number | null;
  base: { statement: number } | { source: string } | null;
  quantity: RuleStatement['quantity'];
}

const shapes = (speakers: readonly string[], bases: readonly string[], said: fc.Arbitrary<string | null>) =>
  fc.record<Shape>({
    sourceId: fc.constantFrom(...speakers),
    stance: stances,
    saidAt: said,
    struck: fc.option(fc.integer({ min: 0, max: NOW + 10 }), { freq: 6 }),
    base: fc.oneof(
      fc.constant(null),
      fc.record({ statement: fc.nat(30) }),
      fc.record({ source: fc.constantFrom(...bases) }),
    ),
    quantity: fc.option(quantities),
  });

/** Recorded minute by minute; a base is one of the statements before, as it can only be. */
function record(list: readonly Shape[], from = 0): RuleStatement[] {
  return list.map(({ sourceId, stance, saidAt, struck, base, quantity }, index) => ({
    ...{ id: `t${from + index}`, sourceId, stance, saidAt, quantity },
    recordedAt: minute(from + index),
    struckAt: struck === null ? null : minute(struck),
    basedOnStatementId:
      base && 'statement' in base && index > 0 ? `t${base.statement % (from + index)}` : null,
    basedOnSourceId: base && 'source' in base ? base.source : null,
  }));
}

/** Sources whose parents stand before them, as the record guarantees. */
const placed = (names: readonly string[]): fc.Arbitrary<RuleSource[]> =>
  fc.tuple(
    ...names.map((id, index) =>
      fc.record<RuleSource>({
        id: fc.constant(id),
        parentId: fc.option(fc.constantFrom(...names.slice(0, index), null), { freq: 1 }),
        party: fc.option(fc.constantFrom('A', ' a', 'B', 'C', ' '), { freq: 2 }),
      }),
    ),
  );

const claims = (said: fc.Arbitrary<string | null> = fc.option(sayings)): fc.Arbitrary<RuleInput> =>
  fc.record({
    claimId: fc.constant('c1'),
    statements: fc
      .array(shapes(SPEAKERS, [...SPEAKERS, ...SILENT], said), { maxLength: 14 })
      .map((it) => record(it)),
    sources: placed([...SPEAKERS, ...SILENT, 'new0', 'new1']),
    policy: fc.record({ threshold: fc.integer({ min: 1, max: 3 }) }),
    asOf: fc.constant(minute(NOW)),
  });

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

const withStatements = (claim: RuleInput, more: RuleStatement[]) =>
  corroborate({ ...claim, statements: [...claim.statements, ...more] });

const uniqueBy = <T>(list: readonly T[], keyOf: (it: T) => string) => [
  ...new Map(list.map((it) => [keyOf(it), it])).values(),
];

/** Everything but what rightly follows `recordedAt`: the order of lists, and which spelling of a party is shown. */
function unordered(answer: Corroboration): unknown {
  const sorted = (list: readonly unknown[]) => list.map((it) => JSON.stringify(it)).sort();
  return {
    ...answer,
    origins: sorted(
      answer.origins.map((origin) => ({
        ...origin,
        party: origin.party && partyKey(origin.party),
        reason: partyKey(origin.reason),
        sources: sorted(origin.sources),
        roots: sorted(origin.roots),
        statements: sorted(origin.statements),
      })),
    ),
    excluded: sorted(answer.excluded),
    replaced: sorted(answer.replaced),
    quantities: answer.quantities.map((range) => ({ ...range, statements: sorted(range.statements) })),
    unplacedSources: sorted(answer.unplacedSources),
  };
}

describe('the rule, whatever is put in', () => {
  it('does not depend on which source was recorded first, as long as each keeps its own order and saidAt is known', () => {
    const claimAndOrder = claims(sayings).chain((claim) =>
      fc.tuple(fc.constant(claim), shuffled(claim.statements)),
    );
    fc.assert(
      fc.property(claimAndOrder, ([claim, order]) => {
        // Each place in the new order goes to a source, which fills its places in its own old order: what its
        // statements tie on is decided as before. Who speaks in between changes.
        const queues = new Map(
          SPEAKERS.map((id) => [id, claim.statements.filter((it) => it.sourceId === id)]),
        );
        const moved = order.map(({ sourceId }, index) => ({
          ...queues.get(sourceId)!.shift()!,
          recordedAt: minute(index),
        }));
        expect(unordered(corroborate({ ...claim, statements: moved }))).toEqual(
          unordered(corroborate(claim)),
        );
      }),
      RUNS,
    );
  });

  it('does not depend on the order of recording at all where no source said two things at one time', () => {
    const times = fc.constantFrom('2024-10-01', '2024-10-02', '2024-10-03T09:00:00Z', '2024-10-03');
    const claimAndOrder = claims(times).chain((claim) => {
      const statements = uniqueBy(claim.statements, (it) => `${it.sourceId} ${it.saidAt}`);
      return fc.tuple(fc.constant({ ...claim, statements }), shuffled(statements));
    });
    fc.assert(
      fc.property(claimAndOrder, ([claim, order]) => {
        const moved = order.map((it, index) => ({ ...it, recordedAt: minute(index) }));
        expect(unordered(corroborate({ ...claim, statements: moved }))).toEqual(
          unordered(corroborate(claim)),
        );
      }),
      RUNS,
    );
  });

  it('changes no vote by a relay of somebody on record, by a source that had not spoken and that nobody repeats', () => {
    const relays = fc.record({
      by: fc.constantFrom('new0', 'new1'),
      stance: stances,
      named: fc.boolean(),
      of: fc.nat(),
    });
    fc.assert(
      fc.property(claims(), relays, (claim, { by, stance, named, of }) => {
        const standing = entriesAt(claim.statements, momentOf(claim.asOf)).map(({ statement }) => statement);
        fc.pre(standing.length > 0);
        const base = standing[of % standing.length]!;
        const [relay] = record(
          [{ sourceId: by, stance, saidAt: null, struck: null, base: null, quantity: null }],
          NOW,
        );
        const bases = named
          ? { basedOnStatementId: base.id, basedOnSourceId: null }
          : { basedOnStatementId: null, basedOnSourceId: base.sourceId };
        const before = corroborate(claim);
        const after = withStatements(claim, [{ ...relay!, ...bases }]);
        for (const field of [
          'status',
          'support',
          'oppose',
          'divided',
          'unplacedSources',
          'quantities',
        ] as const) {
          expect(after[field]).toEqual(before[field]);
        }
      }),
      RUNS,
    );
  });

  it('gives all unplaced sources together at most one vote in each direction', () => {
    const voices = fc.array(shapes(['silent0', 'new0', 'new1'], SPEAKERS, fc.option(sayings)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(claims(), voices, (claim, spoken) => {
        // They may be repeated already, as silent0 is, but repeat nobody: a relay would vote for its root.
        const sources = claim.sources.map((it) =>
          SPEAKERS.includes(it.id) ? it : { ...it, party: null, parentId: null },
        );
        const unplaced = { ...claim, sources };
        const before = corroborate(unplaced);
        const after = withStatements(
          unplaced,
          record(
            spoken.map((it) => ({ ...it, base: null })),
            20,
          ),
        );
        for (const direction of ['support', 'oppose'] as const) {
          expect(after[direction]).toBeLessThanOrEqual(before[direction] + 1);
          const placedVotes = after.origins.filter((it) => it.vote === direction && !it.unaffiliated).length;
          expect(after[direction]).toBeLessThanOrEqual(placedVotes + 1);
        }
      }),
      RUNS,
    );
  });

  it('answers for the past as it did then, whatever is recorded or struck later', () => {
    const later = fc.array(shapes([...SPEAKERS, ...SILENT, 'new0'], SPEAKERS, fc.option(sayings)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(claims(), later, fc.integer({ min: 0, max: 14 }), (claim, more, past) => {
        const now = claim.statements.filter((it) => it.recordedAt <= minute(past));
        const then = now.map((it) =>
          it.struckAt && it.struckAt > minute(past) ? { ...it, struckAt: null } : it,
        );
        const afterwards = [...claim.statements, ...record(more, 20)];
        const asOf = minute(past);
        const answer = corroborate({ ...claim, statements: afterwards, asOf });
        expect(JSON.stringify(answer)).toBe(
          JSON.stringify(corroborate({ ...claim, statements: then, asOf })),
        );
      }),
      RUNS,
    );
  });

  it('answers in the same bytes for the same input in any order', () => {
    const twice = claims().chain((claim) =>
      fc.tuple(fc.constant(claim), shuffled(claim.statements), shuffled(claim.sources)),
    );
    fc.assert(
      fc.property(twice, ([claim, statements, sources]) => {
        // Three to a moment: the id must decide where the moment does not.
        const crowded = (list: RuleStatement[]) =>
          list.map((it) => ({ ...it, recordedAt: minute(Math.floor(Number(it.id.slice(1)) / 3)) }));
        const answer = corroborate({ ...claim, statements: crowded(claim.statements) });
        const again = corroborate({ ...claim, statements: crowded(statements), sources });
        expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
      }),
      RUNS,
    );
  });

  it('ends on any graph of relays and parents, and names each statement exactly once', () => {
    const names = [...SPEAKERS, 'missing'];
    const anyId = fc.option(fc.constantFrom(...ids('t', 12), 'missing'));
    const anySource = fc.option(fc.constantFrom(...names));
    const tangle = fc.record<RuleInput>({
      claimId: fc.constant('c1'),
      statements: fc
        .array(fc.tuple(shapes(names, names, fc.option(sayings)), anyId, anySource), { maxLength: 12 })
        .map((list) =>
          record(list.map(([it]) => it)).map((it, index) => ({
            ...it,
            basedOnStatementId: list[index]![1],
            basedOnSourceId: list[index]![2],
          })),
        ),
      sources: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom(...SPEAKERS),
          parentId: anySource,
          party: fc.constantFrom(null, null, 'A', ''),
        }),
        { selector: ({ id }) => id },
      ),
      policy: fc.record({ threshold: fc.integer({ min: -1, max: 3 }) }),
      asOf: fc.constant(minute(NOW)),
    });
    fc.assert(
      fc.property(tangle, (claim) => {
        const answer = corroborate(claim);
        const named = [...answer.origins.flatMap(({ statements }) => statements)];
        named.push(...[...answer.excluded, ...answer.replaced].map(({ statementId }) => statementId));
        const counted = entriesAt(claim.statements, momentOf(claim.asOf)).map(
          ({ statement }) => statement.id,
        );
        expect(named.sort()).toEqual(counted.sort());
        expect(answer.partial).toBeLessThanOrEqual(answer.support);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same roots as a walk from each relay alone, word by word as the rule has it', () => {
    fc.assert(
      fc.property(claims(), ({ statements, asOf }) => {
        const positions = takePositions(entriesAt(statements, momentOf(asOf)));
        const rootOf = traceRoots(positions, statements, momentOf(asOf));
        for (const entry of positions.shown.filter(({ direction }) => direction)) {
          expect(rootOf(entry)).toBe(walkAlone(entry, positions, statements));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function walkAlone(
  relay: Entry,
  { bySource }: Positions,
  statements: readonly RuleStatement[],
): string | null {
  const met = new Set<string>();
  for (let at: RuleStatement = relay.statement; ;) {
    met.add(at.sourceId);
    if (!isRelay(at)) return at.sourceId;
    const base = statements.find(({ id }) => id === at.basedOnStatementId)?.sourceId ?? at.basedOnSourceId!;
    const position = bySource.get(base);
    if (met.has(base)) return null;
    if (!position) return base;
    if (!position.live || directionOf(position.live.statement.stance) !== relay.direction) return null;
    at = position.live.statement;
  }
}

describe('the order of moments', () => {
  it('is that of their instants', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: -720, max: 840 }), (one, other, offset) => {
        const local = new Date(one.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = [hours, minutes].map((it) => String(it).padStart(2, '0')).join(':');
        const written = momentOf(`${local}${offset < 0 ? '-' : '+'}${zone}`);
        const order = Math.sign(compareMoments(written, momentOf(other.toISOString())));
        expect(order).toBe(Math.sign(one.getTime() - other.getTime()));
      }),
      RUNS,
    );
  });
});

import { readFileSync } from 'node:fs';
import {
  corroborate,
  RULE,
  type Corroboration,
  type RuleSource,
  type RuleStatement,
} from './origins.rule.js';
import type { Stance } from './stance.js';

function source(id: string, party?: string, parentId?: string): RuleSource {
  return { id, party: party ?? null, parentId: parentId ?? null };
}

const SOURCES = [
  ...[source('ua', 'Ukraine'), source('gur', undefined, 'ua'), source('us', 'US'), source('dprk', 'DPRK')],
  ...[source('rok', 'ROK'), source('yoon', 'ROK')],
  ...[source('blog1'), source('blog2'), source('desk', undefined, 'blog1')],
];

const minute = (count: number) => new Date(Date.UTC(2025, 0, 1, 0, count)).toISOString();

/**
 * Statements from text: "rok asserts; us confirms of t1 said 2024-10-01 range 1..5" are t1 and t2, recorded one
 * minute after the other and, unless told otherwise, said just then. `of` names a statement or a source;
 * `struck` and `recorded` are minutes; a range has the unit "soldiers" unless `unit` says another.
 */
function read(text: string): RuleStatement[] {
  return text.split(/; */).filter(Boolean).map(readOne);
}

function readOne(text: string, index: number): RuleStatement {
  const [sourceId = '', stance, ...rest] = text.split(' ');
  const more = new Map<string, string>();
  for (let i = 0; i < rest.length; i += 2) more.set(rest[i]!, rest[i + 1]!);
  const base = more.get('of') ?? null;
  const ofStatement = base !== null && /^t\d/.test(base);
  const bounds = more.get('range')?.split('..');
  const [min, max] = (bounds ?? []).map((bound) => (bound === '' ? null : Number(bound)));
  return {
    id: more.get('id') ?? `t${index + 1}`,
    sourceId,
    stance: stance as Stance,
    saidAt: more.get('said') ?? null,
    recordedAt: minute(Number(more.get('recorded') ?? index)),
    struckAt: more.has('struck') ? minute(Number(more.get('struck'))) : null,
    basedOnStatementId: ofStatement ? base : null,
    basedOnSourceId: ofStatement ? null : base,
    quantity: bounds ? { min: min!, max: max!, unit: more.get('unit') ?? 'soldiers' } : null,
  };
}

function ask(said: string | RuleStatement[], { sources = SOURCES, threshold = 2, asOf = minute(1000) } = {}) {
  const statements = typeof said === 'string' ? read(said) : said;
  return corroborate({ claimId: 'c1', statements, sources, policy: { threshold }, asOf });
}

/** Origins in one line each (whose, how it votes, which statements), then what was excluded. */
function lines({ origins, excluded }: Corroboration): string[] {
  const out = excluded.map(({ statementId }) => statementId).join(' ');
  return [
    ...origins.map(
      (origin) => `${origin.party ?? origin.ancestor} ${origin.vote}: ${origin.statements.join(' ')}`,
    ),
    ...(out ? [`out: ${out}`] : []),
  ];
}

const pairs = ({ replaced }: Corroboration) =>
  replaced.map(({ statementId, replacedBy }) => `${statementId} by ${replacedBy}`);

/** One case per line, its cells between bars: what happens, the statements, what is expected. */
function table(text: string): [string, string, string][] {
  const rows = text.trim().split('\n');
  return rows.map((row) => row.split('|').map((cell) => cell.trim()) as [string, string, string]);
}

interface WorkedCase {
  name: string;
  statements: (Pick<RuleStatement, 'stance' | 'saidAt'> & {
    key: string;
    source: string;
    basedOn?: string;
    basedOnSource?: string;
    quantity?: { min?: number; max?: number; unit: string };
  })[];
  expect: object & { excluded?: Record<string, string>; unplaced?: string[] };
}

describe('the worked cases', () => {
  const file: { sources: Record<string, { party?: string; parent?: string }>; cases: WorkedCase[] } =
    JSON.parse(readFileSync(new URL('../../../test/corroboration.json', import.meta.url), 'utf8'));
  const sources = Object.entries(file.sources).map(([id, it]) => source(id, it.party, it.parent));
  const statement = (it: WorkedCase['statements'][number], index: number): RuleStatement => ({
    ...{ id: it.key, sourceId: it.source, stance: it.stance, saidAt: it.saidAt },
    ...{ recordedAt: minute(index), struckAt: null },
    ...{ basedOnStatementId: it.basedOn ?? null, basedOnSourceId: it.basedOnSource ?? null },
    quantity: it.quantity ? { min: null, max: null, ...it.quantity } : null,
  });

  it.each(file.cases)('$name', (it) => {
    const answer = ask(it.statements.map(statement), { sources });
    const { excluded, unplaced, ...rest } = it.expect;
    expect(answer).toMatchObject(rest);
    const reasons = answer.excluded.map(({ statementId, reason }) => [statementId, reason]);
    expect(Object.fromEntries(reasons)).toEqual(excluded ?? {});
    expect(answer.unplacedSources).toEqual(unplaced ?? []);
  });
});

describe('positions', () => {
  it.each(
    table(`
      are the ones said last, though recorded first | us denies said 2024-10-02; us asserts said 2024-10-01 | t2 by t1
      compare times as instants | us denies said 2024-10-01T12:00:00+02:00; us asserts said 2024-10-01T11:00:00Z | t1 by t2
      count a date alone as the end of that day | us denies said 2024-10-01; us asserts said 2024-10-01T23:59:59.9999Z | t2 by t1
      count a date alone in UTC | us denies said 2024-10-01; us asserts said 2024-10-02T00:00:00Z | t1 by t2
      take recordedAt where saidAt is not known | us denies said 2025-01-01T00:00:30Z; us asserts; us confirms said 2024-01-01 | t1 by t2, t3 by t1
      break ties by the later recorded | us denies said 2024-10-01; us asserts said 2024-10-01 | t1 by t2
      are replaced step by step, each by the next | us asserts; us questions; us denies | t1 by t2, t2 by t3
      are not replaced by an evasion | us asserts; us evades |
      are not replaced by an evasion, not even an evasion | us evades; us evades |
      are not replaced by an evasion, not even a retraction | us asserts; us retracts; us evades | t1 by t2
      replace an evasion before them | us asserts; us evades; us denies | t1 by t3, t2 by t3
      are not replaced by another source, not even of the same party | rok asserts; yoon asserts |
    `),
  )('%s', (_, said, replaced) => {
    const answer = ask(said);
    expect(pairs(answer).join(', ')).toBe(replaced);
    const gone = answer.replaced.map(({ statementId }) => statementId);
    const standing = read(said).filter(({ id }) => !gone.includes(id));
    expect(answer.origins.flatMap(({ statements }) => statements)).toEqual(standing.map(({ id }) => id));
  });

  it('are taken from what was recorded by the very moment asked for, and nothing later', () => {
    expect(lines(ask('us asserts; dprk denies', { asOf: minute(0) }))).toEqual(['US support: t1']);
    expect(lines(ask('us asserts; dprk denies', { asOf: minute(1) }))).toHaveLength(2);
    const before = ask('us asserts', { asOf: '2024-12-31T23:59:59.999Z' });
    expect([before.origins, before.summary]).toEqual([[], 'No statement is on record.']);
  });

  it('are not taken from what was struck by the moment asked for', () => {
    const said = 'us asserts; us denies struck 5';
    expect(lines(ask(said, { asOf: '2025-01-01T00:04:59.999Z' }))).toEqual(['US oppose: t2']);
    const after = ask(said, { asOf: minute(5) });
    expect([lines(after), after.replaced]).toEqual([['US support: t1'], []]);
  });

  it('are missing after a retraction, which is shown and has no vote', () => {
    const answer = ask('rok denies; rok retracts; yoon asserts');
    expect([lines(answer), answer.status]).toEqual([['ROK support: t2 t3'], 'single_source']);
  });
});

describe('relays', () => {
  it.each(
    table(`
      join the origin of the statement they repeat | rok asserts; us confirms of t1 | ROK support: t1 t2
      join the origin of a silent source they repeat | us confirms of rok | ROK support: t1
      add nothing to the party of their own source | us asserts; rok confirms of t1; yoon denies | US support: t1 t2, ROK oppose: t3
      follow a chain to the position that relays nothing | rok asserts; us confirms of t1; dprk confirms of t2 | ROK support: t1 t2 t3
      follow a chain to a source that never said anything | us denies of rok; gur denies of t1 | ROK oppose: t1 t2
      follow the live position of a source, not the statement named | rok asserts; us confirms of t1; rok confirms of ua | Ukraine support: t2 t3
      find what their base said after them | us confirms of rok; rok asserts of dprk | DPRK support: t1 t2
      stand when their base was struck: our error is no retraction | rok asserts struck 3; us confirms of t1 | ROK support: t2
      stand while their base evades | rok asserts; us confirms of t1; rok evades | ROK support: t1 t2 t3
      fall when their base retracts | rok asserts; us confirms of t1; rok retracts | ROK null: t3, out: t2
      fall when their base turns | rok asserts; us confirms of t1; rok denies | ROK oppose: t3, out: t2
      fall when their base comes to doubt | rok asserts; us confirms of t1; rok cannot_confirm | ROK null: t3, out: t2
      fall when a source never on record only evades | us confirms of rok; rok evades | ROK null: t2, out: t1
      fall with the base of their base | rok asserts; us confirms of t1; gur confirms of t2; rok retracts | ROK null: t4, out: t2 t3
      fall when one between turns, though the root stands | rok asserts; us confirms of t1; gur confirms of t2; us questions | ROK support: t1, US null: t4, out: t3
      fall when they come back to themselves | us asserts; gur confirms of t1; us confirms of t2 | out: t2 t3
      fall when they lead into a ring of others | us asserts of gur; gur asserts of us; rok confirms of t1 | out: t1 t2 t3
      fall when a source repeats itself | us asserts of us | out: t1
      fall when their base is not on record | us asserts of t9; gur confirms of t1 | out: t1 t2
      without direction are shown and never excluded | rok asserts; us questions of t1; rok retracts | ROK null: t2 t3
      without direction are shown where the chain ends | rok denies; us questions of t1; gur cannot_confirm of t2 | ROK oppose: t1 t2 t3
      without direction are shown with their own source when the chain has no end | us questions of gur; gur asserts of us | US null: t1, out: t2
      without direction are shown with their own source without their base | us questions of t9 | US null: t1
      without direction end at a source that retracted | us asserts; us retracts of rok; gur questions of us | ROK null: t2, US null: t3
      without direction follow the latest of mere evasions | us evades; us evades of rok; gur questions of t1 | US null: t1, ROK null: t2 t3
      without direction that repeat themselves are shown | us questions of us | US null: t1
    `),
  )('%s', (_, said, expected) => {
    expect(lines(ask(said)).join(', ')).toBe(expected);
  });

  it('do not see a base recorded after the moment asked for', () => {
    expect(lines(ask('us asserts of t2; rok asserts', { asOf: minute(0) }))).toEqual(['out: t1']);
  });
});

describe('origins', () => {
  it('are named as the party is spelled at the earliest recorded statement, whatever was said first', () => {
    const sources = [source('a', 'usa'), source('b', ' USA ')];
    const { origins } = ask('b asserts said 2024-10-09; a asserts said 2024-10-01', { sources });
    expect(origins.map(({ party, sources }) => [party, ...sources])).toEqual([['USA', 'b', 'a']]);
  });

  it('stand by the topmost ancestor where there is no party, and say so', () => {
    const { origins } = ask('desk asserts; blog1 confirms');
    const expected = { party: null, unaffiliated: true, ancestor: 'blog1', sources: ['desk', 'blog1'] };
    expect(origins).toEqual([expect.objectContaining(expected)]);
  });

  it('name the root that was only repeated', () => {
    const [origin] = ask('us confirms of yoon').origins;
    expect(origin).toMatchObject({ party: 'ROK', ancestor: null, sources: ['us'], roots: ['yoon'] });
  });

  it.each(
    table(`
      one voice | us asserts | This source speaks for US.
      one voice with two statements | us asserts; us evades | This source speaks for US.
      two voices | rok asserts; yoon asserts | All of these sources speak for ROK.
      one relay | us confirms of rok | This statement only repeats a source that speaks for ROK.
      two relays | us confirms of rok; gur confirms of yoon | These statements only repeat what speaks for ROK.
      voice and relay | rok asserts; us confirms of t1 | Each of these statements is by a source that speaks for ROK, or only repeats one.
      one unplaced voice | desk asserts | Neither this source nor one above it has a party; TOGETHER
      two unplaced voices | desk asserts; blog1 asserts | These sources have the same topmost source and no party; TOGETHER
      one unplaced relay | us confirms of blog1 | This statement only repeats a source without a party; TOGETHER
      two unplaced relays | us confirms of blog1; gur confirms of blog1 | These statements all go back to one topmost source, which has no party; TOGETHER
      unplaced voice and relay | blog1 asserts; us confirms of t1 | These statements all go back to one topmost source, which has no party; TOGETHER
    `),
  )('say why they are one: %s', (_, said, reason) => {
    const expected = reason.replace(
      'TOGETHER',
      'origins without a party count together as one in each direction.',
    );
    expect(ask(said).origins.map((origin) => origin.reason)).toEqual([expected]);
  });
});

describe('votes', () => {
  it.each(
    table(`
      of an origin are one, whoever speaks | rok asserts; yoon asserts; us confirms of t1 | 1 0 0
      of an origin that speaks both ways count for neither | rok asserts; yoon denies | 0 0 1
      can be divided between relays of a silent source | us asserts of rok; gur denies of rok | 0 0 1
      are not divided by doubt | rok asserts; yoon questions | 1 0 0
      are not divided by what was replaced | rok denies; rok asserts | 1 0 0
      are not divided by what is excluded | us denies of rok; rok asserts | 1 0 0
      of unplaced supporters are one | blog1 asserts; blog2 asserts; us asserts | 2 0 0 blog1 blog2
      of unplaced opponents are one | blog2 denies; blog1 denies; us denies | 0 2 0 blog2 blog1
      of unplaced sources are one in each direction | blog1 asserts; blog2 denies | 1 1 0 blog1 blog2
      of divided origins count each | rok asserts; yoon denies; ua asserts; gur denies | 0 0 2
      of divided unplaced origins count each | a asserts of desk; b denies of desk; c asserts of blog2; d denies of blog2 | 0 0 2 blog1 blog2
      of doubting sources are none | blog1 questions; blog2 evades; us cannot_confirm | 0 0 0
    `),
  )('%s', (_, said, expected) => {
    const { support, oppose, divided, unplacedSources } = ask(said);
    expect([support, oppose, divided, ...unplacedSources].join(' ')).toBe(expected);
  });

  it.each(
    table(`
      a source that confirms in part | us partly_confirms | 1
      not one that another of the party makes whole | rok partly_confirms; yoon asserts | 0
      a partial voice of which a relay makes more | rok partly_confirms; us confirms of t1 | 1
      not a whole voice of which a relay makes less | rok asserts; us partly_confirms of t1 | 0
      relays in part of a silent source | us partly_confirms of rok | 1
      not relays of which one is whole | us partly_confirms of rok; gur asserts of rok | 0
      a partial voice beside a doubting one | rok partly_confirms; yoon questions | 1
      not a divided origin | rok partly_confirms; yoon denies | 0
      not an origin without a vote | rok questions; us denies | 0
      two partial parties | rok partly_confirms; us partly_confirms; gur asserts | 2
      partial unplaced sources, together as one | blog1 partly_confirms; blog2 partly_confirms | 1
      not unplaced sources of which one is whole | blog1 partly_confirms; blog2 asserts | 0
    `),
  )('are partial: %s', (_, said, partial) => {
    expect(ask(said).partial).toBe(Number(partial));
  });
});

describe('the status', () => {
  it.each(
    table(`
      contested | by support and opposition | us asserts; dprk denies
      contested | by one denial against a threshold of supporters | us asserts; rok asserts; dprk denies
      contested | by a divided origin alone | rok asserts; yoon denies
      contested | by a divided origin against a threshold of supporters | rok asserts; yoon denies; us asserts; gur asserts
      contested | by unplaced sources on both sides | blog1 asserts; blog2 denies
      corroborated | whatever quantities say | us asserts range 10..10; rok asserts range 20..20
      corroborated | by two origins, in part or whole | us asserts; rok partly_confirms
      corroborated | whoever retracts or doubts beside | us asserts; rok asserts; gur asserts; gur retracts; dprk questions
      single_source | by one origin, whoever retracts beside | us asserts; rok confirms; us retracts
      single_source | by a retraction dated before what it would take back | us asserts said 2024-10-02; us retracts said 2024-10-01
      retracted | by a retraction of partial support | us partly_confirms; us retracts
      retracted | before it would be denied | us asserts; us retracts; dprk denies
      retracted | by a second retraction | us asserts; us retracts; us retracts
      retracted | by a retraction and no answer after it | us asserts; us retracts; us evades
      retracted | by no answer and a retraction after it | us asserts; us evades; us retracts
      retracted | by a retraction of a relay | us asserts of rok; us retracts
      denied | by opponents alone | us denies; dprk denies
      unsourced | by a retraction of a denial | us denies; us retracts
      unsourced | by a retraction of doubt, though support came before | us asserts; us questions; us retracts
      unsourced | by a retraction of what was struck | us asserts struck 2; us retracts
      unsourced | by a retraction taken back by a new position | us asserts; us retracts; us questions
      unsourced | by doubt | us questions
      unsourced | by relays without a base | us asserts of gur; gur asserts of us
      unsourced | by nothing |
    `),
  )('is %s %s', (status, _, said) => {
    expect(ask(said).status).toBe(status);
  });

  it('takes its threshold from the policy, but never below 1', () => {
    expect(ask('us asserts; rok asserts', { threshold: 3 }).status).toBe('single_source');
    expect(ask('', { threshold: 0 })).toMatchObject({ status: 'unsourced', threshold: 1 });
    expect(ask('', { threshold: NaN })).toMatchObject({ status: 'unsourced', threshold: 1 });
  });

  it('comes with a sentence that counts retractions and fallen relays', () => {
    const { summary } = ask('us asserts; gur asserts of t1; us retracts');
    expect(summary).toMatch(/oppose.*, 1 source withdrew its support, 1 relay has lost its base\.$/);
  });
});

describe('quantities', () => {
  it.each(
    table(`
      are common to all | us asserts range 3..12; rok asserts range 1..10 | soldiers 3..10 true: t1 t2
      include their bounds | us asserts range 3..; rok asserts range ..3 | soldiers 3..3 true: t1 t2
      stay open where nobody bounds them | us asserts range 3..; rok asserts range 0.. | soldiers 3..null true: t1 t2
      take zero for a bound | us asserts range 0..0 | soldiers 0..0 true: t1
      have no bounds when they do not meet | us asserts range 10..; rok asserts range ..9 | soldiers null..null false: t1 t2
      are listed per exact unit, in order of its name | us asserts range 1..1; rok asserts range 2..2 unit Soldiers; gur asserts range 3..3 unit guns | Soldiers 2..2 true: t2, guns 3..3 true: t3, soldiers 1..1 true: t1
      leave out relays | us asserts range 1..; rok asserts of t1 range 2.. | soldiers 1..null true: t1
      leave out opponents and divided origins | us denies range 1..1; rok asserts range 2..2; yoon denies |
      leave out doubt inside a supporting origin | rok asserts; yoon questions range 2..2 |
      leave out what was replaced | us asserts range 1..1; us confirms range 2..2 | soldiers 2..2 true: t2
      count each statement of an origin | rok asserts range 1..5; us asserts range 2..9; yoon asserts range ..4 | soldiers 2..4 true: t1 t2 t3
      count unplaced supporters | blog1 asserts range 1..5; blog2 asserts range 6..9 | soldiers null..null false: t1 t2
    `),
  )('%s', (_, said, expected) => {
    const brief = ask(said).quantities.map(
      ({ unit, min, max, agree, statements }) => `${unit} ${min}..${max} ${agree}: ${statements.join(' ')}`,
    );
    expect(brief.join(', ')).toBe(expected);
  });
});

describe('the explanation', () => {
  it('holds rule, moment, threshold, counts, rows and a sentence', () => {
    const said = 'gur asserts said 2024-10-24T10:00:00Z; dprk denies said 2024-10-24T12:00:00Z';
    const origin = (party: string, vote: string, from: string, id: string) => ({
      ...{ party, unaffiliated: false, ancestor: null, vote, partial: false },
      ...{ sources: [from], roots: [from], statements: [id], reason: `This source speaks for ${party}.` },
    });
    expect(ask(said, { asOf: '2025-01-02T01:00:00+01:00' })).toEqual({
      ...{ claimId: 'c1', status: 'contested', rule: RULE, threshold: 2 },
      ...{ support: 1, oppose: 1, divided: 0, partial: 0 },
      origins: [origin('Ukraine', 'support', 'gur', 't1'), origin('DPRK', 'oppose', 'dprk', 't2')],
      ...{ excluded: [], replaced: [], quantities: [], unplacedSources: [] },
      summary: '1 independent origin supports, 1 opposes.',
      asOf: '2025-01-02T00:00:00.000Z',
    });
  });

  it('orders its lists by recordedAt, then id, not by saying or by the order of its input', () => {
    const said = `us asserts id t9 recorded 50 range 1..1; rok asserts id t8 recorded 50 said 2024-01-01 range 1..1;
      yoon asserts id t7 recorded 60 said 2023-01-01; blog2 asserts id t6 recorded 50; blog1 asserts id t5 recorded 50;
      dprk asserts id t3 recorded 50 of t0; x asserts id t2 recorded 40 of t0;
      gur asserts id r3 recorded 30; gur asserts id r1 recorded 20; gur asserts id r2 recorded 20`;
    const answer = ask(said.replace(/\n +/g, ''));
    expect(lines(answer)).toEqual([
      'Ukraine support: r3',
      'blog1 support: t5',
      'blog2 support: t6',
      'ROK support: t8 t7',
      'US support: t9',
      'out: t2 t3',
    ]);
    expect(answer.unplacedSources).toEqual(['blog1', 'blog2']);
    expect(pairs(answer)).toEqual(['r1 by r2', 'r2 by r3']);
    expect(answer.quantities[0]!.statements).toEqual(['t8', 't9']);
  });

  it('leaves its input as it was', () => {
    const statements = read('us asserts; rok confirms of t1; us denies').toReversed();
    const before = JSON.stringify([statements, SOURCES]);
    ask(statements);
    expect(JSON.stringify([statements, SOURCES])).toBe(before);
  });
});

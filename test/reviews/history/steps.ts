import fc from 'fast-check';
import { MEMBERS, QUEUES } from './newsroom.js';
import { SWEEPS } from './desk.js';

/** Which of several there are at the time; steps are drawn before it is known how many. */
const which = fc.nat(9999);
const member = fc.constantFrom(...MEMBERS);
const editorMostly = fc.constantFrom(...(['e1', 'e2', 'e1', 'e2', 'r1'] as const));
const rating = fc.constantFrom('true', 'true', 'mostly_true', 'false', 'unverifiable');
const explained = fc.constantFrom(true, true, false);
/** The client vanishes before it has read the answer: for good, or to ask again under the same idempotency key. */
const vanishes = fc.oneof(
  { weight: 8, arbitrary: fc.constant('no' as const) },
  { weight: 1, arbitrary: fc.constantFrom('for good' as const, 'and asks again' as const) },
);

const next = fc.record({
  kind: fc.constant('next' as const),
  by: member,
  queue: fc.option(fc.nat(QUEUES.length - 1), { freq: 2 }),
  vanishes,
});
const act = fc.record({
  kind: fc.constant('act' as const),
  which,
  /** Mostly what is in hand; sometimes what has ended. */
  ended: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  /** Null: whose turn it is. */
  by: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: member }),
  act: fc.oneof(
    { weight: 8, arbitrary: fc.constant('decision' as const) },
    { weight: 3, arbitrary: fc.constant('accept' as const) },
    { weight: 2, arbitrary: fc.constant('hand-over' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('renew' as const, 'hold' as const, 'release' as const, 'decline' as const),
    },
  ),
  token: fc.oneof(
    { weight: 9, arbitrary: fc.constant('right' as const) },
    { weight: 2, arbitrary: fc.constantFrom('earlier' as const, 'later' as const) },
  ),
  to: member,
  rating,
  explained,
  vanishes,
});
const broken = fc.record({
  kind: fc.constant('break' as const),
  by: editorMostly,
  which,
  ended: fc.constantFrom(false, false, true),
});
const adjudicated = fc.record({
  kind: fc.constant('adjudicate' as const),
  by: editorMostly,
  which,
  rating,
  explained,
});
const moved = fc.record({
  kind: fc.constant('move' as const),
  by: fc.constantFrom(...(['checker', 'checker', 'e1', 'e2', 'r1'] as const)),
  /** A claim in review or adjudication, where there is one, or any. */
  busy: fc.boolean(),
  which,
  to: fc.constantFrom(...(['queued', 'queued', 'queued', 'on_hold', 'closed', 'triage'] as const)),
  queue: fc.option(fc.nat(QUEUES.length - 1)),
});
const stated = fc.record({
  kind: fc.constant('state' as const),
  by: member,
  which,
  among: fc.constantFrom(...(['all', 'busy', 'decided', 'questioned'] as const)),
  stance: fc.constantFrom('asserts', 'denies', 'denies', 'questions'),
});
/** What is decided is denied, and once more when it is in question; each time the machine looks. */
const doubted = fc.record({ kind: fc.constant('doubt' as const), which });
/** What is in hand is decided, one so and the next otherwise, and an editor settles what does not agree. */
const finished = fc.record({
  kind: fc.constant('finish' as const),
  by: fc.constantFrom('e1' as const, 'e2' as const),
});
const due = fc.record({
  kind: fc.constant('due' as const),
  which,
  busy: fc.constantFrom(true, true, false),
  inHours: fc.constantFrom(-1, -1, 2, 80, null),
});
const membership = fc.record({
  kind: fc.constant('member' as const),
  who: fc.constantFrom(...(['r1', 'r2', 'r3', 'r4', 'r5', 'e2'] as const)),
  change: fc.constantFrom(...(['viewer', 'reviewer', 'reviewer', 'removed'] as const)),
});
const time = fc.record({
  kind: fc.constant('time' as const),
  which,
  passes: fc.constantFrom(...(['lease', 'lease', 'lease', 'six minutes', 'hold', 'days'] as const)),
});
const machine = fc.record({
  kind: fc.constant('machine' as const),
  sweep: fc.constantFrom(...SWEEPS, 'slot.offer' as const),
});
const ruled = fc.record({
  kind: fc.constant('rule' as const),
  rule: fc.oneof(
    fc.record({ allowSelfReview: fc.boolean() }),
    fc.record({ reReviewAfterDays: fc.constantFrom(1, 1, null) }),
    fc.record({
      queue: fc.nat(QUEUES.length - 1),
      reviews: fc.integer({ min: 1, max: 3 }),
      blind: fc.boolean(),
      escalates: fc.boolean(),
      languages: fc.constantFrom([], ['ko']),
    }),
  ),
});

const alone = [
  { weight: 12, arbitrary: next },
  { weight: 24, arbitrary: act },
  { weight: 2, arbitrary: broken },
  { weight: 3, arbitrary: adjudicated },
  { weight: 4, arbitrary: moved },
];
/** Several at the same moment. */
const rush = fc.record({
  kind: fc.constant('rush' as const),
  steps: fc.array(fc.oneof(...alone), { minLength: 2, maxLength: 4 }),
  /** The server is killed while they are under way, in the histories that have kills. */
  killed: fc.constantFrom(false, false, true),
});

/** Anything that can happen to reviews. What is most frequent is what is most frequent in life. */
export const anyStep = fc.oneof(
  ...alone,
  { weight: 2, arbitrary: stated },
  { weight: 2, arbitrary: due },
  { weight: 2, arbitrary: doubted },
  { weight: 1, arbitrary: finished },
  { weight: 1, arbitrary: membership },
  { weight: 3, arbitrary: time },
  { weight: 6, arbitrary: machine },
  { weight: 1, arbitrary: ruled },
  { weight: 3, arbitrary: rush },
);

export type Step = NonNullable<ReturnType<typeof anyStep.generate>['value']>;
export type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;
/** Such as are not made of others. */
export type Plain = Exclude<Step, Of<'doubt' | 'finish'>>;
export type Lone = Of<'next' | 'act' | 'break' | 'adjudicate' | 'move'>;

const LONE: string[] = ['next', 'act', 'break', 'adjudicate', 'move'] satisfies Lone['kind'][];

/** In the middle, some of what is to come is asked at once as well, and the server is killed while that is under way. */
export function withKill(steps: Step[]): Step[] {
  const middle = Math.floor(steps.length / 2);
  const [before, after] = [steps.slice(0, middle), steps.slice(middle)];
  const lone = after.filter((step): step is Lone => LONE.includes(step.kind));
  return [...before, { kind: 'rush', steps: lone.slice(0, 4), killed: true }, ...after];
}

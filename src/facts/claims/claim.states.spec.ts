import {
  allowedTransitions,
  checkTransitions,
  CLAIM_STATES,
  roleForTransition,
  TRANSITIONS,
} from './claim.states.js';

describe('the table of transitions', () => {
  it('has no unknown, unreachable or final state', () => {
    expect(() => checkTransitions(CLAIM_STATES, TRANSITIONS)).not.toThrow();
  });

  it.each([
    ['an unknown state', [{ from: 'triage', to: 'nowhere', by: 'editor' }], 'unknown state nowhere'],
    [
      'a state without a way in',
      TRANSITIONS.filter(({ to }) => to !== 'published'),
      'no way leads to published',
    ],
    [
      'a state without a way out',
      TRANSITIONS.filter(({ from }) => from !== 'closed'),
      'no way leads out of closed',
    ],
    ['a move listed twice', [...TRANSITIONS, TRANSITIONS[0]!], 'triage to queued is listed twice'],
  ])('is refused with %s', (_, table, message) => {
    expect(() => checkTransitions(CLAIM_STATES, table as never)).toThrow(message);
  });
});

describe('what a caller may do with a claim', () => {
  it.each([
    ['viewer', 'triage', null, []],
    ['fact_checker', 'triage', null, ['queued', 'on_hold', 'closed']],
    ['fact_checker', 'queued', null, ['triage', 'on_hold', 'closed']],
    ['reviewer', 'in_review', null, []],
    ['editor', 'in_review', null, ['on_hold', 'closed']],
    ['fact_checker', 'decided', null, []],
    ['editor', 'decided', null, ['queued']],
    ['editor', 'published', null, ['queued']],
    ['editor', 'adjudication', null, ['queued']],
    ['fact_checker', 'on_hold', 'triage', ['triage']],
    ['fact_checker', 'on_hold', 'queued', ['queued']],
    ['fact_checker', 'closed', null, []],
    ['editor', 'closed', null, ['triage']],
  ] as const)('a %s may move a claim that is %s (held from %s) to %j', (role, status, from, expected) => {
    expect(allowedTransitions({ status, heldFrom: from }, { role })).toEqual(expected);
  });

  it('lets nobody ask for what only an act brings about', () => {
    expect(roleForTransition({ status: 'queued', heldFrom: null }, 'in_review')).toBeNull();
    expect(roleForTransition({ status: 'decided', heldFrom: null }, 'published')).toBeNull();
  });
});

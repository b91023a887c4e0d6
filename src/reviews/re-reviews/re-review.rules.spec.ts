import type { Verdict } from '../../facts/claims/claim.entity.js';
import { isAnswered, isDowngrade } from './re-review.rules.js';

describe('a grade is lower than the one before', () => {
  it.each([
    ['A', 'B', true],
    ['D', 'E', true],
    ['A', 'F', true],
    ['D', 'F', true],
    ['E', 'F', false],
    ['B', 'B', false],
    ['C', 'A', false],
    ['F', 'E', false],
    ['F', 'A', false],
    [null, 'E', false],
    [null, 'F', false],
  ])('from %s to %s: %s', (from, to, lower) => {
    expect(isDowngrade(from, to)).toBe(lower);
  });
});

describe('a verdict has answered a cause', () => {
  const verdict = { claimVersion: 7, round: 2, decidedAt: '2024-10-24T10:00:00.000Z' } as Verdict;
  const cause = { kind: 'statement_struck' as const, at: new Date(0), claimVersion: null, verdictRound: 1 };

  it.each([
    ['what changed the claim before it', { claimVersion: 6 }, true],
    ['what changed the claim after it, whatever the clock says', { claimVersion: 8 }, false],
    ['what happened elsewhere before it', { at: new Date('2024-10-24T10:00:00.000Z') }, true],
    ['what happened elsewhere after it', { at: new Date('2024-10-24T10:00:00.001Z') }, false],
    ['the age of the verdict before it', { kind: 'age' as const, verdictRound: 1 }, true],
    ['its own age', { kind: 'age' as const, verdictRound: 2 }, false],
  ])('%s', (_what, fields, answered) => {
    expect(isAnswered({ ...cause, ...fields }, verdict)).toBe(answered);
  });
});

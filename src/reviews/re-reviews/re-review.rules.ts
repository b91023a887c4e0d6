import type { Verdict } from '../../facts/claims/claim.entity.js';
import type { CauseKind } from '../../facts/claims/re-review.dto.js';
import type { ReReviewCause } from '../rounds/re-review-cause.entity.js';

const FALLING = ['A', 'B', 'C', 'D', 'E'];

/**
 * Whether a source is trusted less than before: further down from A to E. F says that it cannot be judged, which is
 * no worse than E; from A to D it is a loss of what was known.
 */
export function isDowngrade(from: string | null, to: string): boolean {
  const before = FALLING.indexOf(from ?? '');
  if (before < 0) return false;
  const after = FALLING.indexOf(to);
  return after < 0 ? from !== 'E' : after > before;
}

/**
 * Whether the verdict was given with the cause before it: then it is no cause. What changed the claim is told by the
 * claim's version, which leaves no doubt; what happened elsewhere by the clock.
 */
export function isAnswered(
  cause: Pick<ReReviewCause, 'kind' | 'at' | 'claimVersion' | 'verdictRound'>,
  verdict: Verdict,
): boolean {
  if (cause.kind === 'age') return cause.verdictRound !== verdict.round;
  if (cause.claimVersion !== null) return cause.claimVersion <= verdict.claimVersion;
  return cause.at <= new Date(verdict.decidedAt);
}

/** Why the machine moves the claim, in words. */
export const REASONS: Record<Exclude<CauseKind, 'editor'>, string> = {
  statement_recorded: 'a new statement denies it or takes a position back',
  statement_struck: 'a statement that its review cited was struck',
  source_re_placed: 'a source that it rests on was placed elsewhere',
  source_downgraded: 'a source that it rests on was graded lower',
  evidence_gone: 'evidence that it rests on is gone',
  age: 'its verdict is older than the policy allows',
};

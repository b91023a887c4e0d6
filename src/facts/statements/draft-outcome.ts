import type { NewEvent } from '../../record/events/event.js';
import type { Claim } from '../claims/claim.entity.js';
import { claimSubmitted, type CorroborationCause } from '../claims/claim.events.js';
import type { RuleChange } from '../corroboration/rule-changes.js';
import { evidenceAdded, evidenceGone } from '../evidence/evidence.events.js';
import { toldEvidence } from '../evidence/evidence.rules.js';
import { assessOn, followedBy, type Ground } from './assess.js';
import type { Act, ClaimDraft } from './claim-draft.js';
import type { Statement } from './statement.entity.js';
import { statementRecorded, statementStruck } from './statement.events.js';
import { asRuleStatement, claimantFrom } from './statement.rules.js';

/** What a draft makes of its claim. */
export interface DraftOutcome {
  claim: Claim;
  /** The claim once its fields were changed, of which the first event is to tell; null when none were. */
  amended: Claim | null;
  events: NewEvent[];
}

/**
 * Follows a draft act by act, as if each had been done by itself. `changes` is what was changed besides statements
 * since the claim was assessed last: whatever is recorded first counts it in as well.
 */
export function outcomeOf(draft: ClaimDraft, ground: Ground, changes: RuleChange[]): DraftOutcome {
  const outcome = new Outcome(draft, ground, changes);
  for (const act of draft.acts) outcome.follow(act);
  return outcome;
}

class Outcome implements DraftOutcome {
  claim: Claim;
  amended: Claim | null = null;
  readonly events: NewEvent[] = [];
  private statements: Statement[];

  constructor(
    { before, start, earlier, acts }: ClaimDraft,
    private readonly ground: Ground,
    private changes: RuleChange[],
  ) {
    this.statements = [...earlier];
    this.claim = start;
    if (before !== null) return;
    const [first] = acts;
    // The first position is entered with the claim, and so is who put it forward.
    if (first?.kind === 'recorded' && !start.claimantGiven) {
      const claimantId = claimantFrom([asRuleStatement(first.statement)], start.createdAt.toISOString());
      this.claim = { ...start, claimantId };
    }
    this.events.push(claimSubmitted(this.claim));
  }

  follow(act: Act): void {
    switch (act.kind) {
      case 'amended':
        this.amended = this.claim = { ...this.claim, ...act.columns };
        return;
      case 'recorded': {
        const { statement } = act;
        this.statements.push(statement);
        const tell = (claim: Claim) => statementRecorded(claim, statement);
        return this.assess(statement.recordedAt, tell, { statementId: statement.id });
      }
      case 'struck': {
        const { statement } = act;
        this.statements = this.statements.map((one) => (one.id === statement.id ? statement : one));
        const tell = (claim: Claim) => statementStruck(claim, statement);
        return this.assess(statement.struckAt!, tell, { struckId: statement.id });
      }
      case 'added':
        this.events.push(evidenceAdded(this.claim, toldEvidence(act.item)));
        return;
      case 'gone': {
        const { id, claimId, goneReason: reason } = act.item;
        this.events.push(evidenceGone(this.claim, { id, claimId, reason }));
      }
    }
  }

  private assess(at: Date, tell: (claim: Claim) => NewEvent, cause: CorroborationCause): void {
    const before = this.claim;
    const { claim, changed } = assessOn(this.ground, before, this.statements, at);
    this.claim = { ...claim, updatedAt: at, lastRecordedAt: at };
    const assessed = { changed, changes: this.changes };
    this.events.push(tell(this.claim), ...followedBy(before, this.claim, assessed, cause));
    this.changes = [];
  }
}

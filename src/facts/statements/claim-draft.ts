import { changesOfFields } from '../claims/claim.events.js';
import { columnsFrom } from '../claims/claim-columns.js';
import type { ClaimChange } from '../claims/claim.dto.js';
import type { Claim } from '../claims/claim.entity.js';
import { type Entry, newClaim } from '../claims/new-claim.js';
import type { NewEvidence } from '../evidence/evidence.dto.js';
import type { Evidence } from '../evidence/evidence.entity.js';
import { goneFrom, newEvidence, sameness as samenessOfItem } from '../evidence/evidence.rules.js';
import { newStatement, type Recording } from './new-statement.js';
import { sameness } from './sameness.js';
import type { NewStatement } from './statement.dto.js';
import type { Statement } from './statement.entity.js';
import { asRuleStatement, claimantFrom, expectRecordable, expectReplacement } from './statement.rules.js';

/** One thing after another that happens to a claim, each with its row as it stands then. */
export type Act =
  | { kind: 'amended'; columns: Partial<Claim> }
  | { kind: 'recorded'; statement: Statement }
  | { kind: 'struck'; statement: Statement }
  | { kind: 'added'; item: Evidence }
  | { kind: 'gone'; item: Evidence };

/** A claim that is there, locked, with all that was recorded on it. */
export interface Standing {
  claim: Claim;
  statements: Statement[];
  evidence: Evidence[];
}

/**
 * What one transaction is to make of one claim: a new one, or the next version of one that is there, however much
 * happens to it. Refuses what the same acts refuse when they are done one by one, and writes nothing. Each statement
 * and each strike has its own millisecond: that is how a claim's statements are told apart.
 */
export class ClaimDraft {
  readonly acts: Act[] = [];
  private moments = 0;
  private readonly said: Map<string, Statement>;
  /** By what makes them the same. */
  private readonly known: Map<string, Statement>;
  private readonly items: Set<string>;

  private constructor(
    /** The claim as it was; null when it is entered now. */
    readonly before: Claim | null,
    /** The claim at its first moment, before the acts. */
    readonly start: Claim,
    readonly earlier: readonly Statement[],
    evidence: readonly Evidence[],
    private readonly by: string,
  ) {
    this.said = new Map(earlier.map((statement) => [statement.id, statement]));
    this.known = new Map(earlier.map((statement) => [sameness(statement), statement]));
    this.items = new Set(evidence.map(samenessOfItem));
  }

  /** A claim of these fields; refuses a quantity that is none. */
  static entering(entry: Entry, fields: ClaimChange): ClaimDraft {
    return new ClaimDraft(null, newClaim(entry, columnsFrom(fields)), [], [], entry.createdBy);
  }

  /** A change at this moment of the record's clock, or as soon after it as the claim's last change allows. */
  static changing({ claim, statements, evidence }: Standing, by: string, at: Date): ClaimDraft {
    const { updatedAt, corroborationAsOf, version } = claim;
    const from = Math.max(at.getTime(), updatedAt.getTime() + 1, corroborationAsOf.getTime() + 1);
    const start = { ...claim, version: version + 1, updatedAt: new Date(from) };
    return new ClaimDraft(claim, start, statements, evidence, by);
  }

  /** The moment of what happened last. */
  get at(): Date {
    return new Date(this.start.updatedAt.getTime() + Math.max(this.moments - 1, 0));
  }

  /** The statements that it records, as they stand in the end. */
  get recorded(): Statement[] {
    const ids = this.acts.flatMap((act) => (act.kind === 'recorded' ? [act.statement.id] : []));
    return ids.map((id) => this.said.get(id)!);
  }

  /** The evidence that it adds, as it stands in the end. */
  get added(): Evidence[] {
    const items = new Map<string, Evidence>();
    for (const act of this.acts)
      if (act.kind === 'added' || act.kind === 'gone') items.set(act.item.id, act.item);
    return [...items.values()];
  }

  /** Changes the fields of a claim, before all else; without a given claimant, it is that of the earliest live assertion. */
  amend(change: ClaimChange): void {
    const columns = columnsFrom(change);
    if (change.claimantId === null) {
      const asOf = this.before!.corroborationAsOf.toISOString();
      columns.claimantId = claimantFrom(this.earlier.map(asRuleStatement), asOf);
    }
    const isChange = Object.keys(changesOfFields(this.start, { ...this.start, ...columns })).length > 0;
    if (isChange) this.acts.push({ kind: 'amended', columns });
  }

  /** The statement that says the same, when there is one, struck or not. */
  sameAs(given: NewStatement): Statement | undefined {
    if (this.known.size === 0) return undefined;
    const like = newStatement({ ...given, quantity: null }, this.recording, '');
    return this.known.get(sameness(like));
  }

  /** Records a position whose sources are known; `path` is where it stands in what was sent. */
  record(given: NewStatement, path: string): Statement {
    this.moments += 1;
    expectRecordable(given, [...this.said.values()], this.at, path);
    const statement = newStatement(given, this.recording, path);
    this.said.set(statement.id, statement);
    this.known.set(sameness(statement), statement);
    this.acts.push({ kind: 'recorded', statement });
    return statement;
  }

  /** Strikes what it has recorded itself. */
  strike(id: string, strikeReason: string, replacementId: string | null, path: string): void {
    this.moments += 1;
    const before = this.said.get(id)!;
    expectReplacement(replacementId, before, [...this.said.values()], path);
    const struckClaimVersion = this.start.version;
    const strike = { struckAt: this.at, struckBy: this.by, strikeReason, replacementId, struckClaimVersion };
    const statement = { ...before, ...strike };
    this.said.set(id, statement);
    this.acts.push({ kind: 'struck', statement });
  }

  /** Adds an item, unless one is there that is the same; one with a reason is gone already. */
  add(given: NewEvidence, goneReason: string | null, path: string): void {
    const claim = { ...this.start, updatedAt: this.at };
    const item = newEvidence(given, null, claim, this.by, path);
    const key = samenessOfItem(item);
    if (this.items.has(key)) return;
    this.items.add(key);
    this.acts.push({ kind: 'added', item });
    if (goneReason !== null)
      this.acts.push({ kind: 'gone', item: { ...item, ...goneFrom(claim, goneReason) } });
  }

  private get recording(): Recording {
    const { start: claim, at, by: recordedBy } = this;
    return { claim, at, recordedBy, claimVersion: claim.version };
  }
}

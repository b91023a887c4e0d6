import { useCallback, useRef, useState } from 'react';
import { serverNow } from '../../api/clock';
import type { Schemas } from '../../api/client';

export type Confidence = Schemas['DecisionGiven']['confidence'];

/** What a person has typed of a decision. It stands in the browser's storage until the decision is given. */
export interface Draft {
  rating: string | null;
  confidence: Confidence | null;
  rationale: string;
  overrideReason: string;
  statements: string[];
  evidence: string[];
  /** The version of the claim that they have looked at. */
  seenVersion: number;
  /** When they began, by the server's clock. */
  since: number;
  /** What it is about, to be known by in a list. */
  claimText: string;
}

export interface DraftKey {
  memberId: string;
  claimId: string;
  round: number;
}

export interface KeptDraft extends DraftKey {
  draft: Draft;
}

const KEPT_AS = 'second-source.draft.';
const FORGOTTEN_AFTER_MS = 60 * 24 * 3_600_000;

function nameOf({ memberId, claimId, round }: DraftKey): string {
  return `${KEPT_AS}${memberId}.${claimId}.${round}`;
}

function read(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/** False when the browser lets nothing be kept. */
function write(key: DraftKey, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: DraftKey): void {
  localStorage.removeItem(nameOf(key));
}

/** Whether a person has put anything into it. */
export function isTouched(draft: Draft): boolean {
  const { rating, confidence, rationale, overrideReason, statements, evidence } = draft;
  return (
    rating !== null ||
    confidence !== null ||
    `${rationale}${overrideReason}`.trim() !== '' ||
    statements.length + evidence.length > 0
  );
}

/** The drafts of a member in this browser, the newest first; what is older than two months is forgotten. */
export function keptDrafts(memberId: string): KeptDraft[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(`${KEPT_AS}${memberId}.`))
    .flatMap((name) => {
      const [claimId, round] = name.slice(`${KEPT_AS}${memberId}.`.length).split('.');
      const draft = read(name);
      if (draft === null || serverNow() - draft.since > FORGOTTEN_AFTER_MS) {
        localStorage.removeItem(name);
        return [];
      }
      return [{ memberId, claimId: claimId!, round: Number(round), draft }];
    })
    .sort((a, b) => b.draft.since - a.draft.since);
}

/** The draft of a decision, read from where it was kept and kept with each change. */
export function useDraft(key: DraftKey, claim: Schemas['Claim']) {
  const [draft, setDraft] = useState<Draft>(
    () =>
      read(nameOf(key)) ?? {
        rating: null,
        confidence: null,
        rationale: '',
        overrideReason: '',
        statements: [],
        evidence: [],
        seenVersion: claim.version,
        since: serverNow(),
        claimText: claim.text,
      },
  );
  const [isKept, setKept] = useState(true);
  const { memberId, claimId, round } = key;
  const latest = useRef(draft);
  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      setKept(write({ memberId, claimId, round }, latest.current));
    },
    [memberId, claimId, round],
  );
  return { draft, change, isKept };
}

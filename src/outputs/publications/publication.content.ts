import type { Appearance } from '../../facts/claims/claim.entity.js';
import type { CorroborationStatus } from '../../facts/corroboration/status.js';
import type { Basis, Stance } from '../../facts/corroboration/stance.js';
import type { Bearing, EvidenceKind } from '../../facts/evidence/evidence.entity.js';
import type { SourceKind } from '../../facts/sources/source.entity.js';

/** Whom the world is told a source is: a confidential one by its public label alone. */
export interface NamedSource {
  id: string;
  name: string;
  kind: SourceKind;
}

export interface PublishedStatement {
  id: string;
  source: NamedSource;
  /** The interest that the source's origin speaks for. */
  party: string | null;
  stance: Stance;
  quote: string | null;
  quoteLanguage: string | null;
  translation: string | null;
  url: string | null;
  saidAt: string | null;
  basis: Basis;
  /** What it only repeats: whose word, and the statement of it where that is on record. */
  basedOn: { statementId: string | null; source: NamedSource } | null;
  cited: boolean;
}

export interface PublishedEvidence {
  id: string;
  kind: EvidenceKind;
  url: string | null;
  bearing: Bearing;
  description: string;
  sha256: string | null;
  capturedAt: string | null;
  sensitive: boolean;
  cited: boolean;
}

/** The rating as its scale had it. On the scale `value` lies between `worst` and `best`; off it all three are null. */
export interface PublishedRating {
  key: string;
  label: string;
  polarity: 'supports' | 'refutes' | 'neither';
  colour: string;
  value: number | null;
  worst: number | null;
  best: number | null;
}

/** All that a publication says besides its own words, as it stood when it was published. It never changes. */
export interface PublishedContent {
  claim: {
    text: string;
    language: string;
    topics: string[];
    eventTime: string | null;
    place: string | null;
    appearances: Appearance[];
    claimant: NamedSource | null;
    /** When it was first put forward: by its earliest standing assertion, or where it first appeared. */
    madeAt: string | null;
  };
  verdict: {
    rating: PublishedRating;
    confidence: 'low' | 'moderate' | 'high';
    rationale: string;
    overrideReason: string | null;
    selfReviewed: boolean;
    decidedAt: string;
  };
  corroboration: {
    status: CorroborationStatus;
    rule: string;
    threshold: number;
    support: number;
    oppose: number;
    divided: number;
    summary: string;
  };
  statements: PublishedStatement[];
  evidence: PublishedEvidence[];
}

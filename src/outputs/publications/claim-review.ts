import type { NamedSource, PublishedContent, PublishedStatement } from './publication.content.js';

/** `schema.org`: all we know, with the statements as an extension. `google`: only what Google's fact-check profile names. */
export const PROFILES = ['schema.org', 'google'] as const;
export type Profile = (typeof PROFILES)[number];

export type JsonLd = Record<string, unknown>;

/** What is said of a publication that is not in its content. */
export interface Told {
  id: string;
  number: number;
  title: string;
  summary: string;
  language: string;
  /** Where it is read. */
  url: string;
  correction: string | null;
  authors: string[];
  publishedAt: Date;
  /** The workspace's name: who publishes. */
  publisher: string;
  content: PublishedContent;
}

const VOCABULARY = 'urn:second-source:vocabulary:';
const PERSONS: readonly string[] = ['person', 'head_of_state'];

/**
 * ClaimReview of a publication as JSON-LD (schema.org/ClaimReview). The statements stand under a prefix of their own,
 * for which schema.org has no words: readers that do not know it pass over them.
 */
export function claimReview(told: Told, profile: Profile): JsonLd {
  const { content, title, summary, language, url, correction, publisher } = told;
  const isPlain = profile === 'google';
  return compact({
    '@context': isPlain ? 'https://schema.org' : ['https://schema.org', { secondsource: VOCABULARY }],
    '@type': 'ClaimReview',
    url,
    claimReviewed: content.claim.text,
    author: authorsOf(told),
    datePublished: told.publishedAt.toISOString(),
    itemReviewed: itemReviewed(content),
    reviewRating: reviewRating(content, summary, profile),
    ...(!isPlain && {
      identifier: `urn:uuid:${told.id}`,
      name: title,
      abstract: summary,
      reviewBody: content.verdict.rationale,
      inLanguage: language,
      version: told.number,
      publisher: { '@type': 'Organization', name: publisher },
      correction: correction && {
        '@type': 'CorrectionComment',
        text: correction,
        datePublished: told.publishedAt.toISOString(),
      },
      citation: citations(content),
      'secondsource:corroboration': corroboration(content),
      'secondsource:statements': content.statements.map(statement),
    }),
  });
}

function authorsOf({ authors, publisher }: Told): unknown {
  const organisation = { '@type': 'Organization', name: publisher };
  const persons = authors.map((name) => ({ '@type': 'Person', name, affiliation: organisation }));
  return persons.length === 0 ? organisation : persons.length === 1 ? persons[0] : persons;
}

function itemReviewed({ claim }: PublishedContent): JsonLd {
  const works = claim.appearances.map(({ url, publishedAt }) =>
    compact({ '@type': 'CreativeWork', url, datePublished: publishedAt }),
  );
  const [first] = [...works].sort((a, b) => dateOf(a) - dateOf(b));
  return compact({
    '@type': 'Claim',
    text: claim.text,
    inLanguage: claim.language,
    author: claim.claimant && agent(claim.claimant),
    datePublished: claim.madeAt,
    firstAppearance: first,
    appearance: works.length === 0 ? null : works,
  });
}

/** What has no date stands behind what has one. */
function dateOf(work: JsonLd): number {
  return Date.parse(String(work['datePublished'])) || Number.MAX_SAFE_INTEGER;
}

function reviewRating({ verdict: { rating } }: PublishedContent, summary: string, profile: Profile): JsonLd {
  return compact({
    '@type': 'Rating',
    ratingValue: rating.value,
    bestRating: rating.best,
    worstRating: rating.worst,
    alternateName: rating.label,
    name: rating.label,
    ...(profile === 'schema.org' && { ratingExplanation: summary }),
  });
}

function citations({ statements, evidence }: PublishedContent): JsonLd[] | null {
  const cited = [
    ...statements
      .filter((one) => one.cited && one.url !== null)
      .map(({ url, source }) => ({ url, name: source.name })),
    ...evidence
      .filter((one) => one.cited && one.url !== null)
      .map(({ url, description }) => ({ url, name: description || url })),
  ];
  return cited.length === 0 ? null : cited.map((one) => ({ '@type': 'CreativeWork', ...one }));
}

function corroboration({
  corroboration: { status, rule, support, oppose, summary },
}: PublishedContent): JsonLd {
  return {
    'secondsource:status': status,
    'secondsource:rule': rule,
    'secondsource:support': support,
    'secondsource:oppose': oppose,
    description: summary,
  };
}

function statement(one: PublishedStatement): JsonLd {
  return compact({
    '@type': 'secondsource:Statement',
    '@id': `urn:uuid:${one.id}`,
    'secondsource:stance': one.stance,
    'secondsource:basis': one.basis,
    'secondsource:party': one.party,
    author: agent(one.source),
    datePublished: one.saidAt,
    text: one.quote,
    inLanguage: one.quote && one.quoteLanguage,
    'secondsource:translation': one.translation,
    url: one.url,
    isBasedOn: one.basedOn && basis(one.basedOn),
  });
}

function basis({ statementId, source }: NonNullable<PublishedStatement['basedOn']>): JsonLd {
  if (statementId !== null) return { '@id': `urn:uuid:${statementId}` };
  return { '@type': 'CreativeWork', author: agent(source) };
}

function agent({ name, kind }: NamedSource): JsonLd {
  return { '@type': PERSONS.includes(kind) ? 'Person' : 'Organization', name };
}

/** Leaves out what there is nothing to say of. */
function compact(fields: Record<string, unknown>): JsonLd {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

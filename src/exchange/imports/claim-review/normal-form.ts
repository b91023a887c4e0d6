import type { ExternalContent } from '../../external-reviews/external-review.entity.js';
import { hasAtMost, isWebAddress } from '../../../base/http/formats.js';
import { type AddressAt, addressesIn, isOnSite, siteOf } from './addresses.js';
import { readAgent, readClaimant } from './agents.js';
import { readDate } from './dates.js';
import { type FoundClaim, LIMITS, refuse, type ReviewRead } from './found-review.js';
import type { Located } from './located.js';
import { readRating } from './rating.js';
import { clean, cut, pickText } from './texts.js';
import { type At, languageOf, type TextAt, textsOf, valuesIn } from './values.js';
import { Warnings } from './warnings.js';

/** Brings what was found into the one form; the claim's text is the only thing it cannot do without. */
export function readLocated(located: Located): ReviewRead {
  const warnings = new Warnings();
  const language = languageIn(located.language);
  const text = pickText(textsOf(located.claim), languageIn(located.claimLanguage) ?? language);
  if (text === null) {
    const { path } = located.claim[0] ?? located.at;
    return refuse('claim.missing', path, 'It does not say which claim was reviewed.');
  }
  if (!hasAtMost(text.text, LIMITS.text)) {
    return refuse('claim.too_long', text.path, `The claim has more than ${LIMITS.text} characters.`);
  }
  const review = readReview(located, language, warnings);
  const claim = readClaim(located, text, review, warnings);
  return { ok: { claim, review, extension: located.extension }, warnings: warnings.all };
}

function readClaim(located: Located, text: TextAt, review: ExternalContent, warnings: Warnings): FoundClaim {
  const language = languageIn(located.claimLanguage) ?? text.language;
  return {
    text: text.text,
    language,
    appearances: readAppearances(located.appearances, review.publisher.site, warnings),
    madeAt: readDate(located.madeAt, warnings),
    claimant: readClaimant(located.claimants, language ?? review.language, warnings),
    topics: readTopics(located.topics, warnings),
  };
}

function readReview(located: Located, language: string | null, warnings: Warnings): ExternalContent {
  const [address] = addressesIn(located.url, warnings);
  const text = (values: At[], max: number) => cut(pickText(textsOf(values), language), max, warnings);
  if (address === undefined) {
    warnings.add(
      'url.missing',
      located.at.path,
      'The review has no address, so it cannot be told from another.',
    );
  }
  const rating = readRating(located.rating, language, warnings);
  if (rating.word === null && rating.value === null) {
    warnings.add('rating.missing', located.at.path, 'The review has no rating.');
  }
  return {
    url: address?.url ?? null,
    title: text(located.title, LIMITS.name),
    summary: text(located.summary, LIMITS.text),
    ...readPublisher(located, language, address, warnings),
    publishedAt: readDate(located.publishedAt, warnings),
    modifiedAt: readDate(located.modifiedAt, warnings),
    language,
    rating,
  };
}

/** The author of a ClaimReview is the organisation by custom; persons, and whoever has no type, are authors. */
function readPublisher(
  { publishers, authors }: Located,
  language: string | null,
  address: AddressAt | undefined,
  warnings: Warnings,
): Pick<ExternalContent, 'publisher' | 'authors'> {
  const read = (at: At) => readAgent(at, language, warnings);
  const agents = authors.slice(0, LIMITS.entries).map(read);
  const persons = agents.filter(({ kind }) => kind !== 'organisation');
  const employers = valuesIn(authors, 'affiliation', 'worksFor').slice(0, LIMITS.entries).map(read);
  const organisations = [
    ...publishers.slice(0, LIMITS.entries).map(read),
    ...agents.filter(({ kind }) => kind === 'organisation'),
    ...employers,
  ];
  const own = [...organisations, ...persons].flatMap(({ urls }) => urls)[0];
  // As Google does it: the address of the review says whose site it is, whatever is claimed beside it.
  const url = address?.url ?? own;
  return {
    publisher: {
      name: organisations.find(({ name }) => name !== null)?.name ?? null,
      site: url === undefined ? siteToldIn(publishers) : siteOf(url),
    },
    authors: [...new Set(persons.flatMap(({ name }) => name ?? []))],
  };
}

function siteToldIn(publishers: At[]): string | null {
  const url = `https://${clean(textsOf(valuesIn(publishers, 'site'))[0]?.text ?? '')}`;
  return isWebAddress(url) ? siteOf(url) : null;
}

function readAppearances(values: At[], site: string | null, warnings: Warnings): FoundClaim['appearances'] {
  const found = new Map<string, { url: string; publishedAt: string | null }>();
  for (const at of values) {
    for (const { url, path } of addressesIn([at], warnings)) {
      if (site !== null && isOnSite(url, site)) {
        warnings.add(
          'appearance.own_site',
          path,
          `${url.slice(0, 100)} is the publisher's own; it was left out.`,
        );
      } else if (!found.has(url)) {
        found.set(url, { url, publishedAt: readDate(valuesIn([at], 'datePublished'), warnings) });
      }
    }
  }
  if (found.size > LIMITS.entries) {
    const message = `The claim has more than ${LIMITS.entries} appearances; the others were left out.`;
    warnings.add('entries.cut', values[0]!.path, message);
  }
  return [...found.values()].slice(0, LIMITS.entries);
}

function readTopics(values: At[], warnings: Warnings): string[] {
  const topics = textsOf(values).map((at) => cut(pickText([at], null), LIMITS.topic, warnings));
  const distinct = [...new Set(topics.filter((topic) => topic !== null))];
  if (distinct.length > LIMITS.entries) {
    const message = `The claim has more than ${LIMITS.entries} topics; the others were left out.`;
    warnings.add('entries.cut', values[0]!.path, message);
  }
  return distinct.slice(0, LIMITS.entries);
}

/** A tag, or that of a Language, which says it by one of its names. */
function languageIn(values: At[]): string | null {
  const texts = textsOf([...values, ...valuesIn(values, 'alternateName', 'name')]);
  return texts.map(({ text }) => languageOf(text)).find((tag) => tag !== null) ?? null;
}

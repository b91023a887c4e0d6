import { createHash } from 'node:crypto';
import { claimReview } from './claim-review.js';
import { jsonInMarkup, Markup, markup } from './markup.js';
import type { PublishedEvidence, PublishedStatement } from './publication.content.js';
import type { Shown } from './public-view.service.js';

const STYLE = `:root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.25;margin:.2em 0}h2{font-size:1.15rem;margin:2em 0 .5em}blockquote{margin:.5em 0;padding-inline-start:1rem;border-inline-start:.25rem solid}.rating{display:inline-block;padding:.1em .6em;border:.15em solid;border-radius:.3em;font-weight:700}.notice{border:.15em solid;border-radius:.3em;padding:.6em .8em;margin:1em 0}.small{font-size:.9375rem}ul{padding-inline-start:1.2rem}li{margin:.6em 0}pre{white-space:pre-wrap;font:inherit;margin:.5em 0}`;

const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is loaded, and no script runs: the JSON-LD is data, which a policy does not stop. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

const STANCES: Record<PublishedStatement['stance'], string> = {
  asserts: 'says so',
  confirms: 'confirms it',
  partly_confirms: 'confirms parts of it',
  questions: 'questions it',
  denies: 'denies it',
  cannot_confirm: 'cannot confirm it',
  evades: 'was asked and gave no answer',
  retracts: 'takes back what it said',
};

/** The page of a publication: its words, the claim, who says what, the evidence; the ClaimReview in it for machines. */
export function publicationPage(shown: Shown, newest: { number: number; url: string } | null): string {
  if (shown.withdrawn !== null) return tombstone(shown);
  const { content, title, summary, language, number, correction, publishedAt } = shown;
  const { claim, verdict } = content;
  return whole(
    { title, language, canonical: shown.url, head: jsonLd(shown) },
    markup`<p class="small">${shown.publisher} · fact check</p>
<h1 dir="auto">${title}</h1>
${newest !== null && markup`<p class="notice">This is publication ${number}. <a href="${newest.url}">Publication ${newest.number}</a> has replaced it.</p>`}
${shown.underReview && markup`<p class="notice">This claim is being reviewed again.</p>`}
<p><strong>The claim</strong></p>
<blockquote lang="${claim.language}" dir="auto">${claim.text}</blockquote>
${claim.claimant !== null && markup`<p class="small">Put forward by <bdi>${claim.claimant.name}</bdi>${claim.madeAt !== null && markup`, ${day(claim.madeAt)}`}</p>`}
<p><span class="rating">${verdict.rating.label}</span></p>
<pre dir="auto">${summary}</pre>
${correction !== null && markup`<section class="notice"><strong>Corrected on ${day(publishedAt.toISOString())}</strong><pre dir="auto">${correction}</pre></section>`}
<h2>Why</h2>
<pre dir="auto">${verdict.rationale}</pre>
${verdict.overrideReason !== null && markup`<p>The record says that the claim is ${plain(content.corroboration.status)}; the verdict goes against it:</p><pre dir="auto">${verdict.overrideReason}</pre>`}
<p class="small">Confidence: ${verdict.confidence}. ${verdict.selfReviewed && 'It was reviewed by somebody who had worked on the claim. '}On record: ${content.corroboration.summary}</p>
${section('Who says what', content.statements.map(statement))}
${section('Evidence', content.evidence.map(evidence))}
${section(
  'Where it appeared',
  claim.appearances.map(
    ({ url, publishedAt: at }) => markup`<li>${link(url, url)}${at !== null && markup`, ${day(at)}`}</li>`,
  ),
)}
<p class="small">${signed(shown)}. Published on ${day(publishedAt.toISOString())}, number ${number}.</p>`,
  );
}

function tombstone(shown: Shown): string {
  const { title, language, url, publisher, number } = shown;
  const { at, reason } = shown.withdrawn!;
  return whole(
    { title, language, canonical: url, head: markup`<meta name="robots" content="noindex">` },
    markup`<p class="small">${publisher} · fact check</p>
<h1 dir="auto">${title}</h1>
<p class="notice"><strong>Withdrawn on ${day(at.toISOString())}.</strong> ${publisher} does not stand by publication ${number} any more.</p>
<pre dir="auto">${reason}</pre>`,
  );
}

function whole(
  { title, language, canonical, head }: { title: string; language: string; canonical: string; head: Markup },
  body: Markup,
): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="canonical" href="${canonical}">
<style>${new Markup(STYLE)}</style>
${head}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}

function jsonLd(shown: Shown): Markup {
  return markup`<script type="application/ld+json">${jsonInMarkup(claimReview(shown, 'schema.org'))}</script>`;
}

function section(heading: string, items: Markup[]): Markup | null {
  return items.length === 0 ? null : markup`<h2>${heading}</h2><ul>${items}</ul>`;
}

function statement(one: PublishedStatement): Markup {
  const { source, party, stance, saidAt, url, quote, translation, basedOn } = one;
  return markup`<li><strong><bdi>${source.name}</bdi></strong>${party !== null && markup` (<bdi>${party}</bdi>)`} ${STANCES[stance]}${basedOn !== null && markup`, after <bdi>${basedOn.source.name}</bdi>`}${saidAt !== null && markup`, ${day(saidAt)}`}${url !== null && markup` · ${link(url, 'source')}`}
${quote !== null && markup`<blockquote${one.quoteLanguage !== null && markup` lang="${one.quoteLanguage}"`} dir="auto">${quote}</blockquote>`}${translation !== null && markup`<p class="small" dir="auto">${translation}</p>`}</li>`;
}

function evidence({ kind, url, description, sensitive }: PublishedEvidence): Markup {
  const named = description || (url ?? 'a file');
  return markup`<li>${kind}: ${url === null ? markup`<bdi>${named}</bdi>` : link(url, named)}${sensitive && ' (may disturb)'}</li>`;
}

function link(url: string, text: string): Markup {
  return markup`<a href="${url}" rel="nofollow noreferrer" dir="auto">${text}</a>`;
}

function day(moment: string): Markup {
  return markup`<time datetime="${moment}">${moment.slice(0, 10)}</time>`;
}

function signed({ authors, publisher }: Shown): string {
  return authors.length === 0 ? publisher : `${authors.join(', ')}, ${publisher}`;
}

function plain(status: string): string {
  return status.replaceAll('_', ' ');
}

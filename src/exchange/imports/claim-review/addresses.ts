import { decodeHTMLStrict } from 'entities';
import { isWebAddress } from '../../../base/http/formats.js';
import { type At, isRecord, textsOf, valuesIn, valuesOf } from './values.js';
import type { Warnings } from './warnings.js';

export interface AddressAt {
  url: string;
  path: string;
}

// One field often holds several: with a comma, a space or "and" before the next.
const BETWEEN = /(?: ?[,;] ?(?:and )?| and | )(?=https?:\/\/)/i;

/** The web addresses among values, each once: of texts, in which several may stand, and of objects. */
export function addressesIn(values: At[], warnings: Warnings): AddressAt[] {
  const found = new Map<string, AddressAt>();
  for (const { text, path } of textsOf(values.flatMap(written))) {
    const line = decodeHTMLStrict(text).replace(/\s+/g, ' ').trim();
    if (line === '') continue;
    for (const part of line.split(BETWEEN)) {
      const url = part.trim().replace(/[,;]$/, '');
      if (isWebAddress(url)) found.set(url, { url, path });
      else warnings.add('url.unreadable', path, `"${url.slice(0, 100)}" is no web address; it was left out.`);
    }
  }
  return [...found.values()];
}

function written(at: At): At[] {
  if (!isRecord(at.value) || Object.hasOwn(at.value, '@value')) return [at];
  const own = valuesIn([at], 'url', 'contentUrl');
  return own.length > 0 ? own : valuesOf(at, '@id').filter(({ value }) => isWebAddress(value));
}

/** The host without www., as Google's Fact Check Tools name a publisher. */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

export function isOnSite(url: string, site: string): boolean {
  const host = siteOf(url);
  return host === site || host.endsWith(`.${site}`);
}

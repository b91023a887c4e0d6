import { isWebAddress } from '../../../base/http/formats.js';
import { addressesIn } from './addresses.js';
import { type FoundClaimant, LIMITS } from './found-review.js';
import { cut, pickText } from './texts.js';
import { agentKind } from './types.js';
import { type At, isRecord, textsOf, valuesIn } from './values.js';
import type { Warnings } from './warnings.js';

export interface Agent extends Omit<FoundClaimant, 'name'> {
  name: string | null;
}

/** A person or an organisation, of whom there may be no more than a name, or an address. */
export function readAgent(at: At, language: string | null, warnings: Warnings): Agent {
  const names = isRecord(at.value) && !isText(at) ? valuesIn([at], 'name', 'alternateName') : [at];
  const name = pickText(textsOf(names), language);
  const isAddress = name !== null && isWebAddress(name.text);
  const addresses = [...(isAddress ? names : []), ...valuesIn([at], 'url', 'sameAs')];
  const urls = addressesIn(addresses, warnings).map(({ url }) => url);
  if (urls.length > LIMITS.entries) {
    warnings.add(
      'entries.cut',
      at.path,
      `It has more than ${LIMITS.entries} addresses; the others were left out.`,
    );
  }
  return {
    name: isAddress ? null : cut(name, LIMITS.name, warnings),
    kind: agentKind(at.value),
    urls: urls.slice(0, LIMITS.entries),
  };
}

function isText(at: At): boolean {
  return textsOf([at]).length > 0;
}

export function readClaimant(
  values: At[],
  language: string | null,
  warnings: Warnings,
): FoundClaimant | null {
  const agents = values.slice(0, LIMITS.entries).map((at) => ({ at, ...readAgent(at, language, warnings) }));
  const named = agents.filter((agent) => agent.name !== null);
  if (agents.length > 0 && named.length === 0) {
    warnings.add('claimant.unnamed', agents[0]!.at.path, 'Who made the claim has no name; it was left out.');
  }
  if (new Set(named.map(({ name }) => name)).size > 1) {
    warnings.add(
      'claimant.several',
      named[1]!.at.path,
      'The claim has several authors; only the first was taken.',
    );
  }
  const [first] = named;
  return first === undefined ? null : { name: first.name!, kind: first.kind, urls: first.urls };
}

import type { RuleSource } from './origins.types.js';
import { normalise as partyKey } from '../../base/text/normalise.js';
import { placeSources } from './placements.js';

const source = (id: string, party: string | null, parentId: string | null): RuleSource => ({
  id,
  party,
  parentId,
});

/** Where each source is placed: its party, or the ancestor it stands by. */
function places(...sources: RuleSource[]): string[] {
  const placementOf = placeSources(sources);
  return sources.map(({ id }) => placementOf(id)).map(({ party, ancestor }) => party ?? `by ${ancestor}`);
}

describe('placements', () => {
  it('takes a source own party before its parent, and the nearest ancestor before one further up', () => {
    const top = source('top', 'Top', null);
    const middle = source('middle', 'Middle', 'top');
    const heir = source('heir', null, 'middle');
    expect(places(source('own', 'Own', 'middle'), heir, middle, top)).toEqual([
      'Own',
      'Middle',
      'Middle',
      'Top',
    ]);
  });

  it('takes a blank party for none', () => {
    const blank = (id: string, party: string) => source(id, party, 'top');
    expect(places(blank('a', ''), blank('b', ' \t\u00a0'), source('top', 'Top', null))).toEqual(
      Array(3).fill('Top'),
    );
  });

  it('stands by the topmost ancestor where nobody has a party', () => {
    const sources = [source('a', null, 'b'), source('b', null, 'c'), source('c', null, null)];
    expect(places(...sources)).toEqual(['by c', 'by c', 'by c']);
  });

  it('places children of a parent that is not listed together, and a source that is not listed by itself', () => {
    expect(places(source('a', null, 'gone'), source('b', null, 'gone'))).toEqual(['by gone', 'by gone']);
    expect(placeSources([])('nobody').ancestor).toBe('nobody');
  });

  it('places a loop of parents, should there be one, alike from wherever it is entered', () => {
    const loop = [source('a', null, 'y'), source('y', null, 'x'), source('x', null, 'y')];
    expect(places(...loop)).toEqual(['by x', 'by x', 'by x']);
    expect(places(...loop.toReversed())).toEqual(['by x', 'by x', 'by x']);
    expect(places(source('a', null, 'a'))).toEqual(['by a']);
  });

  it('keeps a party apart from a source whose id is spelled like it', () => {
    const placementOf = placeSources([source('a', 'b', null), source('b', null, null)]);
    expect(placementOf('a').key).not.toBe(placementOf('b').key);
  });

  it.each([
    ['case', 'Us', 'uS'],
    ['surrounding white space', ' US\u00a0', 'US'],
    ['combining marks', 'Me\u0301xico', 'M\u00e9xico'],
    ['compatibility forms', '\uff35\uff33', 'US'],
    ['case folding beyond lower case', 'STRASSE', 'Straße'],
    ['the capital sharp s', 'STRA\u1e9eE', 'strasse'],
    ['final sigma', 'ΟΔΟΣ', 'οδοσ'],
  ])('folds names of one party that differ in %s', (_, one, other) => {
    expect(partyKey(one)).toBe(partyKey(other));
  });

  it.each([
    ['accents', 'Mexico', 'México'],
    ['words', 'North Korea', 'South Korea'],
  ])('keeps names apart that differ in %s', (_, one, other) => {
    expect(partyKey(one)).not.toBe(partyKey(other));
  });
});

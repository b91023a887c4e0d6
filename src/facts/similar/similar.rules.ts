/** Names the whole of it: how words are weighted, which are looked up, what comes first. Shown with every answer. */
export const RULE = 'similar/1';

/** As usual for BM25: how soon a word that is repeated adds nothing more, and how much longer texts count less. */
export const K1 = 1.2;
export const B = 0.75;

/** As many claims are looked at for the rarest words, and the best of them are scored by all words. */
export const LOOKED_AT = 2500;
const LOOKED_UP = 64;
export const SCORED = 150;

/**
 * When words as they were typed lead to nothing better, and as many of them stand in no claim, these are read as ones
 * that look alike. Most long posts have some unknown words, which are names and no typing errors.
 */
export const POOR = 0.5;
const MANY = 1 / 3;
const SPELLED = 8;
/** Shorter words look alike too often. */
const SHORTEST_SPELLED = 5;

/** A word of the text that is asked about, as claims of one configuration have it. */
export interface AskedWord {
  configuration: string;
  lexeme: string;
  /** In how many claims it stands. */
  claims: number;
  /** How rare it is. */
  weight: number;
  /** What was typed, when that was read as this word. */
  typed: string | null;
}

/**
 * The words of a post as a person reads them: addresses say nothing, and names run together in handles and hashtags
 * are several words (#StopTheSteal); what was written stays beside them, as a claim may name the tag itself.
 */
export function readable(text: string): string {
  return text
    .replace(/(https?:\/\/|pic\.twitter\.com\/|\bwww\.)\S+/giu, ' ')
    .replace(/[#@]([\p{L}\p{N}_]+)/gu, (_, name: string) => {
      const words = name
        .replace(/(\p{Ll})(?=[\p{Lu}\p{N}])/gu, '$1 ')
        .replace(/(\p{Lu}+)(?=\p{Lu}\p{Ll})/gu, '$1 ')
        .replace(/_+/g, ' ');
      return words === name ? ` ${name} ` : ` ${name} ${words} `;
    });
}

/** The words to look up: the rarest first, until they lead to as many claims as are looked at. */
export function lookedUp(words: AskedWord[]): AskedWord[] {
  const rarest = [...words].sort((a, b) => b.weight - a.weight || a.claims - b.claims).slice(0, LOOKED_UP);
  let reach = 0;
  return rarest.filter(({ claims }, i) => {
    reach += claims;
    return i === 0 || reach <= LOOKED_AT;
  });
}

/**
 * Words that may be typing errors: no claim of the configuration that knows most of the others has them, and they are
 * many of all.
 */
export function unknownWords(words: AskedWord[]): AskedWord[] {
  const known = new Map<string, number>();
  for (const { configuration, claims } of words) {
    known.set(configuration, (known.get(configuration) ?? 0) + (claims > 0 ? 1 : 0));
  }
  const [main] = [...known].sort(([, a], [, b]) => b - a)[0] ?? [];
  const ofMain = words.filter(({ configuration }) => configuration === main);
  const unknown = ofMain.filter(({ claims, lexeme }) => claims === 0 && lexeme.length >= SHORTEST_SPELLED);
  return unknown.length < ofMain.length * MANY ? [] : unknown.slice(0, SPELLED);
}

import { hash, verify } from '@node-rs/argon2';
import { normalise } from '../../base/text/normalise.js';

/*
 * By NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters where the password is all that is asked for, any
 * characters, no rules of composition and no expiry, and none that is common or to be expected here.
 */
export const SHORTEST = 15;
export const LONGEST = 256;
/** Of zxcvbn's scale from 0 to 4: so many guesses that only an attack on a stolen digest could make them. */
const STRONG_ENOUGH = 3;

/** Argon2id, with the first of the settings that OWASP's cheat sheet on storing passwords names: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One string for what a person types, however their keyboard puts characters together. */
function asTyped(password: string): string {
  return password.normalize('NFKC');
}

/** What is wrong with a new password; null when nothing is. `about`: words that belong to its owner. */
export async function faultOf(password: string, about: string[]): Promise<string | null> {
  const length = [...asTyped(password)].length;
  if (length < SHORTEST) return `must have at least ${SHORTEST} characters`;
  if (length > LONGEST) return `must have at most ${LONGEST} characters`;
  const words = about.flatMap((one) => [one, ...normalise(one).split(/[^\p{L}\p{N}]+/u)]);
  const guess = await guesser();
  return guess(asTyped(password), ['second source', ...words]).score >= STRONG_ENOUGH
    ? null
    : 'is too easily guessed; take several words that have nothing to do with each other';
}

export function digestOf(password: string): Promise<string> {
  return hash(asTyped(password), COST);
}

/** Whether it is the password of that digest. Without one it takes as long, so that nobody learns whether there is one. */
export async function isPassword(password: string, digest: string | null): Promise<boolean> {
  const right = await verify(digest ?? (await nobodys()), asTyped(password));
  return digest !== null && right;
}

let nobody: Promise<string> | undefined;

function nobodys(): Promise<string> {
  nobody ??= digestOf('of nobody');
  return nobody;
}

type Guesser = (password: string, about: string[]) => { score: number };

let loaded: Promise<Guesser> | undefined;

// Its lists of common passwords are large, and few processes ever need them.
function guesser(): Promise<Guesser> {
  loaded ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { adjacencyGraphs: graphs, dictionary }]) => {
      const factory = new ZxcvbnFactory({ graphs, dictionary });
      return (password, about) => factory.check(password, about);
    },
  );
  return loaded;
}

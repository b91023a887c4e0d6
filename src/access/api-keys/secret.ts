import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a secret is: an API key, a session or invitation, or a code to set up with. None can be taken for another. */
export type SecretKind = 'ss' | 'sn' | 'su';

const SHAPE = /^(ss|sn|su)_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

export interface Secret {
  key: string;
  prefix: string;
  hash: Buffer;
  lastFour: string;
}

/** A new secret: `ss_<prefix>_<256 random bits>`. The prefix finds the row, the digest proves the secret. */
export function makeKey(kind: SecretKind = 'ss'): Secret {
  const prefix = randomBytes(6).toString('hex');
  const key = `${kind}_${prefix}_${randomBytes(32).toString('base64url')}`;
  return { key, prefix, hash: digest(key), lastFour: key.slice(-4) };
}

export function prefixOf(key: string, kind: SecretKind): string | null {
  const [, given, prefix] = SHAPE.exec(key) ?? [];
  return given === kind ? prefix! : null;
}

/** Compared in constant time. A fast digest is enough: 256 random bits cannot be guessed as a password can. */
export function proves(key: string, hash: Buffer): boolean {
  return timingSafeEqual(digest(key), hash);
}

/** What of a secret is kept. */
export function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SHAPE = /^ss_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** A new key: `ss_<prefix>_<256 random bits>`. The prefix finds the row, the digest proves the secret. */
export function makeKey(): { key: string; prefix: string; hash: Buffer; lastFour: string } {
  const prefix = randomBytes(6).toString('hex');
  const key = `ss_${prefix}_${randomBytes(32).toString('base64url')}`;
  return { key, prefix, hash: digest(key), lastFour: key.slice(-4) };
}

export function prefixOf(key: string): string | null {
  return SHAPE.exec(key)?.[1] ?? null;
}

/** Compared in constant time. A fast digest is enough: 256 random bits cannot be guessed as a password can. */
export function proves(key: string, hash: Buffer): boolean {
  return timingSafeEqual(digest(key), hash);
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

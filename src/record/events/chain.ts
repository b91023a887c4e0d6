import { createHash } from 'node:crypto';
import { canonical } from '../../base/text/canonical.js';

/** The head of a chain that has no event yet. */
export const GENESIS = Buffer.alloc(32);

/** What of an event is public to its chain for ever, also after its content was erased. */
export interface Envelope {
  id: string;
  workspaceId: string;
  type: string;
  at: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  claimId: string | null;
  number: number;
}

export interface Content {
  data: Record<string, unknown>;
  reason: string | null;
}

/** SHA-256 over the salt and the content in canonical JSON (RFC 8785). The salt keeps short contents from being guessed. */
export function digestContent(salt: Uint8Array, content: Content): Buffer {
  return createHash('sha256').update(salt).update(canonical(content)).digest();
}

/** An event with its digests and, unless they were erased, its content and salt: as they are read back. */
export interface StoredLink extends Envelope {
  contentDigest: Buffer;
  digest: Buffer;
  salt: Buffer | null;
  data: Record<string, unknown> | null;
  reason: string | null;
}

/** What does not fit about an event that is said to follow a digest as the nth of its chain; null when all does. */
export function faultOf(link: StoredLink, before: Uint8Array, n: number): string | null {
  const { contentDigest, digest, salt, data, reason, ...envelope } = link;
  if (salt !== null && !digestContent(salt, { data: data!, reason }).equals(contentDigest)) {
    return 'its content is not what was recorded';
  }
  if (envelope.number !== n) return `it stands where number ${n} should`;
  return digestEvent(before, envelope, contentDigest).equals(digest)
    ? null
    : 'it does not follow from the event before it';
}

/** SHA-256 over the digest before, the content's digest and the envelope: the next head of the chain. */
export function digestEvent(before: Uint8Array, envelope: Envelope, contentDigest: Uint8Array): Buffer {
  return createHash('sha256').update(before).update(contentDigest).update(canonical(envelope)).digest();
}

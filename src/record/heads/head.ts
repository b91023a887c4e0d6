import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { canonical } from '../../base/text/canonical.js';
import { publicKeyFrom } from './signing-key.js';

/** What is signed: how the record of a workspace stood, so exactly that nothing before can be taken away unseen. */
export interface HeadContent {
  format: 'second-source/history-head/1';
  workspaceId: string;
  /** The last UTC day that had ended; days without a head of their own are covered by the next one. */
  day: string;
  madeAt: string;
  chains: { count: number; events: number; digest: string };
  feed: { length: number; position: number; digest: string };
  /** The digest of the head before; null for the first. */
  previous: string | null;
}

/** A head as it is served, sent to webhooks and saved: its content, the digest of that, and who signed it. */
export interface SignedHead extends HeadContent {
  digest: string;
  publicKey: string | null;
  signature: string | null;
}

/** Signs the content in canonical JSON (RFC 8785); without a key it stays unsigned. */
export function signHead(content: HeadContent, key: KeyObject | null, publicKey: Buffer | null): SignedHead {
  const bytes = Buffer.from(canonical(content));
  return {
    ...content,
    digest: createHash('sha256').update(bytes).digest('hex'),
    publicKey: publicKey?.toString('base64') ?? null,
    signature: key === null ? null : sign(null, bytes, key).toString('base64'),
  };
}

/** What is wrong with a head in itself, in words that follow "it"; empty when it is what was signed. */
export function faultsOf(head: SignedHead, trusted: KeyObject | null): string[] {
  const { digest, publicKey, signature, ...content } = head;
  const bytes = Buffer.from(canonical(content));
  const faults: string[] = [];
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    faults.push('says something else than its digest');
  }
  if (signature === null || publicKey === null) {
    return trusted === null ? faults : [...faults, 'is not signed'];
  }
  const key = trusted ?? publicKeyFrom(Buffer.from(publicKey, 'base64'));
  if (key === null || !verify(null, bytes, key, Buffer.from(signature, 'base64'))) {
    faults.push(trusted === null ? 'is not signed by the key it names' : 'is not signed by the given key');
  }
  return faults;
}

/** The line of a chain in the list that a head signs: ordered by id, its SHA-256 is the head's `chains.digest`. */
export function chainLine(chainId: string, length: number, head: Buffer): string {
  return `${chainId} ${length} ${head.toString('hex')}\n`;
}

/** The digest of a feed with one more event: SHA-256 over the digest before and the event's. */
export function continueFeed(before: Buffer, eventDigest: Buffer): Buffer {
  return createHash('sha256').update(before).update(eventDigest).digest();
}

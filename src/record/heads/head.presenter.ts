import type { SignedHead } from './head.js';
import type { HistoryHead } from './head.entity.js';

/** A stored head as it was signed. */
export function presentHead(row: HistoryHead): SignedHead {
  return {
    format: 'second-source/history-head/1',
    workspaceId: row.workspaceId,
    day: row.day,
    madeAt: row.madeAt.toISOString(),
    chains: {
      count: Number(row.chainCount),
      events: Number(row.eventCount),
      digest: row.chainsDigest.toString('hex'),
    },
    feed: {
      length: Number(row.feedLength),
      position: Number(row.feedPosition),
      digest: row.feedDigest.toString('hex'),
    },
    previous: row.previous?.toString('hex') ?? null,
    digest: row.digest.toString('hex'),
    publicKey: row.publicKey?.toString('base64') ?? null,
    signature: row.signature?.toString('base64') ?? null,
  };
}

/** A head as it is stored. */
export function rowOf(head: SignedHead): HistoryHead {
  const hex = (text: string) => Buffer.from(text, 'hex');
  const base64 = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'));
  return {
    workspaceId: head.workspaceId,
    day: head.day,
    madeAt: new Date(head.madeAt),
    chainCount: String(head.chains.count),
    eventCount: String(head.chains.events),
    chainsDigest: hex(head.chains.digest),
    feedLength: String(head.feed.length),
    feedPosition: String(head.feed.position),
    feedDigest: hex(head.feed.digest),
    previous: head.previous === null ? null : hex(head.previous),
    digest: hex(head.digest),
    publicKey: base64(head.publicKey),
    signature: base64(head.signature),
  };
}

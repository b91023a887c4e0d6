import type { Client, Json } from '../setup/workspace.js';
import { type Operation, under } from './document.js';
import type { Newsroom } from './newsroom.js';

/**
 * A body for each operation that takes one: right in itself, so that a test which spoils one field knows what it is
 * refused for. Whoever adds an operation with a body adds one here.
 */
const BODIES: Record<string, (room: Newsroom) => Json> = {
  apiKeys_create: ({ ids }) => ({ memberId: ids['members'], name: 'key' }),
  members_admit: () => ({ email: 'somebody@newsroom.example', name: 'somebody', role: 'viewer' }),
  members_change: () => ({ name: 'changed', languages: ['en'] }),
  parties_amend: ({ mark }) => ({ aliases: [`${mark} alias`] }),
  parties_merge: ({ second }) => ({ into: second.party }),
  sources_create: ({ mark, ids }) => ({ name: `${mark} created`, kind: 'ngo', parentId: ids['sources'] }),
  sources_amend: () => ({ kind: 'ngo', urls: ['https://x.example/'] }),
  sources_grade: () => ({ reliability: 'A', reason: 'good' }),
  claims_submit: ({ ids }) => ({
    text: 'a claim',
    language: 'en',
    appearances: [{ url: 'https://x.example/' }],
    statement: { sourceId: ids['sources'], stance: 'asserts' },
  }),
  claims_amend: () => ({ text: 'an amended claim', appearances: [{ url: 'https://x.example/' }] }),
  claims_move: ({ ids }) => ({ to: 'queued', queueId: ids['queues'] }),
  statements_record: ({ ids }) => ({ sourceId: ids['sources'], stance: 'asserts' }),
  statements_strike: () => ({ reason: 'wrong' }),
  evidence_add: () => ({ kind: 'page', url: 'https://x.example/', bearing: 'context', capture: false }),
  evidence_gone: () => ({ reason: 'gone' }),
  queues_create: ({ mark }) => ({ name: `${mark} created` }),
  queues_change: () => ({ leaseSeconds: 600 }),
  routingRules_replace: ({ ids }) => ({ rules: [{ when: {}, queueId: ids['queues'] }] }),
  routingRules_dryRun: ({ ids }) => ({ rules: [{ when: {}, queueId: ids['queues'] }] }),
  ratingScale_replace: () => ({
    ratings: [
      { key: 'wrong', order: 1, polarity: 'refutes', colour: '#aa0000', labels: { en: 'Wrong' } },
      { key: 'right', order: 2, polarity: 'supports', colour: '#00aa00', labels: { en: 'Right' } },
    ],
  }),
  policy_change: () => ({ corroborationThreshold: 3 }),
  workspace_change: () => ({ name: 'Another name' }),
  webhooks_create: () => ({ url: 'https://hooks.example/', events: ['claim.*'] }),
  webhooks_change: () => ({ url: 'https://hooks.example/', events: ['claim.*'], enabled: false }),
  webhooks_rotate: () => ({}),
  webhooks_redeliver: () => ({}),
  reviews_next: ({ ids }) => ({ queueId: ids['queues'] }),
  assignments_accept: () => ({}),
  assignments_renew: () => ({ token: 1 }),
  assignments_release: () => ({ token: 1 }),
  assignments_decline: () => ({ token: 1, reason: 'language' }),
  assignments_hold: () => ({
    token: 1,
    until: new Date(Date.now() + 3_600_000).toISOString(),
    reason: 'waits for an answer',
  }),
  assignments_handOver: ({ second }) => ({ token: 1, to: second.member, note: 'yours' }),
  assignments_break: () => ({ reason: 'needed sooner' }),
  assignments_decide: () => ({
    token: 1,
    rating: 'mixed',
    confidence: 'low',
    rationale: 'because',
    citedStatements: [],
    citedEvidence: [],
  }),
  publications_publish: () => PUBLICATION,
  publications_check: () => PUBLICATION,
  publications_withdraw: () => ({ reason: 'wrong' }),
  ratingWords_map: () => ({ rating: null }),
  // What is JSON here is a file there: the body is a stream.
  files_receive: () => ({ any: 'bytes' }),
  // A row as NDJSON.
  imports_receive: () => ({ text: 'an imported claim', language: 'en' }),
  claims_adjudicate: () => ({
    rating: 'mixed',
    confidence: 'low',
    rationale: 'because',
    overrideReason: 'so',
  }),
};

const PUBLICATION = { title: 'A title', summary: 'because', language: 'en', correction: 'better words' };

/** What else a body says where this field is given. */
const BESIDE: Record<string, Json> = {
  'claims_move duplicateOf': { to: 'closed', reason: 'duplicate', queueId: undefined },
};

export interface Request {
  by: Client;
  path: string;
  body: Json;
  headers: Record<string, string>;
}

/** A request to the operation that would be carried out in this newsroom; ids of the path may be given. */
export function requestTo(
  operation: Operation,
  room: Newsroom,
  given: { id?: string; field?: string } = {},
): Request {
  const body = BODIES[operation.id];
  if (operation.body !== undefined && body === undefined) {
    throw new Error(`${operation.id} has no body to test with: add one to test/edge/requests.ts`);
  }
  // Writes on a lease are its holder's; only breaking it is not.
  const isHolders = operation.path.includes('/assignments/{id}/') && operation.id !== 'assignments_break';
  const by = isHolders ? room.by.reviewer : room.by.admin;
  return {
    by,
    path: under(operation.path).replace('{id}', given.id ?? idIn(operation, room)),
    body: body && { ...body(room), ...BESIDE[`${operation.id} ${given.field}`] },
    headers: needsIfMatch(operation) ? { 'if-match': '*' } : {},
  };
}

/** What is asked of a certain claim; everything else is asked of any. */
const OF_CLAIMS: Record<string, string> = {
  publications_publish: 'published claims',
  publications_check: 'published claims',
  publications_list: 'published claims',
  publications_claimReview: 'published claims',
  claims_externalReviews: 'claims reviewed elsewhere',
};

/** The id of the resource that the path is about. */
export function idIn({ path, id }: Operation, { ids }: Newsroom): string {
  if (!path.includes('{')) return '';
  const word = path.split('/{id}')[0]!.split('/').at(-1)!;
  const known = ids[OF_CLAIMS[id] ?? word];
  if (known === undefined || !/^[^{]*\{id\}[^{]*$/.test(path)) {
    throw new Error(`${id} is about ${path}: add one of these to test/edge/newsroom.ts`);
  }
  return known;
}

export function needsIfMatch({ parameters }: Operation): boolean {
  return parameters.some(({ name }) => name === 'If-Match');
}

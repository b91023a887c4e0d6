import { randomUUID } from 'node:crypto';
import { decide, move, queue, record, take } from '../reviews/reviewing.js';
import type { Desk } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';

/** A newsroom with one claim that a reviewer has decided, and an editor who took no part. */
export interface Newsroom {
  workspace: Workspace;
  checker: Client;
  reviewer: Client;
  editor: Client;
  admin: Client;
}

export async function newsroom(desk?: Desk): Promise<Newsroom> {
  const workspace = Workspace.open(desk);
  const [checker, reviewer, editor, admin] = [
    await workspace.client('fact_checker'),
    await workspace.client('reviewer'),
    await workspace.client('editor'),
    await workspace.client('admin'),
  ];
  return { workspace, checker, reviewer, editor, admin };
}

export interface Decided {
  claimId: string;
  said: Json;
  denied: Json;
  /** Says what the first one said, and nothing of its own. */
  repeated: Json;
  evidence: Json;
}

/** A claim with two statements and an item of evidence, decided with what it cites. */
export async function decided(
  { checker, reviewer, editor }: Newsroom,
  fields: Record<string, unknown> = {},
  rating = 'mostly_false',
): Promise<Decided> {
  const one = await source(checker, {
    name: `GUR ${randomUUID()}`,
    kind: 'intelligence_service',
    party: 'Ukraine',
  });
  const { id: claimId } = await claim(checker, { claimantId: one.id, ...fields });
  const said = await say(checker, claimId, {
    sourceId: one.id,
    stance: 'asserts',
    saidAt: '2024-10-24T10:00:00Z',
    quote: 'Перші підрозділи вже там.',
    quoteLanguage: 'uk',
    translation: 'The first units are there.',
    url: 'https://gur.example/1',
    basis: 'intelligence',
  });
  const denied = await record(checker, claimId, 'denies');
  const { id: agency } = await source(checker, { kind: 'news_agency' });
  const relay = { sourceId: agency, stance: 'confirms', basedOnStatementId: said.id };
  const repeated = await say(checker, claimId, relay);
  const item = {
    kind: 'image',
    url: 'https://images.example/1.jpg',
    bearing: 'refutes',
    description: 'A field.',
  };
  const evidence = (await checker.post(`/claims/${claimId}/evidence`, item)).body;
  await review({ reviewer, editor }, claimId, rating, {
    citedStatements: [said.id],
    citedEvidence: [evidence.id],
  });
  return { claimId, said, denied, repeated, evidence };
}

export async function say(by: Client, claimId: string, fields: Record<string, unknown>): Promise<Json> {
  const answer = await by.post(`/claims/${claimId}/statements`, fields);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Takes a claim through a review, in a queue of its own. */
export async function review(
  room: Pick<Newsroom, 'reviewer' | 'editor'>,
  claimId: string,
  rating: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const queueId = await queueAlone(room.editor, claimId);
  const { assignment } = await take(room.reviewer, queueId);
  const answer = await decide(room.reviewer, assignment, { rating, ...more });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Puts a claim into a queue of its own, and answers that. */
export async function queueAlone(editor: Client, claimId: string): Promise<string> {
  const { id: queueId } = await queue(editor, { name: `Queue ${randomUUID()}` });
  const queued = await move(editor, claimId, { to: 'queued', queueId, reason: 'look again' });
  if (queued.status !== 200) throw new Error(JSON.stringify(queued.body));
  return queueId;
}

export const WORDS = {
  title: 'Are the units there?',
  summary: 'One state says so, another denies it, and no image shows any.',
  language: 'en',
};

export async function publish(
  by: Client,
  claimId: string,
  more: Record<string, unknown> = {},
): Promise<Json> {
  const answer = await by.post(`/claims/${claimId}/publications`, { ...WORDS, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

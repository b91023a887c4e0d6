import { runJob } from '../reviews/machine-jobs.js';
import { Site } from '../facts/site.js';
import { type Desk, eventually, onDatabase } from '../setup/desk.js';
import { v7 as uuid } from 'uuid';
import { Browser } from '../access/browser.js';
import { imported, rowsOf } from '../exchange/importing.js';
import { newestDelivery, Receiver, webhook } from '../webhooks/receiver.js';
import { type Answer, type Client, type Json, type Role, Workspace } from '../setup/workspace.js';

export const ROLES: Role[] = ['viewer', 'fact_checker', 'reviewer', 'editor', 'admin'];

/**
 * A workspace that holds at least one of everything, and every kind of link between two things. Whoever adds a
 * resource to the API adds one here, under the word that stands before `{id}` in its address.
 */
export interface Newsroom {
  workspace: Workspace;
  /** Stands in every text that was entered here. */
  mark: string;
  by: Record<Role, Client>;
  /** One of each: the word of the address → an id. */
  ids: Record<string, string>;
  /** More of the same kinds, for bodies that name them. */
  second: { party: string; source: string; claim: string; statement: string; member: string };
}

export async function openNewsroom(desk?: Desk): Promise<Newsroom> {
  const workspace = Workspace.open(desk);
  const mark = `mark-${workspace.slug}`;
  const by = {} as Record<Role, Client>;
  for (const role of ROLES) by[role] = await workspace.client(role, `${mark} ${role}`);
  const room: Newsroom = { workspace, mark, by, ids: {}, second: {} as Newsroom['second'] };
  await enterMembers(room);
  await enterSources(room);
  await enterClaims(room);
  await enterEvidence(room);
  await enterReviews(room);
  await enterWebhooks(room);
  await enterImports(room);
  return room;
}

async function enterMembers({ by, ids, second, mark }: Newsroom): Promise<void> {
  const admit = (name: string) =>
    made(
      by.admin.post(
        '/members',
        {
          email: `${name}@${mark}.example`,
          name: `${mark} ${name}`,
          role: 'reviewer',
        },
        { headers: { 'idempotency-key': name } },
      ),
    );
  ids['members'] = (await admit('first')).id;
  second.member = (await admit('second')).id;
  const invite = async (id: string) =>
    (await made(by.admin.post(`/members/${id}/invitations`))).url as string;
  await invite(ids['members']!);
  const token = (await invite(second.member)).split('#')[1];
  const accepted = { token, password: `${mark} otter lamp` };
  ids['sessions'] = (await good(new Browser(by.admin.desk).post('/session/invitation', accepted))).id;
  ids['api-keys'] = (await made(by.admin.post('/api-keys', { memberId: ids['members'], name: mark }))).id;
}

async function enterSources({ by, ids, second, mark }: Newsroom): Promise<void> {
  const enter = (name: string, more: object = {}) =>
    made(
      by.fact_checker.post('/sources', { name: `${mark} ${name}`, kind: 'government', notes: mark, ...more }),
    );
  const ministry = await enter('ministry', { party: `${mark} party` });
  const agency = await enter('agency', { parentId: ministry.id, party: `${mark} other party` });
  await enter('confidential', {
    confidential: true,
    publicLabel: `${mark} label`,
    party: `${mark} third party`,
  });
  ids['sources'] = ministry.id;
  second.source = agency.id;
  const { items: parties } = await good(by.viewer.get('/parties'));
  ids['parties'] = parties[0].id;
  second.party = parties[1].id;
  await good(by.editor.post(`/parties/${parties[2].id}/merge`, { into: second.party }));
  await made(by.fact_checker.post(`/sources/${ministry.id}/grades`, { reliability: 'B', reason: mark }));
}

async function enterClaims({ by, ids, second, mark }: Newsroom): Promise<void> {
  const { fact_checker: checker, editor } = by;
  const enter = (more: object = {}) =>
    made(
      checker.post('/claims', {
        text: `${mark} claim`,
        language: 'en',
        topics: [mark],
        place: mark,
        ...more,
      }),
    );
  const claim = await enter({
    externalId: mark,
    claimantId: ids['sources'],
    statement: { sourceId: ids['sources'], stance: 'asserts', quote: mark },
  });
  ids['claims'] = claim.id;
  const record = (more: object) =>
    made(checker.post(`/claims/${claim.id}/statements`, { sourceId: second.source, quote: mark, ...more }));
  const first = (await good(checker.get(`/claims/${claim.id}/statements`))).items[0];
  const relay = await record({
    stance: 'confirms',
    basedOnStatementId: first.id,
    reportedById: second.source,
  });
  const hearsay = await record({ stance: 'asserts', basedOnSourceId: ids['sources'] });
  await good(editor.post(`/statements/${hearsay.id}/strike`, { reason: mark, replacementId: relay.id }));
  ids['statements'] = first.id;
  second.statement = relay.id;
  const attach = () =>
    made(
      checker.post(`/claims/${claim.id}/evidence`, {
        kind: 'page',
        url: `https://${mark}.example/`,
        bearing: 'supports',
        description: mark,
        capture: false,
      }),
    );
  await good(checker.post(`/evidence/${(await attach()).id}/gone`, { reason: mark }));
  second.claim = (await enter()).id;
  const twin = await enter();
  const closed = { to: 'closed', reason: 'duplicate', duplicateOf: second.claim };
  const move = (to: object) => good(editor.post(`/claims/${twin.id}/transitions`, to, { ifMatch: '*' }));
  await move(closed);
  await move({ to: 'triage' });
  await move(closed);
}

/** An item that was captured, which is not looked at again before tomorrow. */
async function enterEvidence({ by, ids, mark }: Newsroom): Promise<void> {
  const site = await Site.open();
  const url = site.put(`/${mark}`, mark);
  const item = { kind: 'page', url, bearing: 'supports', description: mark };
  ids['evidence'] = (await made(by.fact_checker.post(`/claims/${ids['claims']}/evidence`, item))).id;
  ids['captures'] = (await newestCapture(by.viewer, ids['evidence']!, 1)).id;
  await site.close();
  ids['files'] = (await made(by.fact_checker.request('POST', `/files?name=${mark}`, { raw: mark }))).id;
}

async function newestCapture(by: Client, evidenceId: string, count: number): Promise<Json> {
  const { items } = await eventually(
    () => good(by.get(`/evidence/${evidenceId}/captures`)),
    (page) => page.items.length >= count,
  );
  return items[0];
}

async function enterReviews(room: Newsroom): Promise<void> {
  const { by, ids, mark } = room;
  ids['queues'] = (await made(by.editor.post('/queues', { name: `${mark} queue` }))).id;
  const when = { topics: [mark], parties: [ids['parties']], sources: [ids['sources']] };
  await good(by.editor.put('/routing-rules', { rules: [{ when, queueId: ids['queues'] }] }, 1));
  ids['published claims'] = await decidedClaim(room);
  ids['publications'] = await published(room);
  await adjudicatedClaim(room);
  const declined = await take(room, await queuedClaim(room));
  const notice = { token: 1, reason: 'other', note: mark };
  await good(by.reviewer.post(`/assignments/${declined}/decline`, notice));
  ids['assignments'] = await take(room, await queuedClaim(room));
}

/** One with a delivery that is over, and off since: nothing of it changes by itself any more. */
async function enterWebhooks({ by: { admin }, ids, mark }: Newsroom): Promise<void> {
  const receiver = await Receiver.open();
  const { id } = await webhook(admin, `${receiver.url}/${mark}`, ['source.created']);
  await made(admin.post('/sources', { name: `${mark} told of`, kind: 'ngo' }));
  ids['webhooks'] = id;
  ids['deliveries'] = (await newestDelivery(admin, id, ({ state }) => state === 'delivered')).id;
  await good(admin.patch(`/webhooks/${id}`, { enabled: false }, 1));
  await receiver.close();
}

async function enterImports({ by, ids, mark }: Newsroom): Promise<void> {
  ids['imports'] = (await imported(by.fact_checker, [{ text: `${mark} imported`, language: 'en' }])).id;
  const [{ claimId }] = await reviewElsewhere(by, mark, uuid());
  ids['claims reviewed elsewhere'] = claimId;
  const { items } = await good(by.viewer.get('/rating-words'));
  ids['rating-words'] = items.at(-1).id;
}

/** Another publisher's review of something; with the same name it is the same review again. */
export async function reviewElsewhere(
  by: Newsroom['by'],
  mark: string,
  name: string,
  word = name,
): Promise<Json[]> {
  const review = {
    '@type': 'ClaimReview',
    url: `https://${mark}.example/${name}`,
    claimReviewed: `${mark} ${name}`,
    reviewRating: { '@type': 'Rating', alternateName: `${mark} ${word}` },
  };
  const { id } = await imported(by.fact_checker, [review], 'format=claim-review');
  return rowsOf(by.fact_checker, id);
}

async function decidedClaim(room: Newsroom, rating = 'true'): Promise<string> {
  const { by, ids, mark } = room;
  const claim = await queuedClaim(room);
  const statement = await made(
    by.fact_checker.post(`/claims/${claim}/statements`, { sourceId: ids['sources'], stance: 'asserts' }),
  );
  const evidence = await made(
    by.fact_checker.post(`/claims/${claim}/evidence`, {
      kind: 'page',
      url: 'https://x.example/',
      bearing: 'context',
      capture: false,
    }),
  );
  await good(
    by.reviewer.post(`/assignments/${await take(room, claim)}/decision`, {
      token: 1,
      rating,
      confidence: 'high',
      rationale: mark,
      overrideReason: mark,
      citedStatements: [statement.id],
      citedEvidence: [evidence.id],
    }),
  );
  return claim;
}

async function published({ by, ids, mark }: Newsroom): Promise<string> {
  const words = { title: mark, summary: mark, language: 'en', url: `https://${mark}.example/` };
  return (await made(by.editor.post(`/claims/${ids['published claims']}/publications`, words))).id;
}

async function adjudicatedClaim(room: Newsroom, name = 'two'): Promise<void> {
  const { by, mark } = room;
  const { id: queueId } = await made(by.editor.post('/queues', { name: `${mark} ${name}`, reviews: 2 }));
  const claim = await queuedClaim(room, queueId);
  for (const [reviewer, rating] of [
    [by.reviewer, 'true'],
    [by.editor, 'false'],
  ] as const) {
    const { assignment } = await good(reviewer.post('/reviews/next', { queueId }));
    await good(
      reviewer.post(`/assignments/${assignment.id}/decision`, {
        token: 1,
        rating,
        confidence: 'high',
        rationale: mark,
      }),
    );
  }
  await good(
    by.admin.post(`/claims/${claim}/adjudication`, { rating: 'mixed', confidence: 'low', rationale: mark }),
  );
  const again = { to: 'queued', queueId, reason: mark };
  await good(by.editor.post(`/claims/${claim}/transitions`, again, { ifMatch: '*' }));
}

async function queuedClaim({ by, ids, mark }: Newsroom, queueId = ids['queues']): Promise<string> {
  const { id, version } = await made(
    by.fact_checker.post('/claims', { text: `${mark} waits`, language: 'en' }),
  );
  const to = { to: 'queued', queueId, reason: mark };
  await good(by.fact_checker.post(`/claims/${id}/transitions`, to, { ifMatch: version }));
  return id;
}

async function take({ by, ids }: Newsroom, claimId: string): Promise<string> {
  const { assignment } = await good(by.reviewer.post('/reviews/next', { queueId: ids['queues'] }));
  expect(assignment.claimId).toBe(claimId);
  return assignment.id;
}

/** Does one more of everything that a list shows, on the same parents. */
export async function stir(room: Newsroom): Promise<void> {
  const { by, ids, second, mark } = room;
  // First, as some of what follows takes the claim back into review.
  const words = { title: mark, summary: mark, language: 'en', correction: mark };
  const wrong = await made(by.editor.post(`/claims/${ids['published claims']}/publications`, words));
  await good(by.editor.post(`/publications/${wrong.id}/withdraw`, { reason: mark }));
  await made(by.fact_checker.post(`/sources/${ids['sources']}/grades`, { reliability: 'C', reason: mark }));
  await made(
    by.fact_checker.post('/sources', { name: `${mark} new`, kind: 'ngo', party: `${mark} new party` }),
  );
  await enterImports(room);
  const said = { sourceId: second.source, stance: 'denies' };
  await made(by.fact_checker.post(`/claims/${ids['claims']}/statements`, said));
  const fromFirst = { sourceId: ids['sources'], stance: 'questions' };
  await made(by.fact_checker.post(`/claims/${ids['claims']}/statements`, fromFirst));
  const item = { kind: 'data', url: 'https://x.example/data', bearing: 'refutes', capture: false };
  await made(by.fact_checker.post(`/claims/${ids['claims']}/evidence`, item));
  await by.fact_checker.post(`/evidence/${ids['evidence']}/captures`);
  await newestCapture(by.viewer, ids['evidence']!, 2);
  await made(by.admin.post('/members', { email: `third@${mark}.example`, name: 'third', role: 'viewer' }));
  await made(by.admin.post('/api-keys', { memberId: ids['members'], name: 'another' }));
  await made(by.editor.post('/queues', { name: `${mark} another queue` }));
  await anotherDelivery(room);
  await adjudicatedClaim(room, 'another two');
  await decidedClaim(room, 'false');
  await take(room, await queuedClaim(room));
  await endDay(room);
  const to = { to: 'queued', queueId: ids['queues'] };
  await good(by.fact_checker.post(`/claims/${ids['claims']}/transitions`, to, { ifMatch: '*' }));
}

async function anotherDelivery({ by: { admin }, ids, mark }: Newsroom): Promise<void> {
  const receiver = await Receiver.open();
  const { items } = await good(admin.get('/webhooks'));
  await webhook(admin, `https://${mark}.example/`, ['webhook.deleted']);
  const change = { url: receiver.url, events: ['webhook.updated'], enabled: true };
  await good(admin.patch(`/webhooks/${ids['webhooks']}`, change, items[0].version));
  await newestDelivery(
    admin,
    ids['webhooks']!,
    ({ state, id }) => state === 'delivered' && id !== ids['deliveries'],
  );
  await receiver.close();
}

/** Lets the workspace have been there the day before, of which a head is then made. */
async function endDay({ workspace }: Newsroom): Promise<void> {
  await onDatabase(workspace.desk.databaseUrl, (client) =>
    client.query(`update workspaces set created_at = created_at - interval '1 day' where slug = $1`, [
      workspace.slug,
    ]),
  );
  await runJob(workspace.desk, 'history.sign');
}

async function made(sent: Promise<Answer>): Promise<Json> {
  const answer = await sent;
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function good(sent: Promise<Answer>): Promise<Json> {
  const answer = await sent;
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

import { everyEvent } from '../facts/steps.js';
import { decide, idOf, sql, take } from '../reviews/reviewing.js';
import { type Client, source } from '../setup/workspace.js';
import {
  type Decided,
  decided,
  newsroom,
  type Newsroom,
  publish,
  queueAlone,
  review,
  say,
  WORDS,
} from './decided.js';

describe('publishing a verdict', () => {
  let room: Newsroom;
  let editor: Client;
  let made: Decided;

  beforeEach(async () => {
    room = await newsroom();
    ({ editor } = room);
    made = await decided(room, { text: 'The units are there.', topics: ['war'], place: 'Kursk' });
  });

  const statusOf = async () => (await editor.get(`/claims/${made.claimId}`)).body.status;
  const post = (by: Client, more: object = {}) =>
    by.post(`/claims/${made.claimId}/publications`, { ...WORDS, ...more });

  it('makes number 1, with what stands on the record, and moves the claim to published', async () => {
    const { claimId, said, denied, repeated, evidence } = made;
    const publication = await publish(editor, claimId, { url: 'https://newsroom.example/1' });
    expect(publication).toMatchObject({
      ...WORDS,
      claimId,
      number: 1,
      url: 'https://newsroom.example/1',
      pageUrl: expect.stringContaining(`/published/${room.workspace.slug}/${publication.id}`),
      correction: null,
      authors: [],
      publishedBy: await idOf(editor),
      underReview: false,
      withdrawnAt: null,
      content: {
        claim: {
          text: 'The units are there.',
          topics: ['war'],
          place: 'Kursk',
          madeAt: '2024-10-24T10:00:00.000Z',
        },
        verdict: { rating: { key: 'mostly_false', label: 'Mostly false', value: 2, worst: 1, best: 5 } },
        corroboration: { status: 'contested', rule: 'origins/1', support: 1, oppose: 1 },
        statements: [
          { id: said.id, party: 'Ukraine', stance: 'asserts', quoteLanguage: 'uk', cited: true },
          { id: denied.id, stance: 'denies', basedOn: null, cited: false },
          { id: repeated.id, basedOn: { statementId: said.id, source: { id: said.sourceId } }, cited: false },
        ],
        evidence: [{ id: evidence.id, bearing: 'refutes', cited: true }],
      },
    });
    expect(await statusOf()).toBe('published');
    expect((await editor.get(`/publications/${publication.id}`)).body).toEqual(publication);
    const [event] = await everyEvent(editor, { type: 'publication.created' });
    expect(event).toMatchObject({
      claimId,
      subject: { type: 'publication', id: publication.id },
      data: { publication: { number: 1, rating: 'mostly_false', citedStatements: [said.id] } },
    });
  });

  it('labels the rating in the language it is written in', async () => {
    const { content } = await publish(editor, made.claimId, { language: 'uk-UA' });
    expect(content.verdict.rating.label).toBe('Переважно неправда');
  });

  it('never changes: not by what is said later, not by a change of the claim, not in the database', async () => {
    const before = await publish(editor, made.claimId);
    await say(room.checker, made.claimId, { sourceId: (await source(room.checker)).id, stance: 'denies' });
    await room.checker.patch(`/claims/${made.claimId}`, { text: 'Other words.' }, '*');
    expect((await editor.get(`/publications/${before.id}`)).body).toEqual({
      ...before,
      underReview: expect.any(Boolean),
    });
    for (const change of [
      `update publications set title = 'x' where id = $1`,
      'delete from publications where id = $1',
      `update publications set withdrawn_at = now(), withdrawn_by = published_by, withdrawn_reason = 'x', summary = 'y' where id = $1`,
    ]) {
      await expect(sql(room.workspace.desk, change, [before.id])).rejects.toThrow('only ever withdrawn');
    }
  });

  it('is not for whoever decided, unless the policy allows it', async () => {
    const { claimId } = made;
    const boss = await room.workspace.client('editor', 'deciding editor');
    const again = await decided({ ...room, reviewer: boss });
    made = again;
    expect(await post(boss)).toMatchObject({
      status: 403,
      body: { code: 'publication.publisher_took_part' },
    });
    expect(await statusOf()).toBe('decided');
    await room.admin.request('PATCH', '/policy', { body: { publisherMayBeReviewer: true }, ifMatch: '*' });
    expect((await post(boss)).status).toBe(201);
    expect((await editor.get(`/claims/${claimId}/publications`)).body.items).toEqual([]);
  });

  it('wants a verdict that stands, and the one that was read', async () => {
    const { version } = (await editor.get(`/claims/${made.claimId}`)).body;
    expect(await post(editor, { claimVersion: version - 1 })).toMatchObject({
      status: 409,
      body: { code: 'publication.verdict_changed', verdictClaimVersion: version },
    });
    expect((await post(editor, { claimVersion: version + 1 })).status).toBe(400);
    await queueAlone(editor, made.claimId);
    expect(await post(editor)).toMatchObject({
      status: 409,
      body: { code: 'claim.not_publishable', currentStatus: 'queued' },
    });
    expect((await editor.get(`/claims/${made.claimId}/publications`)).body.items).toEqual([]);
  });

  it('says with every later one what it corrects, and shows that the claim is under review meanwhile', async () => {
    const { claimId } = made;
    expect(await post(editor, { correction: 'nothing yet' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'correction' }] },
    });
    const first = await publish(editor, claimId);
    expect(await post(editor)).toMatchObject({ status: 400, body: { errors: [{ path: 'correction' }] } });
    const typo = await publish(editor, claimId, { title: 'Are they?', correction: 'The title was wrong.' });
    expect(typo).toMatchObject({ number: 2, title: 'Are they?', correction: 'The title was wrong.' });

    const queueId = await queueAlone(editor, claimId);
    expect((await editor.get(`/publications/${first.id}`)).body.underReview).toBe(true);
    const { assignment } = await take(room.reviewer, queueId);
    await decide(room.reviewer, assignment, { rating: 'mostly_true' });
    const third = await publish(editor, claimId, { correction: 'Seoul confirms it now.' });
    expect(third).toMatchObject({ number: 3, content: { verdict: { rating: { key: 'mostly_true' } } } });
    const { items } = (await editor.get(`/claims/${claimId}/publications`)).body;
    expect(items.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
  });

  it('numbers without a gap when several publish at once, and one of a first pair is told what it lacks', async () => {
    const { claimId } = made;
    const other = await room.workspace.client('editor', 'other editor');
    const first = await Promise.all([post(editor), post(other)]);
    expect(first.map(({ status }) => status).sort()).toEqual([201, 400]);
    const later = await Promise.all(
      [editor, other, editor, other].map((by) => post(by, { correction: 'again' })),
    );
    expect(later.map(({ body }) => body.number).sort()).toEqual([2, 3, 4, 5]);
    expect((await editor.get(`/claims/${claimId}/history/verify`)).body).toMatchObject({ whole: true });
  });

  it('is taken back with a reason, and only the last one that stands takes the claim back to decided', async () => {
    const { claimId } = made;
    const [first, second] = [
      await publish(editor, claimId),
      await publish(editor, claimId, { correction: 'better words' }),
    ];
    const withdraw = (id: string) =>
      editor.post(`/publications/${id}/withdraw`, { reason: 'The image is old.' });
    expect((await withdraw(second.id)).body).toMatchObject({
      withdrawnReason: 'The image is old.',
      withdrawnBy: await idOf(editor),
      withdrawnAt: expect.any(String),
    });
    expect(await statusOf()).toBe('published');
    expect(await withdraw(second.id)).toMatchObject({ status: 409, body: { code: 'publication.withdrawn' } });
    expect(await editor.get(`/claims/${claimId}/claim-review`)).toMatchObject({
      status: 410,
      body: { code: 'publication.gone' },
    });
    expect((await withdraw(first.id)).status).toBe(200);
    expect(await statusOf()).toBe('decided');
    const events = await everyEvent(editor, { type: 'publication.withdrawn' });
    expect(events.map(({ data, reason }) => [data.number, reason])).toEqual([
      [2, 'The image is old.'],
      [1, 'The image is old.'],
    ]);
    expect((await publish(editor, claimId, { correction: 'It stands after all.' })).number).toBe(3);
  });

  it('calls a confidential source by its public label, also one that became confidential since', async () => {
    const { checker } = room;
    const hidden = await source(checker, {
      name: 'Deep throat',
      confidential: true,
      publicLabel: 'a person in the ministry',
    });
    await say(checker, made.claimId, {
      sourceId: hidden.id,
      stance: 'confirms',
      url: 'https://deep-throat.example/',
    });
    await review(room, made.claimId, 'mixed');
    const { id, content } = await publish(editor, made.claimId);
    const told = content.statements.find((one: { source: { id: string } }) => one.source.id === hidden.id);
    expect(told).toMatchObject({ source: { name: 'a person in the ministry' }, url: null });
    const open = content.statements[0].source;
    const change = { confidential: true, publicLabel: 'an officer' };
    const { version } = (await checker.get(`/sources/${open.id}`)).body;
    expect((await checker.patch(`/sources/${open.id}`, change, version)).status).toBe(200);
    const now = JSON.stringify((await editor.get(`/publications/${id}`)).body);
    expect(now).toContain('an officer');
    for (const secret of ['Deep throat', 'deep-throat', open.name]) expect(now).not.toContain(secret);
  });
});

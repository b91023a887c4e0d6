import { randomUUID } from 'node:crypto';
import { onDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { type Answer, claim, Client, queuedClaim, Workspace } from '../setup/workspace.js';
import { deskWithoutWorker, type OwnDatabaseDesk, RUNS, sql, take } from '../reviews/reviewing.js';
import { Document, under } from './document.js';

const document = await Document.of();

function send(by: Client, path: string, body: unknown, key: string): Promise<Answer> {
  return by.post(path, body, { headers: { 'idempotency-key': key } });
}

function newClaim(text = 'Units have arrived.'): object {
  return { text, language: 'en' };
}

describe('a POST with an Idempotency-Key', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let reviewer: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
  });

  const total = async () => (await factChecker.get('/stats/claims')).body.total;

  it('is done once; the same request again gets the first answer, word for word', async () => {
    const key = randomUUID();
    const first = await send(factChecker, '/claims', newClaim(), key);
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    await factChecker.patch(`/claims/${first.body.id}`, { text: 'Reworded since.' }, 1);

    const again = await send(factChecker, '/claims', newClaim(), key);

    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    for (const name of ['etag', 'content-type', 'location']) {
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    }
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await total()).toBe(1);
  });

  it('takes the same JSON in another order and spacing for the same request', async () => {
    const key = randomUUID();
    const options = { headers: { 'idempotency-key': key } };
    const first = await factChecker.post('/claims', null, {
      ...options,
      raw: '{"text":"A","language":"en"}',
    });
    const again = await factChecker.post('/claims', null, {
      ...options,
      raw: '{ "language": "en", "text": "A" }',
    });
    expect(again.body).toEqual(first.body);
    expect(await total()).toBe(1);
  });

  it('is refused with another body or for another thing under the same key', async () => {
    const key = randomUUID();
    const one = await send(factChecker, '/claims', newClaim(), key);
    const other = await send(factChecker, '/claims', newClaim('Something else.'), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key.taken']);

    const two = await claim(factChecker);
    const evidence = { kind: 'page', url: 'https://example.org/', bearing: 'context' };
    expect((await send(factChecker, `/claims/${one.body.id}/evidence`, evidence, key)).status).toBe(201);
    const elsewhere = await send(factChecker, `/claims/${two.id}/evidence`, evidence, key);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'idempotency_key.taken']);
    expect((await factChecker.get(`/claims/${two.id}/evidence`)).body.items).toEqual([]);
  });

  it('shares its key with no other member and no other operation', async () => {
    const key = randomUUID();
    const colleague = await workspace.client('fact_checker', 'Colleague');
    const mine = await send(factChecker, '/claims', newClaim(), key);
    const theirs = await send(colleague, '/claims', newClaim(), key);
    const source = await send(factChecker, '/sources', { name: 'GUR', kind: 'government' }, key);
    expect([mine.status, theirs.status, source.status]).toEqual([201, 201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect(await total()).toBe(2);
  });

  it('that was refused changed nothing and may be corrected and sent again with its key', async () => {
    const key = randomUUID();
    const refused = await send(factChecker, '/claims', { ...newClaim(), language: 'no language' }, key);
    expect(refused.status).toBe(400);
    expect((await send(factChecker, '/claims', newClaim(), key)).status).toBe(201);
    const denied = await send(await workspace.client('viewer'), '/claims', newClaim(), key);
    expect(denied.status).toBe(403);
  });

  it('rolls all of a refused request back', async () => {
    const body = {
      ...newClaim(),
      statement: { sourceId: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f6f', stance: 'asserts' },
    };
    const refused = await send(factChecker, '/claims', body, randomUUID());
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'statement.sourceId']);
    expect(await total()).toBe(0);
    expect((await factChecker.get('/events?after=0&type=claim.*,statement.*')).body.items).toEqual([]);
  });

  it('does not lose a lease whose answer was lost', async () => {
    await queuedClaim(factChecker);
    await queuedClaim(factChecker);
    const key = randomUUID();
    const first = await send(reviewer, '/reviews/next', {}, key);
    const again = await send(reviewer, '/reviews/next', {}, key);
    expect(again.body).toEqual(first.body);
    expect((await take(reviewer)).assignment.id).not.toBe(first.body.assignment.id);
    const nothing = await send(reviewer, '/reviews/next', {}, 'nothing-left');
    expect([nothing.status, nothing.body]).toEqual([204, '']);
    await queuedClaim(factChecker);
    expect((await send(reviewer, '/reviews/next', {}, 'nothing-left')).status).toBe(204);
  });

  it('repeats a decision, and is not held up by the lease having ended with it', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const path = `/assignments/${assignment.id}/decision`;
    const body = { token: 1, rating: 'mixed', confidence: 'low', rationale: 'Both have a point.' };
    const first = await send(reviewer, path, body, 'decision');
    const again = await send(reviewer, path, body, 'decision');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect((await reviewer.post(path, body)).body.code).toBe('assignment.closed');
  });

  it('is seen in the counts and the feed at once, like any other write', async () => {
    for (let written = 1; written <= 5; written++) {
      await send(factChecker, '/claims', newClaim(), randomUUID());
      expect(await total()).toBe(written);
      const { items } = (await factChecker.get('/events?after=0&type=claim.submitted')).body;
      expect(items).toHaveLength(written);
    }
  });

  it.each([
    ['that is empty', ''],
    ['of blanks', '  '],
    ['with a blank in it', 'with blank'],
    ['with a tab in it', 'tab\there'],
    ['beyond ASCII', 'ü'],
    ['of 256 characters', 'x'.repeat(256)],
  ])('refuses a key %s in plain words', async (_, key) => {
    const answer = await send(factChecker, '/claims', newClaim(), key);
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'Idempotency-Key']);
    expect(await total()).toBe(0);
  });

  it('is not taken where the answer shows a secret', async () => {
    const admin = await workspace.client('admin');
    const memberId = (await admin.get('/me')).body.id;
    const answer = await send(admin, '/api-keys', { memberId, name: 'Second key' }, randomUUID());
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'Idempotency-Key']);
    expect((await admin.post('/api-keys', { memberId, name: 'Second key' })).status).toBe(201);
  });

  it('is ignored where repeating changes nothing anyway', async () => {
    const key = { 'idempotency-key': 'k' };
    expect((await factChecker.get('/claims', key)).status).toBe(200);
    expect((await factChecker.get('/sources', key)).status).toBe(200);
  });

  it('is in the description of every operation that takes one', () => {
    const posts = document.operations.filter(({ method }) => method === 'POST');
    const taking = posts.filter(({ parameters }) =>
      parameters?.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(posts.filter((each) => !taking.includes(each)).map(({ path }) => under(path))).toEqual([
      '/api-keys',
      '/files',
      '/imports',
      '/members/{id}/invitations',
      '/session',
      '/session/invitation',
      '/session/password',
      '/session/workspace',
      '/setup',
      '/webhooks',
      '/webhooks/{id}/rotate',
    ]);
  });
});

describe('Idempotency-Keys raced and interrupted', () => {
  let desk: OwnDatabaseDesk;
  let second: OwnDesk;
  let workspace: Workspace;
  let factChecker: Client;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
    second = await startDesk(desk.databaseUrl, { ROLE: 'api' });
  });
  afterAll(async () => {
    await second.stop();
    await desk.close();
  });
  beforeEach(async () => {
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
  });

  it('are used by one of many twins; the others get its answer or are told to wait', async () => {
    const through = (i: number) => (i % 2 === 0 ? factChecker : new Client(second, factChecker.key));
    for (let run = 0; run < RUNS; run++) {
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => send(through(i), '/claims', newClaim(), key)),
      );
      const done = answers.filter(({ status }) => status === 201);
      const waiting = answers.filter(({ status }) => status !== 201);
      expect(done.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
      expect(new Set(done.map(({ body }) => body.id)).size).toBe(1);
      expect(new Set(waiting.map(({ status, body }) => `${status} ${body.code}`)).size).toBeLessThanOrEqual(
        1,
      );
      for (const { status, body, headers } of waiting) {
        expect([status, body.code, headers.get('retry-after')]).toEqual([409, 'idempotency_key.in_use', '1']);
      }
    }
    expect((await factChecker.get('/stats/claims')).body.total).toBe(RUNS);
  });

  it('lose and double nothing when the server is killed at any moment and everything is sent again', async () => {
    const keys = Array.from({ length: 40 }, () => randomUUID());
    const doomed = await startDesk(desk.databaseUrl, { ROLE: 'api' });
    const dying = new Client(doomed, factChecker.key);
    const sent = keys.map((key) => send(dying, '/claims', newClaim(key), key).catch(() => undefined));
    await Promise.race(sent);
    await doomed.kill();
    const heard = (await Promise.all(sent)).filter((answer) => answer !== undefined);

    const answers = [];
    for (const key of keys)
      answers.push(await settled(() => send(factChecker, '/claims', newClaim(key), key)));

    expect(heard.length).toBeGreaterThan(0);
    expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 201));
    for (const answer of heard) {
      expect(answers.map(({ body }) => body.id)).toContain(answer.body.id);
    }
    expect((await factChecker.get('/stats/claims')).body.total).toBe(keys.length);
  });

  it('may be used anew after 24 hours, not before', async () => {
    const key = randomUUID();
    const age = (interval: string) =>
      sql(desk, `update idempotency_keys set created_at = now() - $2::interval where key = $1`, [
        key,
        interval,
      ]);
    const first = await send(factChecker, '/claims', newClaim(), key);
    await age('23 hours 59 minutes');
    expect((await send(factChecker, '/claims', newClaim(), key)).body.id).toBe(first.body.id);
    await age('24 hours 1 minute');
    const anew = await send(factChecker, '/claims', newClaim('Another one.'), key);
    expect(anew.status).toBe(201);
    expect(anew.body.id).not.toBe(first.body.id);
  });

  it('are tidied away by the machine after that time', async () => {
    await send(factChecker, '/claims', newClaim(), 'old');
    await send(factChecker, '/claims', newClaim(), 'young');
    await sql(desk, `update idempotency_keys set created_at = now() - interval '25 hours' where key = 'old'`);
    const worker = await startDesk(desk.databaseUrl, { ROLE: 'worker' });
    const keys = () =>
      onDatabase(desk.databaseUrl, async (client) =>
        (await client.query(`select key from idempotency_keys where key in ('old', 'young')`)).rows.map(
          ({ key }) => key as string,
        ),
      );
    while ((await keys()).includes('old')) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await keys()).toEqual(['young']);
    await worker.stop();
  });
});

/** Asks again while the first request of the key may still be on its way to being undone. */
async function settled(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer.body.code !== 'idempotency_key.in_use') return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

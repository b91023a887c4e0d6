import { onDatabase, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { expectProblem } from '../edge/problems.js';
import { queue, sql, take } from '../reviews/reviewing.js';
import { deliveries, isSignedWith, newestDelivery, Receiver, webhook } from './receiver.js';

const desk = sharedDesk();

describe('a webhook', () => {
  let receiver: Receiver;
  let workspace: Workspace;
  let admin: Client;
  let factChecker: Client;

  beforeEach(async () => {
    receiver = await Receiver.open();
    workspace = Workspace.open();
    admin = await workspace.client('admin');
    factChecker = await workspace.client('fact_checker');
  });
  afterEach(() => receiver.close());

  const events = async (by = admin, query = '?after=0&limit=200') =>
    (await by.get(`/events${query}`)).body.items;

  it('is told of every event after its own creation, each as the feed tells it to a viewer', async () => {
    await claim(factChecker);
    const hook = await webhook(admin, receiver.url);
    const second = await webhook(admin, receiver.url, ['source.*']);
    await claim(factChecker, { text: 'Told.' });
    const received = await receiver.until(2);
    expect(receiver.types).toEqual(['webhook.created', 'claim.submitted']);
    expect(received[0]!.event.subject.id).toBe(second.id);
    const feed = await events(await workspace.client('viewer'));
    expect(received.map(({ event }) => event)).toEqual(
      received.map(({ event }) => feed.find(({ id }: Json) => id === event.id)),
    );
    expect(hook).toMatchObject({ enabled: true, failingSince: null, disabledReason: null, version: 1 });
  });

  it('gets messages signed after Standard Webhooks, whose id is that of the delivery', async () => {
    const { id, secret } = await webhook(admin, receiver.url, ['claim.*']);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await claim(factChecker, { text: 'Überprüft: „Війська“ 🛰' });
    const [message] = await receiver.until(1);
    expect(isSignedWith(secret, message!)).toBe(true);
    expect(isSignedWith(secret, { ...message!, text: `${message!.text} ` })).toBe(false);
    expect(message!.headers['content-type']).toBe('application/json; charset=utf-8');
    const delivery = await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    expect(message!.headers['webhook-id']).toBe(delivery.id);
    expect(delivery).toMatchObject({ eventId: message!.event.id, eventType: 'claim.submitted', attempts: 1 });
  });

  it('gets the types it asks for and no others', async () => {
    await webhook(admin, receiver.url, ['source.*', 'claim.transitioned']);
    await claim(factChecker);
    await source(factChecker);
    await queuedClaim(factChecker);
    await receiver.until(2);
    expect(receiver.types.toSorted()).toEqual(['claim.transitioned', 'source.created']);
  });

  it('learns no name of a confidential source, though its admin may', async () => {
    await webhook(admin, receiver.url, ['source.*']);
    const { id, version } = await source(factChecker, { name: 'Olena at the ministry', notes: 'secret' });
    await receiver.until(1);
    // It was told while it was no secret; whatever is sent from now on is silent, repeats of that event too.
    await factChecker.patch(`/sources/${id}`, { confidential: true, publicLabel: 'an official' }, version);
    await source(factChecker, {
      name: 'Petro at the ministry',
      notes: 'secret',
      confidential: true,
      publicLabel: 'another official',
    });
    await receiver.until(3);
    const [hook] = (await admin.get('/webhooks')).body.items;
    const first = (await deliveries(admin, hook.id)).at(-1);
    await admin.post(`/deliveries/${first.id}/redeliver`);
    const later = (await receiver.until(4)).slice(1).map(({ text }) => text);
    expect(later.join('\n')).not.toMatch(/Olena|Petro|secret/);
    expect(later.join('\n')).toContain('another official');
    const log = (await admin.get(`/deliveries/${first.id}`)).body;
    expect(JSON.stringify(log)).not.toMatch(/Olena|Petro|secret/);
  });

  it('learns nothing of a blind decision before the round is over', async () => {
    await webhook(admin, receiver.url, ['decision.*', 'round.settled', 'round.disagreed']);
    const { id: queueId } = await queue(await workspace.client('editor'), { reviews: 2, blind: true });
    await queuedClaim(factChecker, {}, { queueId });
    const decide = async (name: string) => {
      const reviewer = await workspace.client('reviewer', name);
      const { assignment } = await take(reviewer, queueId);
      const decision = {
        token: 1,
        rating: 'false',
        confidence: 'high',
        rationale: `The reasons of ${name}.`,
      };
      await reviewer.post(`/assignments/${assignment.id}/decision`, decision);
    };
    await decide('first');
    const [blind] = await receiver.until(1);
    expect(blind!.event.type).toBe('decision.submitted');
    expect(blind!.text).not.toMatch(/reasons|"false"|high/);
    await decide('second');
    await receiver.until(3);
    expect(receiver.received.at(-1)!.text).toContain('The reasons of first.');
  });

  it('is read by admins alone, and shows its secret to nobody a second time', async () => {
    const { id, secret } = await webhook(admin, `${receiver.url}/path?token=hidden`, ['claim.*']);
    const told = [
      ...(await events()),
      (await admin.get('/webhooks')).body,
      (await admin.patch(`/webhooks/${id}`, { events: ['source.*'] }, 1)).body,
      (await admin.get(`/webhooks/${id}/deliveries`)).body,
    ];
    expect(JSON.stringify(told)).not.toContain(secret.slice(6));
    expect(JSON.stringify(await events())).not.toContain('hidden');
    for (const role of ['viewer', 'fact_checker', 'reviewer', 'editor'] as const)
      expectProblem(await (await workspace.client(role, `a ${role}`)).get('/webhooks'), 403);
    const stored = await onDatabase(desk.databaseUrl, (db) =>
      db.query('select to_jsonb(s)::text as row from webhook_secrets s where webhook_id = $1', [id]),
    );
    expect(stored.rows[0].row).not.toContain(secret.slice(6));
  });

  it('is changed at the version that was read, and says in its events what was changed by whom', async () => {
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    expectProblem(await admin.patch(`/webhooks/${id}`, { events: [] }, 7), 412);
    const same = await admin.patch(`/webhooks/${id}`, { events: ['claim.*'] }, 1);
    expect(same.headers.get('etag')).toBe('"1"');
    const off = await admin.patch(`/webhooks/${id}`, { enabled: false }, 1);
    expect(off.body).toMatchObject({ enabled: false, disabledReason: 'by_member', version: 2 });
    const on = await admin.patch(`/webhooks/${id}`, { enabled: true, url: `${receiver.url}/new` }, 2);
    expect(on.body).toMatchObject({ enabled: true, disabledReason: null, disabledAt: null, version: 3 });
    expect((await admin.delete(`/webhooks/${id}`)).status).toBe(204);
    expectProblem(await admin.patch(`/webhooks/${id}`, {}, 3), 404);
    const told = (await events()).filter(({ subject }: Json) => subject.id === id);
    const me = (await admin.get('/me')).body;
    const { origin } = new URL(receiver.url);
    expect(told.map(({ type, actor, data }: Json) => [type, actor.id, data])).toEqual([
      ['webhook.created', me.id, { webhook: { origin, events: ['claim.*'], enabled: true } }],
      ['webhook.updated', me.id, { changes: { enabled: { from: true, to: false } }, moved: false }],
      ['webhook.updated', me.id, { changes: { enabled: { from: false, to: true } }, moved: true }],
      ['webhook.deleted', me.id, {}],
    ]);
  });

  it('signs with its old secrets too for a day after they were replaced', async () => {
    const { id, secret: first } = await webhook(admin, receiver.url, ['claim.*']);
    const rotated = await admin.post(`/webhooks/${id}/rotate`);
    expect(rotated.status).toBe(200);
    const second = rotated.body.secret;
    expect(rotated.body.secrets.map(({ expiresAt }: Json) => expiresAt === null)).toEqual([true, false]);
    expect(rotated.body.version).toBe(2);
    await claim(factChecker);
    const [both] = await receiver.until(1);
    expect([first, second].map((secret) => isSignedWith(secret, both!))).toEqual([true, true]);
    await sql(
      desk,
      `update webhook_secrets set expires_at = now() where webhook_id = $1 and expires_at is not null`,
      [id],
    );
    await claim(factChecker);
    const one = (await receiver.until(2))[1]!;
    expect([first, second].map((secret) => isSignedWith(secret, one))).toEqual([false, true]);
    for (let i = 0; i < 6; i++) await admin.post(`/webhooks/${id}/rotate`);
    expect((await admin.get('/webhooks')).body.items[0].secrets).toHaveLength(5);
    expect((await events()).filter(({ type }: Json) => type === 'webhook.secret-rotated')).toHaveLength(7);
  });

  it('that was deleted is sent nothing more, and its log goes', async () => {
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(factChecker);
    const delivery = await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    await admin.delete(`/webhooks/${id}`);
    const other = await webhook(admin, receiver.url, ['claim.*']);
    await claim(factChecker);
    await newestDelivery(admin, other.id, ({ state }) => state === 'delivered');
    expect(receiver.received).toHaveLength(2);
    expectProblem(await admin.get(`/webhooks/${id}/deliveries`), 404);
    expectProblem(await admin.get(`/deliveries/${delivery.id}`), 404);
    expectProblem(await admin.post(`/deliveries/${delivery.id}/redeliver`), 404);
    expect(await sql(desk, 'select 1 from webhook_secrets where webhook_id = $1', [id])).toEqual([]);
  });

  it('is given no address that is wrong, or that leads inside', async () => {
    for (const url of [
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data',
      'http://0x7f.2/',
      'http://[::1]:8080/',
      'http://[::ffff:127.0.0.1]/',
      'http://localhost:8080/',
      'http://hooks.LOCALHOST/',
      'https://user:password@hooks.example/',
      'https://hooks.example.:8443/',
      'https://hooks.example:25/',
      'ftp://hooks.example/',
      'hooks.example',
    ]) {
      const refused = await admin.post('/webhooks', { url });
      expectProblem(refused, 400);
      expect(refused.body.errors[0].path).toBe('url');
    }
    const wrong = await admin.post('/webhooks', { url: receiver.url, events: ['claim.*', 'claim.submited'] });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'events.1']);
    expect((await admin.get('/webhooks')).body.items).toEqual([]);
  });
});

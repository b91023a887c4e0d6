import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expectProblem } from '../edge/problems.js';
import { sql } from '../reviews/reviewing.js';
import { eventually, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { deliveries, newestDelivery, Receiver, webhook } from './receiver.js';

const desk = sharedDesk();

describe('a message that does not arrive', () => {
  let receiver: Receiver;
  let admin: Client;

  beforeEach(async () => {
    receiver = await Receiver.open();
    admin = await Workspace.open().client('admin');
  });
  afterEach(() => receiver.close());

  const read = async (id: string): Promise<Json> => (await admin.get(`/deliveries/${id}`)).body;
  const hook = async (id: string): Promise<Json> =>
    (await admin.get('/webhooks')).body.items.find((item: Json) => item.id === id);

  /** A webhook whose first message was refused. */
  async function refused(): Promise<{ id: string; delivery: Json }> {
    receiver.answer(500, { 'x-why': 'because' }, 'not today');
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    return {
      id,
      delivery: await newestDelivery(admin, id, ({ attempts, lastAttempt }) => attempts > 0 && lastAttempt),
    };
  }

  it('is tried again by itself, under the same id, and each attempt is in the log', async () => {
    const { id, delivery } = await refused();
    expect(delivery).toMatchObject({ state: 'pending', finishedAt: null });
    expect(new Date(delivery.nextAttemptAt).getTime()).toBeLessThan(Date.now() + 11_000);
    expect((await hook(id)).failingSince).not.toBeNull();
    receiver.answer(200, {}, 'thanks\0');
    await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    const { log, event, lastAttempt } = await read(delivery.id);
    const [first, last] = [log[0], log.at(-1)];
    expect(first).toMatchObject({
      number: 1,
      request: { url: `${receiver.url}/`.slice(0, -1), headers: { 'webhook-id': delivery.id } },
      answer: { status: 500, headers: { 'x-why': 'because' }, body: 'not today', cut: false },
      error: null,
    });
    expect(last).toMatchObject({ number: log.length, answer: { status: 200, body: 'thanks\u{fffd}' } });
    expect(lastAttempt).toEqual(last);
    expect(log.every(({ durationMs }: Json) => durationMs >= 0)).toBe(true);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(log.map(() => delivery.id));
    expect(new Set(receiver.received.map(({ text }) => text))).toEqual(new Set([JSON.stringify(event)]));
    expect(await hook(id)).toMatchObject({ failingSince: null, enabled: true });
  });

  it('is dead after three days of trying, and sent again when somebody wants it', async () => {
    const { id, delivery } = await refused();
    await sql(
      desk,
      `update webhook_deliveries set trying_since = trying_since - interval '3 days', next_attempt_at = now() where id = $1`,
      [delivery.id],
    );
    await newestDelivery(admin, id, ({ state }) => state === 'dead');
    expect(await deliveries(admin, id, '?state=dead')).toHaveLength(1);
    expect(await deliveries(admin, id, '?state=pending')).toEqual([]);
    receiver.answer(204);
    const before = receiver.received.length;
    const again = await admin.post(`/deliveries/${delivery.id}/redeliver`);
    expect([again.status, again.body.state, again.body.id]).toEqual([200, 'pending', delivery.id]);
    await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    expect(receiver.received[before]!.headers['webhook-id']).toBe(delivery.id);
    const { items } = (await admin.get('/events?after=0&type=webhook.*')).body;
    expect(items.at(-1)).toMatchObject({
      type: 'webhook.redelivery-wanted',
      subject: { id },
      data: { deliveryId: delivery.id, eventId: delivery.eventId },
    });
  });

  it('switches its webhook off after five days without a success, with notice, until a member switches it on', async () => {
    const { id, delivery } = await refused();
    const notice = await Receiver.open();
    await webhook(admin, notice.url, ['webhook.disabled']);
    await sql(desk, `update webhooks set failing_since = now() - interval '5 days' where id = $1`, [id]);
    await sql(desk, 'update webhook_deliveries set next_attempt_at = now() where id = $1', [delivery.id]);
    const off = await eventually(
      () => hook(id),
      ({ enabled }) => !enabled,
    );
    expect(off).toMatchObject({ disabledReason: 'failing', version: 2 });
    const [told] = await notice.until(1);
    expect(told!.event).toMatchObject({
      type: 'webhook.disabled',
      actor: { type: 'system', id: null },
      subject: { type: 'webhook', id },
      data: { why: 'failing', failingSince: off.failingSince },
    });
    const before = receiver.received.length;
    expectProblem(await admin.post(`/deliveries/${delivery.id}/redeliver`), 409);
    await claim(admin);
    receiver.answer(204);
    expect((await admin.patch(`/webhooks/${id}`, { enabled: true }, 2)).body.failingSince).toBeNull();
    await claim(admin, { text: 'After.' });
    await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    // What had been waiting goes on; what happened in between does not come.
    await sql(desk, 'update webhook_deliveries set next_attempt_at = now() where id = $1 and state = $2', [
      delivery.id,
      'pending',
    ]);
    await eventually(
      () => read(delivery.id),
      ({ state }) => state === 'delivered',
    );
    expect(receiver.received).toHaveLength(before + 2);
    await notice.close();
  });

  it('switches its webhook off at once when the endpoint is gone', async () => {
    receiver.answer(410);
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    const off = await eventually(
      () => hook(id),
      ({ enabled }) => !enabled,
    );
    expect(off.disabledReason).toBe('gone');
  });

  it('waits as long as the answer asks for', async () => {
    receiver.answer(503, { 'retry-after': '7200' });
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    const { nextAttemptAt } = await newestDelivery(admin, id, ({ lastAttempt }) => lastAttempt);
    expect(new Date(nextAttemptAt).getTime()).toBeGreaterThan(Date.now() + 7_000_000);
  });

  it('is sent nowhere else when the answer says so', async () => {
    const elsewhere = await Receiver.open();
    receiver.answer(302, { location: elsewhere.url });
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    const { lastAttempt } = await newestDelivery(admin, id, (delivery) => delivery.lastAttempt);
    expect(lastAttempt.answer.status).toBe(302);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('holds up no other webhook, be its endpoint silent or dead', async () => {
    const silent = createServer((socket) => socket.unref())
      .listen(0, '127.0.0.1')
      .unref();
    await new Promise((resolve) => silent.once('listening', resolve));
    const at = (silent.address() as AddressInfo).port;
    await webhook(admin, `http://127.0.0.1:${at}/`, ['claim.*']);
    const dead = await webhook(admin, 'http://127.0.0.1:65534/', ['claim.*']);
    await webhook(admin, receiver.url, ['claim.*']);
    for (let i = 0; i < 20; i++) await claim(admin);
    await receiver.until(20);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(20);
    const { lastAttempt } = await newestDelivery(admin, dead.id, ({ attempts }) => attempts >= 0);
    expect(lastAttempt?.error ?? 'the connection was refused').toBe('the connection was refused');
    silent.close();
  });
});

describe('what was sent', () => {
  it('is listed newest first, page by page', async () => {
    const receiver = await Receiver.open();
    const admin = await Workspace.open().client('admin');
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    for (let i = 0; i < 5; i++) await claim(admin);
    await receiver.until(5);
    const pages: Json[] = [];
    for (let query = '?limit=2'; query !== '';) {
      const { items, nextCursor } = (await admin.get(`/webhooks/${id}/deliveries${query}`)).body;
      pages.push(...items);
      query = nextCursor === null ? '' : `?limit=2&cursor=${nextCursor}`;
    }
    const feed = (await admin.get('/events?after=0&type=claim.*')).body.items.map((event: Json) => event.id);
    expect(
      pages
        .map(({ eventId }) => eventId)
        .toReversed()
        .toSorted(),
    ).toEqual(feed.toSorted());
    expect(pages.map(({ createdAt }) => createdAt)).toEqual(
      pages
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    );
    await receiver.close();
  });
});

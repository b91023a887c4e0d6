import { randomBytes } from 'node:crypto';
import { examined } from '../examined.js';
import { House } from '../facts/house.js';
import { LOSSES, runJob } from '../reviews/machine-jobs.js';
import { sql } from '../reviews/reviewing.js';
import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { deliveries, newestDelivery, Receiver, webhook } from './receiver.js';

describe('webhooks that two workers serve', () => {
  let house: House;
  let api: OwnDesk;
  let workers: OwnDesk[];
  let receiver: Receiver;
  let admin: Client;

  beforeAll(async () => {
    house = await House.open();
    api = await house.start('api');
    await work();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    receiver = await Receiver.open();
    admin = await Workspace.open(api).client('admin');
  });
  afterEach(() => receiver.close());

  const work = async () => {
    workers = await Promise.all([house.start('worker'), house.start('worker')]);
  };
  const rest = () => Promise.all(workers.map((worker) => worker.stop()));
  const due = (id: string) =>
    sql(
      api,
      `update webhook_deliveries set next_attempt_at = now() where webhook_id = $1 and state = 'pending'`,
      [id],
    );
  const finding = async (environment: Record<string, string> = {}) => {
    const { lines } = await examined({ DATABASE_URL: api.databaseUrl, ...environment });
    return lines.find((line) => / webhooks: /.test(line));
  };

  it('are told of each event once while nobody fails', async () => {
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await Promise.all(Array.from({ length: 100 }, () => claim(admin)));
    await receiver.until(100);
    await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(100);
    expect(receiver.received).toHaveLength(100);
    expect((await deliveries(admin, id, '?limit=200')).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it.each(LOSSES)('are told all the same when %s', async (_, lose) => {
    receiver.answer(500);
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    await newestDelivery(admin, id, ({ lastAttempt }) => lastAttempt);
    await rest();
    await lose(api);
    receiver.answer(204);
    await due(id);
    await work();
    await newestDelivery(admin, id, ({ state }) => state === 'delivered');
  });

  it('keep what was sent for thirty days, and nothing of a webhook that was deleted', async () => {
    const [kept, deleted] = [
      await webhook(admin, receiver.url, ['claim.*']),
      await webhook(admin, receiver.url, ['claim.*']),
    ];
    await claim(admin);
    await claim(admin);
    const all = (id: string) =>
      eventually(
        () => deliveries(admin, id),
        (found) => found.length === 2 && found.every(({ state }) => state === 'delivered'),
      );
    const [newest, oldest] = await all(kept.id);
    await all(deleted.id);
    const age = (id: string, days: number) =>
      sql(api, `update webhook_deliveries set finished_at = now() - $2 * interval '1 day' where id = $1`, [
        id,
        days,
      ]);
    await age(oldest!.id, 30);
    await age(newest!.id, 29);
    await admin.delete(`/webhooks/${deleted.id}`);
    await runJob(api, 'webhook.prune');
    expect((await deliveries(admin, kept.id)).map(({ id }) => id)).toEqual([newest!.id]);
    const left = await sql(
      api,
      `select (select count(*)::int from webhooks where id = $1) as webhooks,
              (select count(*)::int from webhook_deliveries where webhook_id = $1) as deliveries,
              (select count(*)::int from webhook_attempts where delivery_id = $2) as attempts`,
      [deleted.id, oldest!.id],
    );
    expect(left).toEqual([{ webhooks: 0, deliveries: 0, attempts: 0 }]);
  });

  it('wait for the key that sealed their secrets, and doctor says what is wrong', async () => {
    expect(await finding()).toBe('ok       webhooks: What is due is sent.');
    await rest();
    const other = randomBytes(32).toString('hex');
    const stranger = await house.start('worker', { SECRETS_KEY: other, LOG_LEVEL: 'silent' });
    const { id } = await webhook(admin, receiver.url, ['claim.*']);
    await claim(admin);
    const waiting = await newestDelivery(admin, id, ({ attempts }) => attempts > 0);
    expect(waiting).toMatchObject({ state: 'pending', lastAttempt: null });
    expect(receiver.received).toEqual([]);
    expect(await finding({ SECRETS_KEY: other })).toMatch(/^problem {2}webhooks: .* another SECRETS_KEY/);
    await stranger.stop();
    await sql(
      api,
      `update webhook_deliveries set next_attempt_at = now() - interval '1 hour' where webhook_id = $1`,
      [id],
    );
    expect(await finding()).toMatch(/^warning {2}webhooks: A message has been due for (60|61) minutes/);
    expect(await finding({ SECRETS_KEY: '' })).toMatch(/^problem {2}webhooks: SECRETS_KEY is not set/);
    await house.start('worker');
    const sent: Json = await newestDelivery(admin, id, ({ state }) => state === 'delivered');
    expect(sent.id).toBe(waiting.id);
  });
});

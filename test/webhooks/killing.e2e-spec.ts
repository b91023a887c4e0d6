import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../reviews/reviewing.js';
import { type Desk, eventually, freshDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { Client, type Json, Workspace } from '../setup/workspace.js';
import { isSignedWith, Receiver, webhook } from './receiver.js';

/** As many in `npm run test:long`; a few show whether it can hold at all. */
const CHANGES = process.env['LONG'] === '1' ? 5000 : 200;
/** Of each process, before it is over. */
const KILLS = process.env['LONG'] === '1' ? 10 : 2;
const CLIENTS = 12;
const STARTING_MS = 120_000;
const WITHIN_MS = 600_000;

describe('processes that are killed at random moments', () => {
  let database: { url: string; drop(): Promise<void> };
  let desk: Desk;
  let receiver: Receiver;
  let processes: { api: OwnDesk; worker: OwnDesk };

  const start = (ROLE: string) => startDesk(desk.databaseUrl, { ROLE });

  beforeAll(async () => {
    database = await freshDatabase();
    desk = { url: '', databaseUrl: database.url };
    receiver = await Receiver.open();
    processes = { api: await start('api'), worker: await start('worker') };
  }, STARTING_MS);
  afterAll(async () => {
    await processes.api.stop();
    await processes.worker.stop();
    await receiver.close();
    await database.drop();
  });

  it(
    'lose no change, no event and no message, send repeats under one id, and nothing that was not committed',
    async () => {
      const { key } = await Workspace.open(desk).client('admin');
      const by = () => new Client(processes.api, key);
      const { id: webhookId, secret } = await webhook(by(), receiver.url, ['claim.*']);
      const kept = new Set<string>();
      let tried = 0;
      let kills = 0;
      let done = false;

      /** Asks until the answer has come, under one key: what was committed is answered, the rest done anew. */
      async function change(number: number): Promise<void> {
        for (;;) {
          const answer = await by()
            .post(
              '/claims',
              { text: `Claim ${number}`, language: 'en' },
              { headers: { 'idempotency-key': `${number}` } },
            )
            .catch(() => null);
          if (answer?.status === 201) return void kept.add(answer.body.id);
          if (answer !== null && ![409, 503].includes(answer.status))
            throw new Error(JSON.stringify(answer.body));
          await pause(20);
        }
      }
      const clients = Array.from({ length: CLIENTS }, async () => {
        while (tried < CHANGES || kills < 2 * KILLS) await change((tried += 1));
      });
      const killing = (async () => {
        for (; !done; kills++) {
          await pause(200 + Math.random() * 1500);
          if (kills % 2 === 0) {
            await processes.worker.kill();
            processes.worker = await start('worker');
          } else {
            await processes.api.kill();
            processes.api = await start('api');
          }
        }
      })();
      await Promise.all(clients);
      done = true;
      await killing;

      const events = await sql(
        desk,
        `select e.id, e.claim_id from events e where e.type = 'claim.submitted'`,
      );
      expect(kept.size).toBe(tried);
      expect(new Set(events.map(({ claim_id }: Json) => claim_id))).toEqual(kept);
      const claims = await sql(desk, 'select id from claims');
      expect(new Set(claims.map(({ id }: Json) => id))).toEqual(kept);

      // Who was killed keeps its deliveries for a while; that time is over.
      await sql(desk, `update webhook_deliveries set leased_until = now() where leased_until is not null`);
      const arrived = () => new Set(receiver.received.map(({ event }) => event.id));
      await eventually(
        () => Promise.resolve(arrived().size),
        (size) => size >= tried,
        60_000,
      );
      expect(arrived()).toEqual(new Set(events.map(({ id }: Json) => id)));

      const ids = new Map<string, Set<unknown>>();
      for (const { event, headers } of receiver.received)
        ids.set(event.id, (ids.get(event.id) ?? new Set()).add(headers['webhook-id']));
      expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
      expect(new Set([...ids.values()].flatMap((each) => [...each])).size).toBe(tried);
      for (const message of receiver.received.slice(-100)) expect(isSignedWith(secret, message)).toBe(true);
      expect(
        await sql(desk, 'select count(*)::int as n from webhook_deliveries where webhook_id = $1', [
          webhookId,
        ]),
      ).toEqual([{ n: tried }]);
    },
    WITHIN_MS,
  );
});

import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type OwnDesk, startDesk } from './setup/desk.js';
import { Client, Workspace } from './setup/workspace.js';
import { deskWithoutWorker, type OwnDatabaseDesk } from './reviews/reviewing.js';

/** A balancer as simple as they come: it asks /health/ready ten times a second and sends nothing to who is not. */
class Balancer {
  private readonly server: Server;
  private readonly ready = new Set<string>();
  private readonly targets = new Set<string>();
  private turn = 0;
  private watching = true;

  constructor() {
    this.server = createServer((incoming, outgoing) => {
      const targets = [...this.ready];
      const target = targets[this.turn++ % targets.length];
      if (target === undefined) return void outgoing.writeHead(502).end();
      const { method, url, headers } = incoming;
      const onward = request(new URL(url!, target), { method, headers: { ...headers } }, (answer) => {
        outgoing.writeHead(answer.statusCode!, { ...answer.headers, connection: 'close' });
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.writeHead(502).end());
      incoming.pipe(onward);
    });
    this.server.listen(0, '127.0.0.1');
    void this.watch();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async add(url: string): Promise<void> {
    this.targets.add(url);
    while (!this.ready.has(url)) await pause(20);
  }

  async gone(url: string): Promise<void> {
    while (this.ready.has(url)) await pause(20);
    this.targets.delete(url);
  }

  close(): void {
    this.watching = false;
    this.server.close();
  }

  private async watch(): Promise<void> {
    while (this.watching) {
      for (const url of this.targets) {
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        if (answer?.status === 200) this.ready.add(url);
        else this.ready.delete(url);
      }
      await pause(100);
    }
  }
}

describe('replacing servers one by one while they work', () => {
  let desk: OwnDatabaseDesk;
  let balancer: Balancer;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
    balancer = new Balancer();
  });
  afterAll(async () => {
    balancer.close();
    await desk.close();
  });

  it('drops no request and loses no write', async () => {
    let servers = [await start(), await start()];
    for (const { url } of servers) await balancer.add(url);
    const { key } = await Workspace.open(desk).client('fact_checker');
    const client = new Client({ ...desk, url: balancer.url }, key);
    const statuses = new Map<number, number>();
    let working = true;
    const callers = Array.from({ length: 4 }, async () => {
      while (working) {
        const { status } = await client.post('/claims', { text: 'Units have arrived.', language: 'en' });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });

    for (const old of servers) {
      const fresh = await start();
      await balancer.add(fresh.url);
      servers = [...servers, fresh];
      old.process.kill('SIGTERM');
      await balancer.gone(old.url);
    }
    working = false;
    await Promise.all(callers);

    expect([...statuses.keys()]).toEqual([201]);
    expect(statuses.get(201)).toBeGreaterThan(20);
    expect((await client.get('/stats/claims')).body.total).toBe(statuses.get(201));
    for (const { process } of servers.slice(0, 2)) {
      while (process.exitCode === null) await pause(50);
      expect(process.exitCode).toBe(0);
    }
    for (const server of servers) await server.stop();
  });

  it('still answers everybody meanwhile, and says that it is about to stop', async () => {
    const server = await start();
    server.process.kill('SIGTERM');
    while ((await fetch(`${server.url}/health/ready`)).status !== 503) await pause(20);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const { key } = await Workspace.open(desk).client('viewer');
    const answer = await new Client(server, key).get('/claims');
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    // Whoever presses Ctrl-C meanwhile does not want to wait.
    await server.stop();
    expect(server.process.exitCode).toBe(0);
  });

  function start(): Promise<OwnDesk> {
    return startDesk(desk.databaseUrl, { ROLE: 'api', DRAIN_SECONDS: '2' });
  }
});

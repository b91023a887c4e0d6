import { Program } from './edge/process.js';
import { freshDatabase } from './setup/desk.js';
import { Client, type Json } from './setup/workspace.js';

/** The demo as a newcomer starts it, and a caller with one of the keys that it prints. */
async function startDemo(databaseUrl: string) {
  const program = new Program(['demo'], { DATABASE_URL: databaseUrl, PORT: '0', DRAIN_SECONDS: '0' });
  const url = await program.ready();
  const as = (role: string) =>
    new Client({ url, databaseUrl }, new RegExp(`^ {2}${role} +(ss_\\S+)$`, 'm').exec(program.stdout)![1]!);
  return { as, stop: () => program.interrupt() };
}

it('loads the demo case once: what a newcomer has moved since stays where it is at the next start', async () => {
  const database = await freshDatabase();
  try {
    const first = await startDemo(database.url);
    const checker = first.as('fact_checker');
    const queued: Json[] = (await checker.get('/claims?status=queued')).body.items;
    const { id, version } = queued[0];
    const before = (await checker.get('/stats/claims')).body;
    expect(before.byStatus).toMatchObject({ queued: queued.length, decided: 1 });
    const back = await checker.post(`/claims/${id}/transitions`, { to: 'triage' }, { ifMatch: version });
    expect(back.status).toBe(200);
    expect(await first.stop()).toBe(0);

    const second = await startDemo(database.url);
    const after = (await second.as('viewer').get(`/claims/${id}`)).body;
    const counts = (await second.as('viewer').get('/stats/claims')).body;
    expect(await second.stop()).toBe(0);
    expect(after).toMatchObject({ status: 'triage', version: back.body.version });
    expect(counts).toMatchObject({
      total: before.total,
      byStatus: { ...before.byStatus, queued: queued.length - 1, triage: before.byStatus.triage + 1 },
    });
  } finally {
    await database.drop();
  }
  // Two starts one after another, each with the whole case to look through, on a machine that may be busy.
});

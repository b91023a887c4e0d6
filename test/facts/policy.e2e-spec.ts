import { type Client, Workspace } from '../setup/workspace.js';
import { done, everyEvent, faults, untilOpen } from './steps.js';

describe('the policy of a workspace', () => {
  let admin: Client;

  beforeEach(async () => {
    admin = await Workspace.open().client('admin');
    await untilOpen(admin);
  });

  const DEFAULT = {
    corroborationThreshold: 2,
    allowSelfReview: false,
    publisherMayBeReviewer: false,
    reReviewAfterDays: null,
  };

  it('is there from the start, with the initial values on record', async () => {
    const answer = await admin.get('/policy');
    expect(answer.body).toMatchObject({ ...DEFAULT, version: 1 });
    expect(answer.headers.get('etag')).toBe('"1"');
    const [event] = await everyEvent(admin, { type: 'policy.changed' });
    expect(event).toMatchObject({ actor: { type: 'system' }, subject: { type: 'workspace' } });
    expect(event.data.changes).toMatchObject({
      corroborationThreshold: { from: null, to: 2 },
      allowSelfReview: { from: null, to: false },
    });
  });

  it('is changed with the version that was read; what is left unsaid stays', async () => {
    expect((await admin.request('PATCH', '/policy', { body: { allowSelfReview: true } })).status).toBe(428);
    const changed = await admin.patch('/policy', { allowSelfReview: true, reReviewAfterDays: 30 }, 1);
    expect(changed.body).toMatchObject({
      ...DEFAULT,
      allowSelfReview: true,
      reReviewAfterDays: 30,
      version: 2,
    });
    const stale = await admin.patch('/policy', { corroborationThreshold: 3 }, 1);
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect((await admin.patch('/policy', { allowSelfReview: true }, 2)).body.version).toBe(2);
    expect((await admin.patch('/policy', { reReviewAfterDays: null }, 2)).body).toMatchObject({
      reReviewAfterDays: null,
      version: 3,
    });
    const [, ...events] = await everyEvent(admin, { type: 'policy.changed' });
    expect(events.map(({ data, actor }) => [actor.type, data.changes])).toEqual([
      ['member', { allowSelfReview: { from: false, to: true }, reReviewAfterDays: { from: null, to: 30 } }],
      ['member', { reReviewAfterDays: { from: 30, to: null } }],
    ]);
  });

  it('takes each version from one of those who change it at once, in a time that only grows', async () => {
    for (let version = 1; version <= 4; version++) {
      const thresholds = [3, 4, 5, 6].map((first) => first + 4 * (version - 1));
      const answers = await Promise.all(
        thresholds.map((corroborationThreshold) =>
          admin.patch('/policy', { corroborationThreshold }, version),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    }
    const any = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        admin.patch('/policy', { corroborationThreshold: 1 + (i % 2) }, '*'),
      ),
    );
    const times = any
      .sort((a, b) => a.body.version - b.body.version)
      .map(({ body }) => [body.version, body.validFrom]);
    const distinct = new Map(times.map(([version, validFrom]) => [validFrom, version]));
    expect(distinct.size).toBe(new Set(times.map(([version]) => version)).size);
    expect([...distinct.keys()].sort()).toEqual([...distinct.keys()]);
  });

  it('refuses what is no policy, and whoever is no admin', async () => {
    for (const [change, path] of [
      [{ corroborationThreshold: 0 }, 'corroborationThreshold'],
      [{ corroborationThreshold: 21 }, 'corroborationThreshold'],
      [{ corroborationThreshold: null }, 'corroborationThreshold'],
      [{ allowSelfReview: 'yes' }, 'allowSelfReview'],
      [{ reReviewAfterDays: 0 }, 'reReviewAfterDays'],
      [{ weightOfCountry: 2 }, 'weightOfCountry'],
    ] as const) {
      expect(faults(await admin.patch('/policy', change, 1))).toEqual({ status: 400, paths: [path] });
    }
    const workspace = Workspace.open();
    const editor = await workspace.client('editor');
    expect((await editor.patch('/policy', { corroborationThreshold: 1 }, 1)).status).toBe(403);
    expect(await done(editor.get('/policy'))).toMatchObject({ ...DEFAULT, version: 1 });
  });
});

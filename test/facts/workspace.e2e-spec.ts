import { type Client, Workspace } from '../setup/workspace.js';

describe('a workspace', () => {
  let workspace: Workspace;
  let admin: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    admin = await workspace.client('admin');
  });

  it('is renamed at the version that was read; its slug stays', async () => {
    const viewer = await workspace.client('viewer');
    const before = await viewer.get('/workspace');
    expect(before.body).toMatchObject({ slug: workspace.slug, version: 1, createdAt: expect.any(String) });
    expect(before.headers.get('etag')).toBe('"1"');
    expect((await admin.get('/me')).body.workspaceId).toBe(before.body.id);

    const renamed = await admin.patch('/workspace', { name: 'The Newsroom' }, 1);

    expect(renamed.body).toEqual({ ...before.body, name: 'The Newsroom', version: 2 });
    expect((await viewer.get('/workspace')).body).toEqual(renamed.body);
    const stale = await admin.patch('/workspace', { name: 'Too late' }, 1);
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    expect((await admin.patch('/workspace', { name: 'The Newsroom' }, 2)).body.version).toBe(2);
    expect((await admin.patch('/workspace', {}, 2)).body.version).toBe(2);
    const { items } = (await admin.get('/events?type=workspace.updated')).body;
    expect(items).toMatchObject([
      {
        subject: { type: 'workspace', id: before.body.id },
        data: { changes: { name: { from: before.body.name, to: 'The Newsroom' } } },
      },
    ]);
  });

  it('keeps its slug, and is renamed by admins alone', async () => {
    const slug = await admin.patch('/workspace', { slug: 'another' }, 1);
    expect([slug.status, slug.body.errors[0].path]).toEqual([400, 'slug']);
    const editor = await workspace.client('editor');
    expect((await editor.patch('/workspace', { name: 'Mine' }, 1)).status).toBe(403);
  });
});

import { once } from 'node:events';
import { eventually, freshDatabase, onDatabase, startDesk } from './setup/desk.js';
import { claim, Workspace } from './setup/workspace.js';

describe('stopping a server', () => {
  it('lets a request that is under way finish, and ends without an error', async () => {
    const database = await freshDatabase();
    const desk = await startDesk(database.url);
    try {
      const editor = await Workspace.open(desk).client('editor');
      const { id } = await claim(editor);
      await onDatabase(database.url, async (client) => {
        await client.query('begin');
        await client.query('select 1 from claims where id = $1 for update', [id]);
        const answer = editor.patch(`/claims/${id}`, { place: 'Kursk' }, 1);
        await eventually(
          () => client.query('select 1 from pg_stat_activity where wait_event_type = $1', ['Lock']),
          ({ rows }) => rows.length > 0,
        );
        const ended = once(desk.process, 'exit');
        desk.process.kill('SIGINT');
        await eventually(
          () =>
            fetch(`${desk.url}/health/live`, { headers: { connection: 'close' } }).then(
              () => true,
              () => false,
            ),
          (answers) => !answers,
        );
        await client.query('commit');
        expect((await answer).status).toBe(200);
        expect(await ended).toEqual([0, null]);
      });
      await onDatabase(database.url, async (client) => {
        const { rows } = await client.query('select version, place from claims where id = $1', [id]);
        expect(rows).toEqual([{ version: 2, place: 'Kursk' }]);
      });
    } finally {
      await desk.kill();
      await database.drop();
    }
  });
});

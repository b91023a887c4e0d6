import type { Page } from 'playwright-core';
import { freshDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { claim } from '../setup/workspace.js';
import { Client, DeskBrowser, Workspace } from './desk-browser.js';

/** Waits until a window shows a claim with this text, which it is told of and does not ask for. */
async function sees(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor();
}

describe('what the desk shows follows what happens', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let desk: OwnDesk;
  let browser: DeskBrowser;
  let workspace: Workspace;
  let checker: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = await startDesk(database.url);
    browser = await DeskBrowser.start(desk);
    workspace = Workspace.open(desk);
    checker = await workspace.client('fact_checker');
  });
  afterAll(async () => {
    await browser.stop();
    await desk.stop();
    await database.drop();
  });

  it('in more windows than a browser opens connections, also when the one that listens is closed', async () => {
    const person = await browser.person(workspace, 'reviewer');
    await person.open('/claims');
    const windows = [person.page];
    for (let i = 0; i < 7; i += 1) {
      const page = await person.window();
      await page.goto('/claims');
      await page.getByRole('heading', { level: 1 }).waitFor();
      windows.push(page);
    }
    await claim(checker, { text: 'The first bridge is closed.' });
    await Promise.all(windows.map((page) => sees(page, 'The first bridge is closed.')));
    await windows.shift()!.close();
    await claim(checker, { text: 'The second bridge is closed.' });
    await Promise.all(windows.map((page) => sees(page, 'The second bridge is closed.')));
    expect(browser.complaints.splice(0)).toEqual([]);
    await person.context.close();
  });

  it('across a restart of the server, and says meanwhile that it is not connected', async () => {
    const person = await browser.person(workspace, 'reviewer');
    await person.open('/claims');
    await sees(person.page, 'The second bridge is closed.');
    const { port } = new URL(desk.url);
    await desk.kill();
    await person.page.getByText('Not connected').waitFor();
    desk = await startDesk(database.url, { PORT: port });
    await person.page.getByText('Live', { exact: true }).waitFor();
    await claim(new Client(desk, checker.key), { text: 'The third bridge is closed.' });
    await sees(person.page, 'The third bridge is closed.');
    await person.context.close();
    browser.complaints.splice(0);
  });

  it('asks who sits there to sign in again when the session was ended elsewhere', async () => {
    const person = await browser.person(workspace, 'reviewer');
    await person.open('/claims');
    const [cookie] = await person.context.cookies();
    const mine = { cookie: `${cookie!.name}=${cookie!.value}`, origin: desk.url };
    const { id } = (await (await fetch(`${desk.url}/api/v1/session`, { headers: mine })).json()) as {
      id: string;
    };
    await fetch(`${desk.url}/api/v1/sessions/${id}`, { method: 'DELETE', headers: mine });
    await person.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await person.context.close();
    browser.complaints.splice(0);
  });
});

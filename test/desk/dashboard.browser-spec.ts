import { claim, queuedClaim } from '../setup/workspace.js';
import { accessibilityFaults, DeskBrowser, picture, Workspace } from './desk-browser.js';

describe('the dashboard', () => {
  let browser: DeskBrowser;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('counts live in a second window, and every number leads to what it counts', async () => {
    const workspace = Workspace.open();
    const checker = await workspace.client('fact_checker');
    await claim(checker);
    const editor = await browser.person(workspace, 'editor');
    await editor.open('/');
    const other = await editor.window();
    await other.goto('/');
    for (const page of [editor.page, other])
      await page.getByRole('link', { name: 'Triage 1', exact: true }).waitFor();
    await claim(checker);
    await queuedClaim(checker, { text: 'A claim that waits to be reviewed.' });
    for (const page of [editor.page, other]) {
      await page.getByRole('link', { name: 'Triage 2', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Queued 1', exact: true }).waitFor();
      await page.getByRole('link', { name: '3 claims', exact: true }).waitFor();
      await page.getByRole('link', { name: '1 Waiting', exact: true }).waitFor();
    }
    expect(await accessibilityFaults(other)).toEqual([]);
    await picture(other, 'dashboard');
    await other.getByRole('link', { name: 'Queued 1', exact: true }).click();
    await other.getByRole('link', { name: 'A claim that waits to be reviewed.' }).waitFor();
    expect(new URL(other.url()).search).toBe('?status=queued');
    await other.getByText('1 claim', { exact: true }).waitFor();
    expect(await other.getByRole('row').count()).toBe(2);
  });

  it('shows the flow by hour, day and week, as a table too', async () => {
    const workspace = Workspace.open();
    await claim(await workspace.client('fact_checker'));
    const viewer = await browser.person(workspace, 'viewer');
    await viewer.open('/');
    const { page } = viewer;
    await page.getByRole('img', { name: /^To triage: 1 in all/ }).waitFor();
    await page.getByText('The same as a table').click();
    await page.getByRole('columnheader', { name: 'Day' }).waitFor();
    expect(await page.getByRole('group', { name: 'Flow' }).getByRole('row').count()).toBe(31);
    await page.getByRole('button', { name: 'Day Count by' }).click();
    await page.getByRole('option', { name: 'Week' }).click();
    await page.getByRole('columnheader', { name: 'Week' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Load of the reviewers' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

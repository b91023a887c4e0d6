import type { Page } from 'playwright-core';
import { claim, type Client, type Json, queuedClaim } from '../setup/workspace.js';
import { accessibilityFaults, DeskBrowser, picture, Workspace } from './desk-browser.js';

const HOSTILE = '<img src=x onerror="document.title=\'taken\'"> said {{name}} & <script>alert(1)</script>';

/** The claims that have the focus and are selected, as a person who hears the page is told. */
const selected = (page: Page) => page.getByRole('row', { selected: true }).count();

describe('the list of claims', () => {
  let browser: DeskBrowser;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('keeps its filters in the address, and takes them away one by one', async () => {
    const workspace = Workspace.open();
    const checker = await workspace.client('fact_checker');
    await claim(checker, { text: 'The bridge over the river is closed.', topics: ['bridges'] });
    await claim(checker, { text: 'The harbour is open again.', topics: ['harbours'] });
    await queuedClaim(checker, { text: 'The bridge has been repaired.', topics: ['bridges'] });
    const { page, ...person } = await browser.person(workspace, 'fact_checker');
    await page.goto('/claims');
    await page.getByText('3 claims', { exact: true }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('bridge');
    await page.getByText('2 claims', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Any Status' }).click();
    await page.getByRole('option', { name: 'Queued' }).click();
    await page.getByText('1 claim', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?text=bridge&status=queued');
    await page.reload();
    await page.getByRole('link', { name: 'The bridge has been repaired.' }).waitFor();
    expect(await page.getByLabel('Search').inputValue()).toBe('bridge');
    expect(await page.getByRole('row').count()).toBe(2);
    const href = await page.getByRole('link', { name: 'Export these claims as CSV' }).getAttribute('href');
    expect(href).toBe('/api/v1/exports/claims?text=bridge&status=queued&format=csv');
    const file = await person.context.request.get(href!);
    expect((await file.text()).trim().split('\r\n')).toHaveLength(2);
    await page.getByRole('button', { name: 'Take away: Search: bridge' }).click();
    await page.waitForURL((url) => url.search === '?status=queued');
    expect(await page.getByLabel('Search').inputValue()).toBe('');
    await page.goto('/claims?status=decided');
    await page.getByText('No claim fits these filters.', { exact: false }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is walked, selected and opened by keys, and shows hostile text as text', async () => {
    const workspace = Workspace.open();
    const checker = await workspace.client('fact_checker');
    await claim(checker, { text: 'The first claim.' });
    await claim(checker, { text: HOSTILE });
    await claim(checker, { text: 'وصلت القوات إلى المدينة.', language: 'ar' });
    const { page } = await browser.person(workspace, 'fact_checker');
    await page.goto('/claims');
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await rows.nth(2).waitFor();
    expect(await rows.nth(1).getByRole('link').textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe('Claims · Second Source');
    const direction = (text: string) =>
      page
        .getByRole('link', { name: text })
        .evaluate((link) => link.ownerDocument.defaultView!.getComputedStyle(link).direction);
    expect([await direction('وصلت القوات'), await direction('The first claim.')]).toEqual(['rtl', 'ltr']);
    const focused = () => page.locator(':focus').getAttribute('aria-rowindex');
    await page.keyboard.press('j');
    await expectSoon(focused, '2');
    await page.keyboard.press('j');
    await expectSoon(focused, '3');
    await page.keyboard.press('x');
    expect(await selected(page)).toBe(1);
    await page.keyboard.press('ArrowDown');
    await expectSoon(focused, '4');
    await page.keyboard.press('k');
    await expectSoon(focused, '3');
    await page.keyboard.press('a');
    expect(await selected(page)).toBe(3);
    await page.getByText('3 selected').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'claims-selected');
    await page.keyboard.press('Escape');
    expect(await selected(page)).toBe(0);
    await page.keyboard.press('End');
    await expectSoon(focused, '4');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/claims\/[0-9a-f-]{36}$/);
  });

  it('moves several at once, after it said what will happen, and tells what came of it', async () => {
    const workspace = Workspace.open();
    const checker = await workspace.client('fact_checker');
    const editor = await workspace.client('editor');
    await close(editor, await claim(checker, { text: 'A claim that was closed.' }));
    const changed = await claim(checker, { text: 'A claim that somebody changes meanwhile.' });
    await claim(checker, { text: 'A claim to be queued.' });
    const { page } = await browser.person(workspace, 'fact_checker');
    await page.goto('/claims');
    await page.getByText('3 claims', { exact: true }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Queue …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Queue 3 claims' });
    await dialog.getByText('2 claims will move to “Queued”.').waitFor();
    await dialog.getByText('1 claim cannot and stays as it is:').waitFor();
    await dialog.getByText('No way leads from “Closed” to “Queued”.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'claims-bulk');
    await checker.patch(`/claims/${changed.id}`, { priority: 9 }, changed.version);
    await dialog.getByRole('button', { name: 'Move 2 claims' }).click();
    await dialog.getByText('1 claim moved.').waitFor();
    await dialog.getByText('Somebody changed it meanwhile.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Try 1 again' }).click();
    await dialog.getByText('2 claims moved.').waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto('/claims?status=queued');
    await page.getByText('2 claims', { exact: true }).waitFor();
    const { body } = await checker.get('/claims?status=queued');
    expect(body.items.map(({ text }: Json) => text)).toEqual([
      'A claim to be queued.',
      'A claim that somebody changes meanwhile.',
    ]);
  });
});

async function close(by: Client, { id, version }: Json): Promise<void> {
  const wanted = { to: 'closed', reason: 'withdrawn' };
  expect((await by.post(`/claims/${id}/transitions`, wanted, { ifMatch: version })).status).toBe(200);
}

/** Waits, as a person does, until the page has followed the key. */
async function expectSoon(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  for (let tries = 0; tries < 100 && (await read()) !== wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await read()).toBe(wanted);
}

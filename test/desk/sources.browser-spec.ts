import { newsroom, type Newsroom, review, say } from '../publications/decided.js';
import { claim, type Json, source } from '../setup/workspace.js';
import { accessibilityFaults, DeskBrowser, picture } from './desk-browser.js';

const HEBREW = 'משרד החוץ <b>x</b>';

describe('sources', () => {
  let browser: DeskBrowser;
  let room: Newsroom;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  beforeEach(async () => void (room = await newsroom()));
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('enters a source below another, shows it in the tree, and refuses a loop', async () => {
    const parent = await source(room.checker, { name: 'The cabinet', party: 'The republic' });
    const { page, open } = await person('fact_checker');
    await open('/sources/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(HEBREW);
    await page.getByRole('button', { name: /Kind/ }).click();
    await page.getByRole('option', { name: 'Government', exact: true }).click();
    await page.getByRole('combobox', { name: 'Part of' }).fill('cab');
    await page.getByRole('option', { name: /The cabinet/ }).click();
    await page.getByRole('button', { name: 'Enter the source' }).click();
    await page.getByRole('heading', { level: 1, name: HEBREW }).waitFor();
    await page.getByRole('link', { name: 'The cabinet' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await open('/sources');
    const branch = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'The cabinet' }) });
    const leaf = branch.getByRole('link', { name: HEBREW });
    await leaf.waitFor();
    // Its own direction, inside an English page.
    expect(await leaf.locator('bdi').evaluate((text) => text.matches(':dir(rtl)'))).toBe(true);
    await page.getByRole('button', { name: 'What belongs to The cabinet' }).click();
    await leaf.waitFor({ state: 'hidden' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'sources');
    await page.getByLabel('Search').fill('משרד');
    await page.getByText('1 source', { exact: true }).waitFor();

    await open(`/sources/${parent.id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit' });
    await dialog.getByRole('combobox', { name: 'Part of' }).fill('משרד');
    await page.getByRole('option', { name: new RegExp('משרד') }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('tells who edits what others changed meanwhile, and puts both changes together', async () => {
    const one = await source(room.checker, { name: 'The bureau' });
    const { page, open } = await person('editor');
    await open(`/sources/${one.id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit' });
    await dialog.getByLabel('Notes').fill('Speaks on Mondays.');
    await room.checker.patch(`/sources/${one.id}`, { country: 'UA' }, one.version);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/Somebody changed this source/).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await room.checker.get(`/sources/${one.id}`)).body).toMatchObject({
      country: 'UA',
      notes: 'Speaks on Mondays.',
    });
  });

  it('shows how a source stands against decided claims, opens the list behind each number, and takes a grade', async () => {
    const one = await source(room.checker, { name: 'وزارة الدفاع' });
    const { id } = await claim(room.checker, { text: 'The bridge stands.', topics: ['bridges'] });
    await say(room.checker, id, {
      sourceId: one.id,
      stance: 'asserts',
      saidAt: '2024-05-01',
      quote: 'الجسر قائم',
    });
    await review(room, id, 'true', { overrideReason: 'Seen by ourselves.' });
    const { page, open } = await person('fact_checker');
    await open(`/sources/${one.id}`);
    await page.getByRole('button', { name: 'Agreed, bridges: 1' }).click();
    const list = page.getByRole('dialog', { name: 'bridges · Agreed' });
    expect(await list.getByRole('link', { name: 'The bridge stands.' }).getAttribute('href')).toBe(
      `/claims/${id}`,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await list.getByRole('button', { name: 'Close' }).click();
    await page
      .getByRole('region', { name: 'Statements' })
      .getByRole('link', { name: 'The bridge stands.' })
      .waitFor();
    expect(await page.getByText('الجسر قائم').evaluate((quote) => quote.matches(':dir(rtl)'))).toBe(true);

    await page.getByRole('button', { name: /New grade/ }).click();
    await page.getByRole('option', { name: /^B/ }).click();
    await page.getByLabel('Reason').fill('What it said was so.');
    await page.getByRole('button', { name: 'Grade', exact: true }).click();
    const grades = page.getByRole('list', { name: 'Reliability' });
    await grades.getByText('B: usually reliable').waitFor();
    await grades.getByText('What it said was so.').waitFor();
    await picture(page, 'source');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('merges one party into another, once what that does was said', async () => {
    const both = [
      await source(room.checker, { name: 'One', party: 'The kingdom' }),
      await source(room.checker, { name: 'Another', party: 'Kingdom of the north' }),
    ];
    const { page, open } = await person('editor');
    await open('/sources?view=parties');
    await page.getByRole('button', { name: 'Merge The kingdom into another party' }).click();
    const dialog = page.getByRole('dialog', { name: /Merge The kingdom/ });
    await dialog.getByRole('combobox', { name: 'The party that stays' }).fill('north');
    await page.getByRole('option', { name: /Kingdom of the north/ }).click();
    await dialog.getByText(/The kingdom and its 1 source become Kingdom of the north/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('2 sources', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const read = await Promise.all(both.map(({ id }: Json) => room.checker.get(`/sources/${id}`)));
    expect(read.map(({ body }) => body.party)).toEqual(['Kingdom of the north', 'Kingdom of the north']);
  });

  async function person(role: 'fact_checker' | 'editor') {
    const somebody = await browser.person(room.workspace, role);
    return { page: somebody.page, open: (path: string) => somebody.open(path) };
  }
});

import { claim, type Client, type Json, source } from '../setup/workspace.js';
import { accessibilityFaults, DeskBrowser, type Person, picture, Workspace } from './desk-browser.js';

const HOSTILE = '<img src=x onerror="document.title=1"> بيان الوزارة';

describe('entering claims', () => {
  let browser: DeskBrowser;
  let workspace: Workspace;
  let api: Client;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  beforeEach(async () => {
    workspace = Workspace.open();
    api = await workspace.client('fact_checker');
  });
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const statementsOn = async (claimId: string): Promise<Json[]> =>
    (await api.get(`/claims/${claimId}/statements`)).body.items;
  const field = ({ page }: Person, name: string) => page.getByLabel(name, { exact: true });

  it('shows like claims while one is typed, keeps it over a reload, and records it with its first statement', async () => {
    const like = await claim(api, { text: 'Nine bridges over the river Vovcha were destroyed in May.' });
    await source(api, { name: HOSTILE, party: 'A party' });
    const person = await browser.person(workspace, 'fact_checker');
    const { page } = person;
    await person.open('/claims/new');
    await field(person, 'What is claimed').fill('Seven bridges over the river Vovcha were destroyed.');
    await page.getByText('1 claim may say the same.').waitFor();
    const found = page.getByRole('region', { name: 'Claims that may say the same' });
    expect(await found.getByRole('link').getAttribute('href')).toBe(`/claims/${like.id}`);
    await found.getByText(/Words in common:.*bridg/).waitFor();
    await found.getByText('Triage').waitFor();

    await page.getByRole('combobox', { name: 'Source', exact: true }).fill('بيان');
    await page.getByRole('option', { name: HOSTILE }).click();
    await field(person, 'Quote').fill('הגשרים נהרסו');
    await page.getByRole('button', { name: 'Add where it appeared' }).click();
    await field(person, 'Address 1').fill('https://news.example/bridges');
    await page.reload();
    expect(await field(person, 'Address 1').inputValue()).toBe('https://news.example/bridges');
    await page.locator('input[value$="بيان الوزارة"]').waitFor();
    await picture(page, 'entry');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Enter the claim' }).click();
    // A statement that is begun wants its stance.
    await page.getByRole('button', { name: /Stance/ }).click();
    await page.getByRole('option', { name: 'Confirms', exact: true }).click();
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('heading', { name: 'The claim is on the record' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const href = await page.getByRole('link', { name: 'Open the claim' }).getAttribute('href');
    const claimId = href!.split('/').at(-1)!;
    expect(await statementsOn(claimId)).toMatchObject([
      { sourceName: HOSTILE, stance: 'confirms', quote: 'הגשרים נהרסו' },
    ]);
    await page.getByRole('button', { name: 'Enter another' }).click();
    expect(await field(person, 'What is claimed').inputValue()).toBe('');
  });

  it('enters a new source without leaving the form, and keeps what was typed when the server refuses it', async () => {
    const person = await browser.person(workspace, 'fact_checker');
    const { page } = person;
    await person.open('/claims/new');
    await field(person, 'What is claimed').fill('The dam holds.');
    await field(person, 'Language').fill('no language at all');
    await page.getByRole('combobox', { name: 'Source', exact: true }).fill('Dam authority');
    await page.getByRole('option', { name: /Dam authority/ }).click();
    const dialog = page.getByRole('dialog', { name: 'New source' });
    expect(await dialog.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'Dam authority',
    );
    await dialog.getByRole('button', { name: /Kind/ }).click();
    await page.getByRole('option', { name: 'Government', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Party' }).fill('The republic');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).focus();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enter the source' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('There was no party of that name, so “The republic” was made.').waitFor();
    await page.getByRole('button', { name: /Stance/ }).click();
    await page.getByRole('option', { name: 'Asserts' }).click();
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('alert').waitFor();
    expect(await field(person, 'What is claimed').inputValue()).toBe('The dam holds.');
    await field(person, 'Language').fill('en');
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('heading', { name: 'The claim is on the record' }).waitFor();
    const { body } = await api.get('/claims');
    expect(await statementsOn(body.items[0].id)).toMatchObject([
      { sourceName: 'Dam authority', stance: 'asserts' },
    ]);
  });

  it('records a pasted table row by row: what is wrong is marked, mended and recorded', async () => {
    await source(api, { name: 'The ministry' });
    const { id } = await claim(api, { text: 'The bridge stands.' });
    const person = await browser.person(workspace, 'fact_checker');
    const { page } = person;
    await person.open(`/claims/new?claimId=${id}`);
    await field(person, 'Table').fill(
      [
        'Source\tKind\tParty\tStance\tSaid on\tQuote\tLanguage\tAddress',
        'The ministry\t\t\tdenies\t2024-05-01\t"It is ""gone"".\nAll of it."\ten\thttps://ministry.example/1',
        'وكالة الأنباء\tNews agency\tA party\tsays so\t2.5.2024\tالجسر قائم\tar\t',
        'An observer\tperson\t\tConfirms\t\t\t\t',
      ].join('\n'),
    );
    await page.getByRole('button', { name: 'Read the table' }).click();
    await page.getByText('1 is to be mended.').waitFor();
    const row = page.getByRole('row', { name: /^2/ });
    await row.getByText('Choose the stance.').waitFor();
    await row.getByText('New source').waitFor();
    await page.getByRole('row', { name: /^1/ }).getByText('Known source').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'table');

    await page.getByRole('button', { name: 'Record 2 statements' }).click();
    await page.getByRole('row', { name: /^3/ }).getByText('Recorded').waitFor();
    expect((await statementsOn(id)).map(({ sourceName }) => sourceName)).toEqual([
      'The ministry',
      'An observer',
    ]);
    // What is recorded stays so over a reload, and is not recorded again.
    await page.reload();
    await row.getByLabel('Stance, row 2').selectOption('asserts');
    await page.getByRole('button', { name: 'Record 1 statement' }).click();
    await page.getByText('All 3 statements are on the record.').waitFor();
    expect(await statementsOn(id)).toMatchObject([
      {
        sourceName: 'The ministry',
        stance: 'denies',
        quote: 'It is "gone".\nAll of it.',
        saidAt: '2024-05-01',
      },
      { sourceName: 'An observer', stance: 'confirms' },
      { sourceName: 'وكالة الأنباء', stance: 'asserts', saidAt: '2024-05-02', quoteLanguage: 'ar' },
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

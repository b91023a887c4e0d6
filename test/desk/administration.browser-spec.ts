import type { Page } from 'playwright-core';
import { run } from '../edge/process.js';
import { freshDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { Receiver } from '../webhooks/receiver.js';
import {
  accessibilityFaults,
  admit,
  DeskBrowser,
  PASSWORD,
  type Person,
  picture,
  Workspace,
} from './desk-browser.js';

const SECTIONS = {
  members: 'Members',
  keys: 'API keys',
  queues: 'Queues',
  rules: 'Routing rules',
  scale: 'Rating scale',
  words: 'Rating words',
  imports: 'Imports',
  policy: 'Policy',
  webhooks: 'Webhooks',
  workspace: 'Workspace',
};

/** What is wrong with the page, once what was announced to those who hear it has been taken away again. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.locator('[data-live-announcer] [role=img]').first().waitFor({ state: 'detached' });
  return accessibilityFaults(page);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('administration', () => {
  let browser: DeskBrowser;
  let workspace: Workspace;
  let admin: Person;

  beforeAll(async () => {
    browser = await DeskBrowser.start();
    workspace = Workspace.open();
    admin = await browser.person(workspace, 'admin', { name: 'The chief' });
  });
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('shows each admin all there is to administer, an editor what is theirs, and others nothing', async () => {
    const { page } = admin;
    await admin.open('/administration');
    const nav = page.getByRole('navigation', { name: 'Administration' });
    for (const [key, title] of Object.entries(SECTIONS)) {
      await nav.getByRole('link', { name: title, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText('Loading …').waitFor({ state: 'hidden' });
      expect(await faultsOf(page)).toEqual([]);
      await picture(page, `administration-${key}`);
    }
    const editor = await browser.person(workspace, 'editor');
    await editor.open('/administration');
    const links = editor.page.getByRole('navigation', { name: 'Administration' }).getByRole('link');
    expect(await links.allTextContents()).toEqual([
      'Queues',
      'Routing rules',
      'Rating scale',
      'Rating words',
      'Imports',
    ]);
    const checker = await browser.person(workspace, 'fact_checker');
    await checker.open('/administration/members');
    await checker.page.getByText('Your role administers nothing here.').waitFor();
  });

  it('shows a key once, which works until it is revoked', async () => {
    const { page } = admin;
    await admin.open('/administration/keys');
    await page.getByRole('button', { name: 'Create a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Importer');
    await choose(page, 'Member', 'The chief (Admin)');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create the key' }).click();
    const shown = page.getByRole('textbox', { name: 'Importer' });
    const key = await shown.inputValue();
    expect(key).toMatch(/^ss_/);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke Importer' }).waitFor();
    expect(await page.content()).not.toContain(key);
    const ask = () =>
      fetch(`${browser.desk.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } }).then(
        ({ status }) => status,
      );
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: 'Revoke Importer' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke Importer' }).waitFor({ state: 'detached' });
    expect(await ask()).toBe(401);
  });

  it('opens a queue, and shows what a rule would change before it is saved', async () => {
    const { page } = admin;
    const client = await workspace.client('fact_checker');
    const text = 'Soldiers were seen at the border.';
    await client.post('/claims', { text, language: 'en', topics: ['border'] });
    await admin.open('/administration/queues');
    await page.getByRole('button', { name: 'Open a queue' }).click();
    await page.getByLabel('Name').fill('Border desk');
    await page.getByLabel('Reviews', { exact: true }).fill('2');
    await page.getByLabel('Time for a review (minutes)').fill('30');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the queue' }).click();
    await page.getByText('2 reviews').waitFor();
    const { items } = (await client.get('/queues')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Border desk', reviews: 2, leaseSeconds: 1800 }),
    );

    await admin.open('/administration/rules');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Topics').fill('border, front');
    await choose(page, 'Goes to the queue', 'Border desk');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put into the list' }).click();
    await page.getByText('topic border and front').waitFor();
    await page.getByRole('button', { name: 'Try them' }).click();
    const changes = page.getByRole('list', { name: 'What would change' });
    await changes.getByRole('link', { name: text }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect((await client.get('/routing-rules')).body.rules).toEqual([]);
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await client.get('/routing-rules')).body.rules).toMatchObject([
      { when: { topics: ['border', 'front'] } },
    ]);
  });

  it('moves rules by the keyboard, and says so when somebody else was faster', async () => {
    const { page } = admin;
    const editor = await workspace.client('editor');
    const [first, second] = (await editor.get('/queues')).body.items;
    const rules = [first, second].map(({ id }, index) => ({ when: { minPriority: index }, queueId: id }));
    await editor.put('/routing-rules', { rules }, '*');
    await admin.open('/administration/rules');
    await page.getByRole('button', { name: 'Move rule 2 up' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The rule is now number 1 of 2.').waitFor();
    await editor.put('/routing-rules', { rules: [] }, '*');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByRole('alert').getByText('Somebody else changed this').waitFor();
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const saved = (await editor.get('/routing-rules')).body.rules;
    expect(saved.map(({ queueId }: { queueId: string }) => queueId)).toEqual([second.id, first.id]);
  });

  it('shows what is wrong with a scale beside the rating it is about, and keeps what was typed', async () => {
    const { page } = admin;
    await admin.open('/administration/scale');
    const rating = page
      .getByRole('list', { name: 'Ratings from worst to best' })
      .getByRole('listitem')
      .nth(1);
    await rating.getByLabel('Number').fill('0');
    await rating.getByLabel('Name in English').fill('Rather false');
    await page.getByRole('button', { name: 'Save the scale' }).click();
    await rating.getByText('must be greater').waitFor();
    expect(await rating.getByLabel('Name in English').inputValue()).toBe('Rather false');
    expect(await faultsOf(page)).toEqual([]);
    await rating.getByLabel('Number').fill('2');
    await page.getByRole('button', { name: 'Save the scale' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('keeps the last admin, and says what happens to who is removed', async () => {
    const { page } = admin;
    const { member } = await admit(workspace, 'reviewer', 'One who leaves');
    await admin.open('/administration/members');
    await page.getByRole('button', { name: 'Remove One who leaves' }).click();
    const asked = page.getByRole('alertdialog');
    await asked.getByText('go back to their queues').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Remove the member' }).click();
    await asked.waitFor({ state: 'detached' });
    const client = await workspace.client('viewer');
    const { items } = (await client.get('/members?limit=200')).body;
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(member.id);
  });

  it('sends what happens to a webhook, and shows each attempt', async () => {
    const { page } = admin;
    const receiver = await Receiver.open();
    receiver.answer(500, {}, 'not today');
    try {
      await admin.open('/administration/webhooks');
      await page.getByRole('button', { name: 'Create a webhook' }).click();
      await page.getByLabel('Address').fill(receiver.url);
      await page.getByText('Claims', { exact: true }).last().click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Create the webhook' }).click();
      expect(await page.getByRole('textbox', { name: 'Secret' }).inputValue()).toMatch(/^whsec_/);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('link', { name: receiver.url }).click();
      const client = await workspace.client('fact_checker');
      await client.post('/claims', { text: 'It rained.', language: 'en' });
      await receiver.until(1);
      await page
        .getByText(/\d attempts?/)
        .first()
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Log of claim.submitted' }).click();
      await page.getByText('Answered with 500').first().waitFor();
      await page.getByText('not today').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('Paused').waitFor();
    } finally {
      await receiver.close();
    }
  });

  it('tries a file, and says of each row what is wrong with it', async () => {
    const { page } = admin;
    await admin.open('/administration/imports');
    const rows = [
      { text: 'A good row.', language: 'en', externalId: 'good' },
      { text: '', language: 'en' },
    ];
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'claims.ndjson',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
    });
    await page.getByRole('button', { name: 'Try the file' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await page.getByText('2 of 2 rows').waitFor();
    const outcomes = page.getByRole('list', { name: 'What became of the rows' });
    await outcomes.getByText('Row 2').waitFor();
    await outcomes.getByText('text', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^import-.*\.csv$/);
  });

  it('lists where one is signed in, and signs another window out that is ended there', async () => {
    const { email } = admin;
    const elsewhere = await browser.stranger();
    await elsewhere.goto('/claims');
    await elsewhere.getByLabel('E-mail address').fill(email);
    await elsewhere.getByLabel('Password').fill(PASSWORD);
    await elsewhere.keyboard.press('Enter');
    await elsewhere.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
    const { page } = admin;
    await admin.open('/account');
    const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
    await sessions.nth(1).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'account');
    await page
      .getByRole('button', { name: /^Sign out there/ })
      .first()
      .click();
    await sessions.nth(1).waitFor({ state: 'detached' });
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

describe('the first run', () => {
  it('makes the first admin with the code that the server’s owner has, who invites a reviewer by a link', async () => {
    const database = await freshDatabase();
    const desk: OwnDesk = await startDesk(database.url);
    const browser = await DeskBrowser.start(desk);
    try {
      const { stdout } = await run(['setup'], { DATABASE_URL: database.url });
      const page = await browser.stranger();
      await page.goto('/');
      await page.getByRole('heading', { name: 'Not set up yet' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`/setup#${stdout.trim().split('#')[1]}`);
      await page.getByLabel('Name of the workspace').fill('Front desk');
      await page.getByLabel('Short name in addresses').fill('front');
      await page.getByLabel('Your name').fill('The chief');
      await page.getByLabel('E-mail address').fill('chief@newsroom.example');
      await page.getByLabel('Choose a password').fill('passwordpassword');
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Set up' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Choose a password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Set up' }).click();
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
      expect(new URL(page.url())).toMatchObject({ pathname: '/', hash: '' });

      await page.getByRole('link', { name: 'Administration' }).click();
      await page.getByRole('button', { name: 'Remove The chief' }).click();
      await page.getByRole('button', { name: 'Remove the member' }).click();
      await page.getByRole('alert').getByText('This is the last admin').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();

      await page.getByRole('button', { name: 'Admit a person' }).click();
      await page.getByLabel('E-mail address').fill('reviewer@newsroom.example');
      await page.getByLabel('Name', { exact: true }).fill('A reviewer');
      await page.getByRole('button', { name: 'Admit', exact: true }).click();
      await page.getByRole('button', { name: 'Make the link' }).click();
      const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
      expect(await faultsOf(page)).toEqual([]);

      const reviewer = await browser.stranger();
      await reviewer.goto(link.replace(/^.*(?=\/invitation)/, ''));
      await reviewer.getByLabel('Choose a password').fill('nine cranes paint the harbour');
      await reviewer.getByRole('button', { name: 'Begin' }).click();
      await reviewer.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
      expect(await reviewer.getByRole('link', { name: 'Administration' }).count()).toBe(0);
      expect(browser.complaints).toEqual([]);
    } finally {
      await browser.stop();
      await desk.stop();
      await database.drop();
    }
  });
});

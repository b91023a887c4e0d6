import type { Page } from 'playwright-core';
import { queue, record, runOut, sql } from '../reviews/reviewing.js';
import { queuedClaim } from '../setup/workspace.js';
import {
  accessibilityFaults,
  type Client,
  DeskBrowser,
  type Person,
  picture,
  Workspace,
} from './desk-browser.js';

const RATIONALE = 'Two of three that were there say the same.';

describe('reviewing', () => {
  let browser: DeskBrowser;
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
  });
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('takes, decides and has the next claim, all by keys', async () => {
    const first = await queuedClaim(factChecker, { text: 'The bridge is closed.' });
    const statement = await record(factChecker, first.id, 'asserts');
    await queuedClaim(factChecker, { text: 'The ferry runs instead.' });
    const { page } = await reviewer('A reviewer');
    const { keyboard } = page;

    await keyboard.press('n');
    await atClaim(page, 'The bridge is closed.');
    await page.getByRole('checkbox', { name: /Asserts/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'review');
    await keyboard.press('Control+Enter');
    await page.getByText('Something is missing').waitFor();
    await keyboard.press('5');
    await keyboard.press('h');
    await keyboard.press('s');
    await keyboard.press('Space');
    await keyboard.press('e');
    await keyboard.type(RATIONALE);
    await keyboard.press('Control+Enter');

    await atClaim(page, 'The ferry runs instead.');
    expect(await page.getByRole('textbox', { name: 'Rationale' }).inputValue()).toBe('');
    const { body: decided } = await editor.get(`/claims/${first.id}`);
    expect(decided).toMatchObject({
      status: 'decided',
      verdict: {
        rating: 'true',
        confidence: 'high',
        rationale: RATIONALE,
        citedStatements: [statement.id],
      },
    });

    await keyboard.press('b');
    await page.getByRole('dialog', { name: 'Give the claim back' }).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await page.getByText('You have no claim in hand.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows two reviewers of a blind claim nothing of one another, and lets an editor settle it', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2, blind: true });
    const claim = await queuedClaim(factChecker, { text: 'The mayor resigned.' }, { queueId });
    const one = await reviewer('The first');
    const other = await reviewer('The second');

    await take(one.page, 'The mayor resigned.');
    await one.page.getByText('Nobody sees yours before the last one is given').waitFor();
    await decide(one.page, 'True', 'The first has seen the letter.');
    await one.page.getByText('You have no claim in hand.').waitFor();

    await take(other.page, 'The mayor resigned.');
    await other.page.getByRole('tab', { name: 'History' }).click();
    await other.page.getByRole('tabpanel').getByRole('listitem').nth(2).waitFor();
    await picture(other.page, 'blind');
    expect(await other.page.getByText('has seen the letter').count()).toBe(0);
    await decide(other.page, 'False', 'The second has spoken to the office.');
    await other.page.getByText('You have no claim in hand.').waitFor();

    const { page } = await browser.person(workspace, 'editor');
    await page.goto(`/claims/${claim.id}`);
    await page.getByText('The first has seen the letter.').first().waitFor();
    await page.getByText('The second has spoken to the office.').first().waitFor();
    const form = page.getByRole('region', { name: 'The decisions do not agree' });
    await form.getByRole('button', { name: /Rating/ }).click();
    await page.getByRole('option', { name: 'False', exact: true }).click();
    await form.getByRole('textbox', { name: 'Reasons' }).fill('The letter was a forgery.');
    await form.getByRole('button', { name: 'Settle it' }).click();
    await form.waitFor({ state: 'detached' });
    expect((await editor.get(`/claims/${claim.id}`)).body).toMatchObject({
      status: 'decided',
      verdict: { rating: 'false', rationale: 'The letter was a forgery.' },
    });
  });

  it('holds a claim, goes on with it, and hands it over to somebody who accepts it', async () => {
    await queuedClaim(factChecker, { text: 'The train is late.' });
    const { page } = await reviewer('The first');
    const other = await reviewer('The second');
    await take(page, 'The train is late.');
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog', { name: 'Hold the claim' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'What for' }).fill('The railway answers tomorrow.');
    await dialog.getByRole('button', { name: 'Hold' }).click();
    await page.getByRole('region', { name: 'Held by you' }).getByRole('link', { name: 'Go on' }).click();
    await atClaim(page, 'The train is late.');
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByText('Time left').waitFor();

    await page.keyboard.press('p');
    const handing = page.getByRole('dialog', { name: 'Hand the claim over' });
    await handing.getByRole('button', { name: /To/ }).click();
    await page.getByRole('option', { name: 'The second' }).click();
    await handing.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('The claim is handed over.').waitFor();

    const offers = other.page.getByRole('region', { name: 'Offered to you' });
    await offers.getByText('The train is late.').waitFor();
    await offers.getByRole('button', { name: 'Accept' }).click();
    await atClaim(other.page, 'The train is late.');
    await other.page.getByText('Time left').waitFor();
  });

  it('loses nothing that was typed when the claim is taken back in mid-typing, nor over a reload', async () => {
    await queuedClaim(factChecker, { text: 'The dam holds.' });
    const { page } = await reviewer('A reviewer');
    await take(page, 'The dam holds.');
    const rationale = page.getByRole('textbox', { name: 'Rationale' });
    await page.getByRole('radio', { name: 'Mixed' }).press('Space');
    await rationale.pressSequentially('Half of it');
    await page.reload();
    await atClaim(page, 'The dam holds.');
    expect(await rationale.inputValue()).toBe('Half of it');
    expect(await page.getByRole('radio', { name: 'Mixed' }).isChecked()).toBe(true);

    await rationale.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' is dry');
    const broken = await editor.post(`/assignments/${assignmentOf(page)}/break`, {
      reason: 'Needed at once.',
    });
    expect(broken.status).toBe(200);
    await page.getByText('You do not hold this claim any more').waitFor();
    await page.getByText('Needed at once.').waitFor();
    await page.keyboard.type(' and cracked');
    expect(await rationale.inputValue()).toBe('Half of it is dry and cracked');
    expect(await page.getByRole('button', { name: /^Decide/ }).isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'lease-lost');

    await page.reload();
    await page.getByText('You do not hold this claim any more').waitFor();
    expect(await rationale.inputValue()).toBe('Half of it is dry and cracked');
    await page.goto('/review');
    await page
      .getByRole('region', { name: 'Kept drafts' })
      .getByText('Half of it is dry and cracked')
      .waitFor();
  });

  it('renews the lease of one who works, warns one who does not, and gives the text back after it ran out', async () => {
    const claim = await queuedClaim(factChecker, { text: 'The road is open.' });
    const { page } = await reviewer('A reviewer');
    await take(page, 'The road is open.');
    await page.getByText('Time left').waitFor();
    await endsIn(assignmentOf(page), 60);
    await page.reload();
    await page.getByText('Your time for this claim ends soon.').waitFor();
    await page.getByRole('textbox', { name: 'Rationale' }).pressSequentially('Seen by');
    await page.getByText('Your time for this claim ends soon.').waitFor({ state: 'hidden' });
    const renewed = (await editor.get(`/assignments/${assignmentOf(page)}`)).body;
    expect(Date.parse(renewed.expiresAt) - Date.now()).toBeGreaterThan(600_000);

    await runOut(browser.desk, assignmentOf(page), '7 minutes');
    await page.keyboard.type(' a driver');
    await decide(page, 'True', 'Seen by a driver');
    await page.getByText('Your time has run out.').waitFor();
    expect((await editor.get(`/claims/${claim.id}`)).body.verdict).toBeNull();
    await page.getByRole('button', { name: 'Take the next from this queue' }).click();
    await page.getByText('Time left').waitFor();
    expect(await page.getByRole('textbox', { name: 'Rationale' }).inputValue()).toBe('Seen by a driver');
    await page.keyboard.press('Control+Enter');
    await page.getByText('You have no claim in hand.').waitFor();
    expect((await editor.get(`/claims/${claim.id}`)).body.verdict).toMatchObject({ rating: 'true' });
  });

  it('says what came since one began, and decides on it only once it was looked at', async () => {
    const claim = await queuedClaim(factChecker, { text: 'The station is shut.' });
    const { page } = await reviewer('A reviewer');
    await take(page, 'The station is shut.');
    const { id: late } = await record(factChecker, claim.id, 'denies');
    await page.getByText('The claim has changed since you began.').waitFor();
    await decide(page, 'False', RATIONALE);
    await page.getByText('Nothing was decided').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have looked at it' }).click();
    await page.getByRole('checkbox', { name: /Denies/ }).press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByText('You have no claim in hand.').waitFor();
    expect((await editor.get(`/claims/${claim.id}`)).body.verdict).toMatchObject({
      rating: 'false',
      citedStatements: [late],
    });
  });

  async function reviewer(name: string): Promise<Person> {
    const person = await browser.person(workspace, 'reviewer', { name });
    await person.open('/review');
    return person;
  }

  /** Lets the lease end in so many seconds. */
  async function endsIn(assignmentId: string, seconds: number): Promise<void> {
    await sql(
      browser.desk,
      `update assignments set expires_at = clock_timestamp() + make_interval(secs => $2) where id = $1`,
      [assignmentId, seconds],
    );
  }
});

/** The claim stands there, and the keys are at it. */
async function atClaim(page: Page, text: string): Promise<void> {
  await page.locator('h1:focus').filter({ hasText: text }).waitFor();
}

async function take(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Take the next claim' }).click();
  await atClaim(page, text);
}

async function decide(page: Page, rating: string, rationale: string): Promise<void> {
  await page.getByRole('radio', { name: rating, exact: true }).press('Space');
  await page.getByRole('radio', { name: 'Moderate' }).press('Space');
  await page.getByRole('textbox', { name: 'Rationale' }).fill(rationale);
  await page.keyboard.press('Control+Enter');
}

function assignmentOf(page: Page): string {
  return page.url().split('/').at(-1)!;
}

import type { Locator, Page } from 'playwright-core';
import { claim, type Json, source } from '../setup/workspace.js';
import { accessibilityFaults, type Client, DeskBrowser, picture, Workspace } from './desk-browser.js';

const HOSTILE = '<img src=x onerror="alert(1)"> Three ships came in on <b>Tuesday</b>.';
const SEEN = 'رأينا السفن الثلاث.';
/** One dot, as a picture. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('a claim on the desk', () => {
  let browser: DeskBrowser;
  let workspace: Workspace;
  let checker: Client;
  let page: Page;
  beforeAll(async () => {
    browser = await DeskBrowser.start();
    workspace = Workspace.open();
    checker = await workspace.client('fact_checker');
    ({ page } = await browser.person(workspace, 'editor'));
  });
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const matrix = () => page.getByRole('table', { name: 'Sources, grouped by the party they speak for' });
  const rowOf = (name: string) =>
    matrix()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) });
  const answer = () => page.getByRole('group', { name: 'Answer' });
  const show = async ({ id }: Json) => {
    await page.goto(`/claims/${id}`);
    await answer().waitFor();
  };

  /** A harbour says it, a wire repeats the harbour, a station without a party says so too, a union denies it. */
  async function contested(): Promise<Json> {
    const name = (what: string) => `${what} of ${workspace.slug} ${Math.random().toString(36).slice(2, 7)}`;
    const harbour = await source(checker, { name: name('Harbour'), party: 'Port' });
    const wire = await source(checker, { name: name('Wire'), kind: 'news_agency' });
    const station = await source(checker, { name: name('Station'), kind: 'news_media' });
    const union = await source(checker, { name: name('Union'), kind: 'ngo', party: 'Fleet' });
    const entered = await claim(checker, {
      text: HOSTILE,
      statement: { sourceId: harbour.id, stance: 'asserts', saidAt: '2026-01-05' },
    });
    const say = async (body: object) => {
      const { status, body: recorded } = await checker.post(`/claims/${entered.id}/statements`, body);
      expect([status, recorded]).toEqual([201, expect.anything()]);
    };
    const { body: first } = await checker.get(`/claims/${entered.id}/statements`);
    await say({ sourceId: wire.id, stance: 'confirms', basedOnStatementId: first.items[0].id });
    await say({ sourceId: station.id, stance: 'confirms', quote: SEEN, quoteLanguage: 'ar' });
    await say({ sourceId: union.id, stance: 'denies', saidAt: '2026-01-06' });
    return { ...entered, harbour, wire, station, union };
  }

  it('shows who says what in words, and by the keys what was held at any moment before', async () => {
    const shown = await contested();
    await show(shown);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE);
    expect(await rowOf(shown.union.name).textContent()).toContain('Denies');
    expect(await rowOf(shown.wire.name).textContent()).toContain(`relays ${shown.harbour.name}`);
    expect(await matrix().getByRole('rowheader', { name: 'No party known' }).count()).toBe(1);
    await reads(answer(), 'Contested 2 independent origins support, 1 opposes.');

    const slider = page.getByRole('slider', { name: 'As of' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('Now: Contested');
    await slider.press('ArrowLeft');
    await slider.press('ArrowLeft');
    await reads(answer(), 'Corroborated 2 independent origins support, none opposes.');
    await page.getByRole('button', { name: 'Change before' }).click();
    await reads(answer(), 'Single source');
    await slider.press('End');
    await reads(answer(), 'Contested');

    await rowOf(shown.station.name).getByRole('button', { name: 'Confirms' }).click();
    const quote = page.getByRole('dialog').getByText(SEEN);
    expect(await quote.evaluate((said) => said.matches(':dir(rtl)'))).toBe(true);
    expect(await quote.getAttribute('lang')).toBe('ar');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'claim');
  });

  it('counts anew when a source is placed, and takes a statement, saying beside the field what is wrong with it', async () => {
    const shown = await contested();
    const other = await source(checker, { kind: 'ngo' });
    await checker.post(`/claims/${shown.id}/statements`, { sourceId: other.id, stance: 'asserts' });
    await show(shown);
    await page.getByRole('button', { name: `Place ${shown.station.name}` }).click();
    await page.getByRole('combobox', { name: 'Party' }).fill('Stations');
    await page.getByRole('dialog').getByRole('button', { name: 'Place' }).click();
    await reads(answer(), '3 independent origins support');

    await page.getByRole('button', { name: 'Record a statement' }).click();
    const form = page.getByRole('dialog', { name: 'Record a statement' });
    await form.getByRole('combobox', { name: 'Source' }).fill(shown.wire.name.slice(0, -2));
    await page.getByRole('option', { name: shown.wire.name }).click();
    await form.getByRole('button', { name: 'Position' }).click();
    await page.getByRole('option', { name: 'Retracts' }).click();
    await form.getByLabel('Said on', { exact: true }).fill('2999-01-01');
    await form.getByLabel('Quote, in its own words').fill('We take it back.');
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await form.getByText(/lies in the future/).waitFor();
    expect(await form.getByLabel('Quote, in its own words').inputValue()).toBe('We take it back.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByLabel('Said on', { exact: true }).fill('2026-02-01');
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await rowOf(shown.wire.name).getByRole('button', { name: 'Retracts' }).waitFor();
  });

  it('is edited, its evidence uploaded and marked as gone, a statement struck, and closed as a duplicate', async () => {
    const shown = await contested();
    const original = await claim(checker, { text: `${HOSTILE} Three ships.` });
    await show(shown);

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = page.getByRole('dialog', { name: 'Edit the claim' });
    await edit.getByLabel('Place').fill('The old harbour');
    await edit.getByLabel('At least').fill('3');
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit
      .getByText(/^must /)
      .first()
      .waitFor();
    await edit.getByLabel('Unit').fill('ships');
    await edit.getByRole('button', { name: 'Save' }).click();
    await page.getByText('at least 3 ships').waitFor();
    const { body: edited } = await checker.get(`/claims/${shown.id}`);
    expect(edited).toMatchObject({ place: 'The old harbour', quantity: { min: 3, unit: 'ships' } });

    await page.getByRole('button', { name: 'Add evidence' }).click();
    const add = page.getByRole('dialog', { name: 'Add evidence' });
    const chooser = page.waitForEvent('filechooser');
    await add.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name: 'quay.png', mimeType: 'image/png', buffer: DOT });
    await add.getByText('quay.png').waitFor();
    await add.getByLabel('What it is').fill('The quay at noon');
    await add.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByText('The quay at noon').first().waitFor();
    await page.getByRole('button', { name: 'Mark as gone' }).click();
    const gone = page.getByRole('dialog', { name: 'Mark as gone' });
    await gone.getByLabel('How it is known to be gone').fill('The archive burnt.');
    await gone.getByRole('button', { name: 'Mark as gone' }).click();
    await page.getByText('Gone since').waitFor();

    await rowOf(shown.union.name).getByRole('button', { name: 'Denies' }).click();
    const said = page.getByRole('dialog', { name: 'Statement' });
    await said.getByRole('button', { name: 'Strike it' }).click();
    await page.getByLabel('What was wrong').fill('They spoke of another day.');
    await page.getByRole('button', { name: 'Strike', exact: true }).click();
    await reads(answer(), 'Corroborated 2 independent origins support, none opposes.');
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Changed: Place and Quantity.').waitFor();

    await page.getByRole('button', { name: 'Close the claim' }).click();
    const close = page.getByRole('dialog', { name: 'Close the claim' });
    await close.getByRole('button', { name: 'Why' }).click();
    await page.getByRole('option', { name: 'Duplicate' }).click();
    await close.getByRole('button', { name: 'The claim it repeats' }).click();
    await page
      .getByRole('option', { name: original.text.slice(0, 40) })
      .first()
      .click();
    await close.getByRole('button', { name: 'Close the claim' }).click();
    await page.getByText('Closed', { exact: true }).first().waitFor();
    const { body: closed } = await checker.get(`/claims/${shown.id}`);
    expect(closed).toMatchObject({ status: 'closed', closedReason: 'duplicate' });
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('keeps sensitive evidence blurred until it is asked for, and tells the history of the claim', async () => {
    const shown = await contested();
    const sent = await fetch(`${workspace.desk.url}/api/v1/files?name=quay.png`, {
      method: 'POST',
      headers: { authorization: `Bearer ${checker.key}`, 'content-type': 'image/png' },
      body: DOT,
    });
    const { id: fileId } = (await sent.json()) as Json;
    const item = {
      kind: 'image',
      fileId,
      bearing: 'supports',
      description: 'The quay at night',
      sensitive: true,
    };
    expect((await checker.post(`/claims/${shown.id}/evidence`, item)).status).toBe(201);
    await show(shown);
    const quay = page.getByRole('img', { name: 'The quay at night' });
    const ask = page.getByRole('button', { name: 'Sensitive. Show: The quay at night' });
    await ask.waitFor();
    expect(await quay.count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await ask.click();
    await quay.waitFor();
    await page.getByRole('button', { name: 'Blur again' }).click();
    await ask.waitFor();

    for (const [tab, text] of [
      ['Timeline', 'The claim was entered.'],
      ['Reviews', 'Nobody has reviewed this claim yet.'],
      ['Publications', 'There is no verdict to publish.'],
      ['History', `Recorded: ${shown.union.name}, Denies.`],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').getByText(text).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Verify the record' }).click();
    await page.getByText(/^The record is whole: \d+ events\.$/).waitFor();
  });

  it('takes a claim along its life: set aside, settled by an editor against the record, published, withdrawn', async () => {
    const admin = await workspace.client('admin');
    const policy = await admin.get('/policy');
    await admin.patch('/policy', { publisherMayBeReviewer: true }, policy.body.version);
    const union = await source(checker, { kind: 'ngo', party: 'Fleet' });
    const { id } = await claim(checker, { statement: { sourceId: union.id, stance: 'denies' } });
    await show({ id });
    await page.getByRole('button', { name: 'Put on hold' }).click();
    await page.getByLabel('Reason').fill('The log is awaited');
    await page.getByRole('dialog').getByRole('button', { name: 'Put on hold' }).click();
    await page.getByRole('button', { name: 'Back to triage' }).click();
    await page.getByRole('button', { name: 'Put in the queue' }).waitFor();

    await disagreed(id);
    const settle = page.getByRole('region', { name: 'The decisions do not agree' });
    await settle.getByText('No ship is on any picture.').waitFor();
    expect(await settle.getByText('One picture shows a mast.').count()).toBe(1);
    await settle.getByRole('button', { name: /^Rating|Rating$/ }).click();
    await page.getByRole('option', { name: 'True', exact: true }).click();
    await settle.getByLabel('Reasons').fill('The mast is that of a ship.');
    await settle.getByRole('button', { name: 'Settle it' }).click();
    await settle.getByLabel('Why against the record').fill('The union was not there.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await settle.getByRole('button', { name: 'Settle it' }).click();
    await page.getByRole('region', { name: 'Verdict' }).getByText('The union was not there.').waitFor();

    await page.getByRole('tab', { name: 'Publications' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    const publish = page.getByRole('dialog', { name: 'Publish the verdict' });
    await publish.getByLabel('Headline').fill('A ship did come in');
    await publish.getByLabel('Summary').fill('A mast on a picture shows it.');
    await publish.getByRole('button', { name: 'Check first' }).click();
    await publish.getByText(/schema\.org: /).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await publish.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('link', { name: 'Public page' }).waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByLabel('Reason').fill('The picture is of another year');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('The picture is of another year').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  /** Two reviewers decide on the claim, one so, one otherwise. */
  async function disagreed(id: string): Promise<void> {
    const editor = await workspace.client('editor');
    const { body: queue } = await editor.post('/queues', { name: 'Two look', reviews: 2 });
    const { body: queued } = await checker.get(`/claims/${id}`);
    await checker.post(
      `/claims/${id}/transitions`,
      { to: 'queued', queueId: queue.id },
      { ifMatch: queued.version },
    );
    for (const [rating, rationale] of [
      ['false', 'No ship is on any picture.'],
      ['mixed', 'One picture shows a mast.'],
    ]) {
      const reviewer = await workspace.client('reviewer', `Reviewer ${rating}`);
      const { body: taken } = await reviewer.post('/reviews/next', { queueId: queue.id });
      const { token } = taken.assignment.lease;
      const decision = { token, rating, confidence: 'moderate', rationale };
      const { status } = await reviewer.post(`/assignments/${taken.assignment.id}/decision`, decision);
      expect(status).toBe(200);
    }
  }
});

/** Waits until the text is there, whatever stood there before. */
async function reads(place: Locator, text: string): Promise<void> {
  await place.filter({ hasText: text }).waitFor();
}

import { accessibilityFaults, admit, DeskBrowser, PASSWORD, picture, Workspace } from './desk-browser.js';

describe('signing in', () => {
  let browser: DeskBrowser;
  beforeAll(async () => void (browser = await DeskBrowser.start()));
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it('asks who comes to sign in, says when the password is wrong, and goes on to the page that was wanted', async () => {
    const workspace = Workspace.open();
    const { email } = await admit(workspace, 'reviewer', 'A reviewer');
    const page = await browser.stranger();
    await page.goto('/claims');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('not the right one at all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Account of A reviewer' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('lets an invited person choose a password and takes them in', async () => {
    const workspace = Workspace.open();
    const admin = await workspace.client('admin');
    const { body: member } = await admin.post('/members', {
      email: `${workspace.slug}@newsroom.example`,
      name: 'A new one',
      role: 'fact_checker',
      languages: [],
      skills: [],
    });
    const { body: invitation } = await admin.post(`/members/${member.id}/invitations`);
    const page = await browser.stranger();
    await page.goto(String(invitation.url).replace(/^.*(?=\/invitation)/, ''));
    await page.getByLabel('Choose a password').fill('too short');
    await page.getByRole('button', { name: 'Begin' }).click();
    expect(await page.getByLabel('Choose a password').evaluate((input) => input.matches(':invalid'))).toBe(
      true,
    );
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/', hash: '' });
  });
});

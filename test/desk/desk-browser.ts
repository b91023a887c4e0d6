import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Desk, sharedDesk } from '../setup/desk.js';
import { Client, type Json, type Role, Workspace } from '../setup/workspace.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
export const PASSWORD = 'drumlin quartz heron passage';

/** A person of a workspace, with a window of their own in which they are signed in. */
export class Person {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly member: Json,
    readonly email: string,
  ) {}

  /** Opens a page of the desk and waits until its heading is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Another window of the same person. */
  async window(): Promise<Page> {
    return this.context.newPage();
  }
}

/** One Chromium for a test file. What a page tells its console as an error, a policy breached above all, fails the test. */
export class DeskBrowser {
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly desk: Desk,
  ) {}

  static async start(desk: Desk = sharedDesk()): Promise<DeskBrowser> {
    if (CHROMIUM === undefined)
      throw new Error(
        'No Chromium is installed. On Debian: apt-get install chromium; or name one in CHROMIUM.',
      );
    // As root, which CI is, Chromium has no sandbox.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new DeskBrowser(await chromium.launch({ executablePath: CHROMIUM, args }), desk);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  /** A window in which nobody is signed in. */
  async stranger(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    return (await this.context(options)).newPage();
  }

  /** Admits a person to the workspace and signs them in, in a window of their own. */
  async person(
    workspace: Workspace,
    role: Role,
    { name = `The ${role}`, ...options }: { name?: string } & Parameters<Browser['newContext']>[0] = {},
  ): Promise<Person> {
    const { email, member, cookie } = await admit(workspace, role, name);
    const context = await this.context(options);
    await context.addCookies([{ ...cookie, url: this.desk.url }]);
    return new Person(await context.newPage(), context, member, email);
  }

  private async context(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.desk.url,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(60_000);
    context.on('console', (message) => {
      // A refusal that the page shows is no fault of the page.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        this.complaints.push(message.text());
    });
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('request', (request) => {
      if (!request.url().startsWith(this.desk.url) && !/^(data|blob):/.test(request.url()))
        this.complaints.push(`asked another host: ${request.url()}`);
    });
    this.contexts.push(context);
    return context;
  }
}

/** A person who chose a password; their cookie is what their browser would have. */
export async function admit(workspace: Workspace, role: Role, name: string) {
  const admin = await workspace.client('admin');
  const email = `${role}-${randomBytes(4).toString('hex')}@newsroom.example`;
  const { body: member } = await admin.post('/members', { email, name, role, languages: [], skills: [] });
  const { body: invitation } = await admin.post(`/members/${member.id}/invitations`);
  const answer = await fetch(`${workspace.desk.url}/api/v1/session/invitation`, {
    method: 'POST',
    headers: { origin: workspace.desk.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token: String(invitation.url).split('#')[1], password: PASSWORD }),
  });
  const [set] = answer.headers.getSetCookie();
  if (set === undefined) throw new Error(await answer.text());
  const [pair] = set.split(';');
  const [cookieName, value] = pair!.split('=');
  return { email, member, cookie: { name: cookieName!, value: value! } };
}

/** What axe-core finds wrong with the page as it is, in both themes: one line each; none when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.locator('html').evaluate((html, name) => html.setAttribute('data-theme', name), theme);
    // The policy of the page lets no script in that is not the desk's; the browser's own door does.
    const session = await page.context().newCDPSession(page);
    const source = (await import('node:fs')).readFileSync(AXE, 'utf8');
    await session.send('Runtime.evaluate', { expression: source });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
        violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
          id + ': ' + help + ' at ' + target.join(' ') + ' (' + failureSummary.replace(/\\s+/g, ' ') + ')'))))`,
      awaitPromise: true,
      returnByValue: true,
    });
    await session.detach();
    found.push(...(JSON.parse(result.value as string) as string[]).map((fault) => `${theme}: ${fault}`));
  }
  return found;
}

/** Keeps a picture of the page where SCREENSHOTS names a folder, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

export { Client, Workspace };

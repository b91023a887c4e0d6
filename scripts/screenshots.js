import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * `npm run screenshots`: makes the pictures of the desk that the README shows, in docs/pictures, from the demo case.
 * Wants a built checkout and a Chromium (CHROMIUM names one that is not at /usr/bin/chromium).
 */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const WINDOW = { width: 1280, height: 860 };

const folder = mkdtempSync(join(tmpdir(), 'second-source-pictures-'));
const demo = spawn(process.execPath, [at('dist/bin/main.js'), 'demo'], {
  cwd: folder,
  env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const printed = await readAll(demo.stdout, /Ctrl-C ends it/);
  const [, url] = /ready at (\S+)/.exec(printed);
  const [, password] = /password of all of them is {2}(\S+)/.exec(printed);
  const [, key] = /^ {2}viewer +(ss_\S+)$/m.exec(printed);
  await picture(url, password, key);
} finally {
  const ended = new Promise((resolve) => demo.once('exit', resolve));
  demo.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function picture(url, password, key) {
  const list = await fetch(`${url}/api/v1/claims?corroboration=contested&sort=createdAt`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const [contested] = (await list.json()).items;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: WINDOW,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByLabel('E-mail address').fill('editor@demo.example');
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    mkdirSync(at('docs/pictures'), { recursive: true });
    const keep = async (name) => {
      await page.waitForLoadState('load');
      await page.getByText('Loading …').first().waitFor({ state: 'detached' });
      await page.screenshot({ path: at(`docs/pictures/${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    };
    await keep('dashboard');
    await page.goto('/claims');
    await keep('claims');
    await page.goto(`/claims/${contested.id}`);
    await page.getByRole('group', { name: 'Answer' }).waitFor();
    await page.getByRole('region', { name: 'Who says what' }).evaluate((section) => section.scrollIntoView());
    await keep('claim');
    await page.keyboard.press('n');
    await page.waitForURL(/\/review\/.+/);
    await page.getByRole('table').first().waitFor();
    await keep('review');
  } finally {
    await browser.close();
  }
}

async function readAll(stream, until) {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    if (until.test(text)) return text;
  }
  throw new Error(`The demo ended: ${text}`);
}

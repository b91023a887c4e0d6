import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser to measure in. */
export function hasBrowser() {
  return existsSync(CHROMIUM);
}

/** A page of the desk in a real browser, in which a new person of this role is signed in. */
export async function openPage(server, admin, role) {
  const url = new URL(server.url).origin;
  const asAdmin = (path, body) => post(url, path, body, { authorization: `Bearer ${admin.key}` });
  const member = { email: `${role}@bench.example`, name: `Somebody who is ${role}`, role };
  const { id } = await (await asAdmin('/members', member)).json();
  const invitation = await (await asAdmin(`/members/${id}/invitations`, {})).json();
  const token = invitation.url.split('#')[1];
  const password = 'drumlin quartz heron passage';
  const opened = await post(url, '/session/invitation', { token, password }, { origin: url });
  const [name, value] = opened.headers.getSetCookie()[0].split(';')[0].split('=');
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
  await context.addCookies([{ name, value, url }]);
  return { page: await context.newPage(), close: () => browser.close() };
}

async function post(url, path, body, headers) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

import { hasBrowser, openPage } from '../browser.js';
import { Figure } from '../load.js';

const DECISIONS = 30;
/** What one does first takes longer: scripts are compiled, statements planned. */
const WARM_UP = 5;

/**
 * What a reviewer waits for in the browser: from the key that gives a decision until the next claim is painted, and the
 * part of it that comes after the server has answered with that claim.
 */
export async function reviewingFigures({ desk, server }) {
  if (!hasBrowser()) {
    process.stderr.write('no Chromium here, so what a reviewer sees is not measured\n');
    return [];
  }
  const { page, close } = await openPage(server, desk.admin, 'reviewer');
  try {
    await page.goto('/review?take');
    await page.getByRole('radiogroup').first().waitFor();
    const steps = [];
    for (let i = 0; i < WARM_UP + DECISIONS; i++) steps.push(await decide(page));
    const figure = (from) =>
      new Figure(
        steps.slice(WARM_UP).map((marks) => marks['next-shown'] - marks[from]),
        NaN,
      );
    return [
      { what: 'From the decision to the next claim on the screen', api: figure('decision-sent') },
      {
        what: 'From the answered decision to the next claim on the screen',
        api: figure('decision-answered'),
      },
      { what: 'From the answered taking to the next claim on the screen', api: figure('next-answered') },
    ];
  } finally {
    await close();
  }
}

/** Decides the claim that stands there; answers the moments of its marks, in milliseconds. */
async function decide(page) {
  await page.evaluate('performance.clearMarks()');
  await page.keyboard.press('7');
  await page.keyboard.press('m');
  await page.keyboard.press('e');
  await page.keyboard.type('Nothing bears it out.');
  await page.keyboard.press('Control+Enter');
  // Looked for in the page itself, where nothing may be made of text as Playwright's own waiting would.
  await page.evaluate(`new Promise((found) => {
    const look = () => (performance.getEntriesByName('next-shown').length > 0 ? found() : setTimeout(look, 5));
    look();
  })`);
  return Object.fromEntries(
    await page.evaluate(
      `performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime])`,
    ),
  );
}

import type { Page } from 'playwright-core';
import {
  accessibilityFaults,
  type Client,
  DeskBrowser,
  type Person,
  picture,
  Workspace,
} from './desk-browser.js';
import { claim, source } from '../setup/workspace.js';

/** What a page would do, did it take text for markup, script or an address to go to. */
const HOSTILE = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}<svg onload=window.hacked=1>`;
const HOSTILE_URL = `https://attacker.example/?q='onmouseover='window.hacked=1'&x=javascript:window.hacked=1`;
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütentürschlüssel'.repeat(4);
const ARABIC = 'القوات الكورية «لم تصل» بعد';

/** Everything that people can store text in, full of what is not harmless. */
async function furnish(admin: Client): Promise<Record<string, string>> {
  const good = async (answer: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  const parent = await source(admin, { name: `${HOSTILE} parent`, kind: 'government', party: HOSTILE });
  const said = await source(admin, {
    name: `${HOSTILE} source`,
    kind: 'military',
    parentId: parent.id,
    urls: [HOSTILE_URL],
    notes: HOSTILE,
  });
  const secret = await source(admin, { name: HOSTILE, confidential: true, publicLabel: `${HOSTILE} label` });
  const one = await claim(admin, {
    text: `${HOSTILE} ${LONG}`,
    topics: [HOSTILE.slice(0, 90), ARABIC],
    place: HOSTILE,
    externalId: HOSTILE,
    appearances: [{ url: HOSTILE_URL, publishedAt: '2024-10-24' }],
    claimantId: said.id,
    quantity: { min: 3000, unit: HOSTILE.slice(0, 40) },
    eventTime: '2024-10-23',
    dueAt: '2024-10-25T10:00:00Z',
    statement: {
      sourceId: said.id,
      stance: 'asserts',
      quote: HOSTILE,
      url: HOSTILE_URL,
      saidAt: '2024-10-24',
    },
  });
  for (const [sourceId, stance, quote] of [
    [secret.id, 'denies', ARABIC],
    [parent.id, 'evades', LONG],
  ])
    await good(
      admin.post(`/claims/${one.id}/statements`, {
        sourceId,
        stance,
        quote,
        quoteLanguage: 'ar',
        translation: HOSTILE,
        saidAt: '2024-10-24T12:00:00Z',
      }),
    );
  await good(
    admin.post(`/claims/${one.id}/evidence`, {
      kind: 'image',
      url: HOSTILE_URL,
      bearing: 'supports',
      description: HOSTILE,
      sensitive: true,
      capture: false,
    }),
  );
  await good(admin.post('/queues', { name: HOSTILE }));
  await good(
    admin.post('/members', {
      email: 'x@hostile.example',
      name: HOSTILE,
      role: 'reviewer',
      languages: [],
      skills: [HOSTILE.slice(0, 90)],
    }),
  );
  await good(admin.post('/webhooks', { url: HOSTILE_URL, events: ['claim.*'] }));
  const { body } = await admin.get(`/claims/${one.id}`);
  await good(
    admin.post(`/claims/${one.id}/transitions`, { to: 'queued', reason: HOSTILE }, { ifMatch: body.version }),
  );
  return { claim: one.id, source: said.id };
}

/** Every page of the desk that has an address. */
function addresses(ids: Record<string, string>): string[] {
  return [
    '/',
    '/claims',
    '/claims/new',
    `/claims/${ids['claim']}`,
    '/review',
    '/sources',
    '/sources?view=parties',
    '/sources/new',
    `/sources/${ids['source']}`,
    ...[
      '',
      'members',
      'keys',
      'queues',
      'rules',
      'scale',
      'words',
      'policy',
      'webhooks',
      'imports',
      'workspace',
    ].map((part) => `/administration/${part}`.replace(/\/$/, '')),
    '/account',
    '/sources/no/such/page',
  ];
}

/** Waits until the page has all it asked for. */
async function settle({ page }: Person): Promise<void> {
  await page
    .getByText(/^(Loading|Завантаження) …$/)
    .first()
    .waitFor({ state: 'detached' });
}

async function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

/** Goes through the page by Tab; answers what had the focus and could not be seen to have it. */
async function unseenFocus(page: Page, steps: number): Promise<string[]> {
  const unseen: string[] = [];
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press('Tab');
    const found = await page.locator(':focus').evaluateAll((all) =>
      all.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const ring = [
          element,
          ...element.querySelectorAll('*'),
          ...(element.parentElement ? [element.parentElement] : []),
        ].some((one) => {
          const { outlineStyle, boxShadow } = element.ownerDocument.defaultView!.getComputedStyle(one);
          return outlineStyle !== 'none' || boxShadow !== 'none';
        });
        return ring && width > 0 && height > 0 ? null : element.outerHTML.slice(0, 200);
      }),
    );
    unseen.push(...found.filter((one) => one !== null));
  }
  return unseen;
}

describe('every page of the desk', () => {
  let browser: DeskBrowser;
  let person: Person;
  let pages: string[];
  beforeAll(async () => {
    browser = await DeskBrowser.start();
    const workspace = Workspace.open();
    pages = addresses(await furnish(await workspace.client('admin', HOSTILE)));
    person = await browser.person(workspace, 'admin', { name: HOSTILE.slice(0, 60) });
  });
  afterAll(() => browser.stop());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  /** Goes through all pages, and answers what is wrong with any of them. */
  async function faults(look: (path: string) => Promise<string[]>): Promise<string[]> {
    const found: string[] = [];
    for (const path of pages) {
      await person.open(path);
      await settle(person);
      found.push(...(await look(path)).map((fault) => `${path}: ${fault}`));
    }
    return found;
  }

  it('shows what people stored as text, whatever it looks like, and has no fault that axe-core knows', async () => {
    const { page } = person;
    const found = await faults(async (path) => {
      const run = (await page.evaluate('window.hacked')) === undefined ? [] : ['text was run'];
      const markup = await page.locator('img[src="x"], svg[onload], [onmouseover]').count();
      await picture(page, `wide${path.replaceAll(/\W+/g, '-').slice(0, 40)}`);
      return [
        ...run,
        ...(markup > 0 ? ['text became markup'] : []),
        ...(await accessibilityFaults(page)),
        ...(await unseenFocus(page, 20)).map((element) => `no focus to be seen at ${element}`),
      ];
    });
    expect(found).toEqual([]);
  });

  it('can be used on a phone of 375 pixels, at twice the size, and in Ukrainian', async () => {
    const { page } = person;
    await page.evaluate(`localStorage.setItem('second-source.language', 'uk')`);
    await page.setViewportSize({ width: 375, height: 700 });
    const found = await faults(async (path) => {
      const wide: string[] = [];
      for (const width of [640, 375]) {
        await page.setViewportSize({ width, height: 700 });
        if ((await overflow(page)) > 0) wide.push(`wider than ${width} pixels`);
      }
      await picture(page, `phone${path.replaceAll(/\W+/g, '-').slice(0, 40)}`);
      // A message that is missing is shown by its key.
      const keys = await page.getByText(/^[a-z]\w+(\.\w+)+$/).allTextContents();
      return [...wide, ...keys.map((key) => `no message ${key}`)];
    });
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    expect(found).toEqual([]);
  });
});

describe('the first load', () => {
  it('brings less than 200 kB of packed script, from no other host', async () => {
    const browser = await DeskBrowser.start();
    try {
      const person = await browser.person(Workspace.open(), 'reviewer');
      const sizes: Promise<number>[] = [];
      person.page.on('response', (response) => {
        if (response.url().endsWith('.js'))
          sizes.push(
            response
              .request()
              .sizes()
              .then(({ responseBodySize }) => responseBodySize),
          );
      });
      await person.open('/');
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(50_000);
      expect(total).toBeLessThan(200_000);
      expect(browser.complaints).toEqual([]);
    } finally {
      await browser.stop();
    }
  });
});

describe('the page to try the API', () => {
  it('keeps to its policy: it runs, and nothing in it is refused', async () => {
    const browser = await DeskBrowser.start();
    try {
      const page = await browser.stranger();
      await page.goto('/api/docs');
      await page.getByText('/api/v1/claims/similar').first().waitFor();
      expect(browser.complaints).toEqual([]);
    } finally {
      await browser.stop();
    }
  });
});

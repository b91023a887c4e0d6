import { onDatabase } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { done, everyItem, faults, say, strike } from './steps.js';

const SORTS = ['-createdAt', 'createdAt', '-updatedAt', 'rank', 'dueAt'];

const idsOf = (items: Json[]): string[] => items.map(({ id }) => id);

describe('the filters of the list of claims', () => {
  let by: Client;
  let editor: Client;
  let reviewer: Client;
  let all: Json[];
  let sources: Json[];
  let queue: Json;
  let struckOn: string;

  beforeAll(async () => {
    const workspace = Workspace.open();
    [by, editor, reviewer] = [
      await workspace.client('fact_checker'),
      await workspace.client('editor'),
      await workspace.client('reviewer'),
    ];
    sources = [await source(by, { party: 'One' }), await source(by, { party: 'Two' })];
    queue = await done(
      editor.post('/queues', { name: 'Second desk', reviews: 1, blind: false, agreement: 'unanimous' }),
    );
    const [one, two] = sources.map(({ id }) => id);
    const asserted = { sourceId: one, stance: 'asserts' };
    await claim(by, { text: 'Soldiers arrived in Kursk.', topics: ['Kursk', 'dprk'], statement: asserted });
    const contested = await claim(by, { text: 'KURSK: no soldiers', language: 'en-GB', statement: asserted });
    await say(by, contested.id, two, 'denies');
    const corroborated = await claim(by, { text: 'Weapons sent', topics: ['weapons'], externalId: 'desk-1' });
    for (const sourceId of [one, two]) await say(by, corroborated.id, sourceId, 'asserts');
    await claim(by, {
      text: 'Солдати прибули',
      language: 'uk',
      topics: ['КУРСЬК'],
      dueAt: '2030-01-01T00:00:00Z',
    });
    const struck = await claim(by, { text: 'Struck soldiers', externalId: 'DESK-1', statement: asserted });
    await strike(editor, (await done(by.get(`/claims/${struck.id}/statements`))).items[0].id);
    struckOn = struck.id;
    await queuedClaim(by, { text: 'Queued', topics: ['kursk'], dueAt: '2031-01-01T00:00:00Z' });
    await decided({ text: 'Decided', topics: ['weapons', 'KURSK'] });
    await queuedClaim(by, { text: 'Held by a reviewer' }, { queueId: queue.id });
    await done(reviewer.post('/reviews/next', { queueId: queue.id }));
    const closed = await claim(by, { text: 'Closed' });
    const out = { to: 'closed', reason: 'out_of_scope' };
    await done(by.post(`/claims/${closed.id}/transitions`, out, { ifMatch: 1 }));
    all = await everyItem(by, '/claims');
  });

  async function decided(fields: Record<string, unknown>) {
    await queuedClaim(by, fields, { queueId: queue.id });
    const { assignment } = await done(reviewer.post('/reviews/next', { queueId: queue.id }));
    const decision = {
      token: assignment.lease.token,
      rating: 'false',
      confidence: 'high',
      rationale: 'Checked.',
    };
    await done(reviewer.post(`/assignments/${assignment.id}/decision`, decision));
  }

  /** The list under a filter must be what the whole list holds of it. */
  async function expectFound(query: string, fits: (item: Json) => boolean) {
    const found = await everyItem(by, `/claims?${query}`, 2);
    expect({ query, ids: idsOf(found) }).toEqual({ query, ids: idsOf(all.filter(fits)) });
    return found.length;
  }

  it.each([
    ['triage', 5],
    ['queued', 1],
    ['in_review', 1],
    ['adjudication', 0],
    ['decided', 1],
    ['published', 0],
    ['on_hold', 0],
    ['closed', 1],
  ])('finds what is %s', async (status, count) => {
    expect(await expectFound(`status=${status}`, (item) => item.status === status)).toBe(count);
    expect((await done(by.get('/stats/claims'))).byStatus[status]).toBe(count);
  });

  it('finds by what is known, by verdict and by externalId', async () => {
    for (const [status, count] of Object.entries({
      contested: 1,
      corroborated: 1,
      single_source: 1,
      unsourced: 6,
    })) {
      const found = await expectFound(
        `corroboration=${status}`,
        (item) => item.corroboration.status === status,
      );
      expect(found).toBe(count);
    }
    expect(await expectFound('rating=false', (item) => item.verdict?.rating === 'false')).toBe(1);
    expect(await expectFound('rating=true', () => false)).toBe(0);
    expect(await expectFound('externalId=desk-1', (item) => item.externalId === 'desk-1')).toBe(1);
    expect(await expectFound('externalId=desk', () => false)).toBe(0);
  });

  it('finds by topic and language whatever their letters', async () => {
    const withTopic = (topic: string) => (item: Json) =>
      item.topics.some((one: string) => one.toLowerCase() === topic);
    for (const topic of ['kursk', 'KURSK', ' Kursk ']) {
      expect(await expectFound(`topic=${encodeURIComponent(topic)}`, withTopic('kursk'))).toBe(3);
    }
    expect(await expectFound(`topic=${encodeURIComponent('курськ')}`, withTopic('курськ'))).toBe(1);
    expect(await expectFound('topic=kurs', () => false)).toBe(0);
    expect(await expectFound('language=EN-gb', ({ language }) => language === 'en-GB')).toBe(1);
    expect(await expectFound('language=uk', ({ language }) => language === 'uk')).toBe(1);
  });

  it('finds by the sources that stand on it, not by struck statements', async () => {
    const counts = [];
    for (const { id } of sources) {
      const found = await everyItem(by, `/claims?sourceId=${id}`);
      expect(idsOf(found)).not.toContain(struckOn);
      counts.push(found.length);
    }
    expect(counts).toEqual([3, 2]);
  });

  it('finds by queue and by who works on it now', async () => {
    expect(await expectFound(`queueId=${queue.id}`, ({ queueId }) => queueId === queue.id)).toBe(2);
    const { id: me } = await done(reviewer.get('/me'));
    const mine = ({ leases }: Json) => leases.some(({ member }: Json) => member.id === me);
    expect(await expectFound(`assignee=${me}`, mine)).toBe(1);
    expect(await expectFound(`assignee=${(await done(by.get('/me'))).id}`, () => false)).toBe(0);
  });

  it('finds by the times of entering and of being due, bounds excluded', async () => {
    const { createdAt } = all[3]!;
    await expectFound(`createdAfter=${createdAt}`, (item) => item.createdAt > createdAt);
    await expectFound(`createdBefore=${createdAt}`, (item) => item.createdAt < createdAt);
    await expectFound('dueBefore=2031-01-01T00:00:00Z', ({ dueAt }) => dueAt?.startsWith('2030'));
    await expectFound('dueBefore=2031-01-01T00:00:00.001Z', ({ dueAt }) => dueAt !== null);
    await expectFound('dueBefore=2031-01-01T02:00:00%2B02:00', ({ dueAt }) => dueAt?.startsWith('2030'));
  });

  it.each([
    ['soldiers', 3],
    ['SOLDIERS', 3],
    ['soldiers kursk', 2],
    ['"soldiers arrived"', 1],
    ['"arrived soldiers"', 0],
    ['soldiers -struck', 2],
    ['солдати', 1],
    ['soldier', 0],
    ['...', 0],
    ["' or 1=1 --", 0],
  ])('finds the words %s in the text', async (text, count) => {
    const found = await everyItem(by, `/claims?text=${encodeURIComponent(text)}`, 1);
    expect(found).toHaveLength(count);
  });

  it('narrows with every further filter', async () => {
    expect(
      await expectFound(
        `topic=kursk&status=triage`,
        ({ topics, status }) => topics[0] === 'Kursk' && status === 'triage',
      ),
    ).toBe(1);
    expect(
      await expectFound(
        `text=soldiers&corroboration=contested&language=en-GB&sourceId=${sources[1].id}`,
        ({ corroboration }) => corroboration.status === 'contested',
      ),
    ).toBe(1);
    expect(await expectFound('topic=kursk&rating=false&status=triage', () => false)).toBe(0);
  });

  it('refuses what is no filter, with its path', async () => {
    for (const [query, path] of [
      ['status=open', 'status'],
      ['corroboration=true', 'corroboration'],
      ['sourceId=GUR', 'sourceId'],
      ['assignee=me', 'assignee'],
      ['queueId=1', 'queueId'],
      ['language=english%20language', 'language'],
      ['createdAfter=2024-10-24', 'createdAfter'],
      ['dueBefore=tomorrow', 'dueBefore'],
      ['sort=text', 'sort'],
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['limit=ten', 'limit'],
      ['cursor=abc', 'cursor'],
      ['cursor=WyJub3ciLCIxIl0', 'cursor'],
      ['offset=10', 'offset'],
      ['status=triage&status=queued', 'status'],
      ['text=', 'text'],
      ['text=%00', 'text'],
    ]) {
      expect({ query, ...faults(await by.get(`/claims?${query}`)) }).toEqual({
        query,
        status: 400,
        paths: [path],
      });
    }
  });
});

describe('the pages of the list of claims', () => {
  let by: Client;

  beforeEach(async () => {
    by = await Workspace.open().client('fact_checker');
    const { workspaceId } = await done(by.get('/me'));
    for (let i = 0; i < 4; i++) {
      await claim(by, { dueAt: i % 2 ? '2030-01-01T00:00:00Z' : null });
      await queuedClaim(by, { dueAt: `203${i}-01-01T00:00:00Z`, topics: ['even'] });
    }
    // Ties, which requests one after the other hardly make: all equal, or two by two.
    await onDatabase(by.desk.databaseUrl, (client) =>
      client.query(
        `with numbered as (select id, (row_number() over (order by id) - 1) / 2 as pair from claims where workspace_id = $1)
         update claims c set created_at = '2024-01-01T00:00:00Z'::timestamptz + n.pair * interval '1 second',
                updated_at = '2024-01-01T00:00:00Z',
                rank = case when rank is null then null else '2024-01-01T00:00:00Z'::timestamptz + n.pair / 2 * interval '1 ms' end
           from numbered n where n.id = c.id`,
        [workspaceId],
      ),
    );
  });

  const inOrder = (items: Json[], sort: string): string[] => {
    const down = sort.startsWith('-');
    const field = sort.replace('-', '');
    const compare = (a: Json, b: Json) => {
      if (a[field] !== b[field]) {
        if (a[field] === null || b[field] === null) return a[field] === null ? 1 : -1;
        return (a[field] < b[field] ? -1 : 1) * (down ? -1 : 1);
      }
      return (a.id < b.id ? -1 : 1) * (down ? -1 : 1);
    };
    return idsOf([...items].sort(compare));
  };

  it.each(SORTS)('give every claim once in the order %s, however small they are', async (sort) => {
    const all = (await done(by.get('/claims?limit=200'))).items;
    for (const filter of ['', '&topic=even', '&status=triage', '&dueBefore=2032-06-01T00:00:00Z']) {
      const listed = await everyItem(by, `/claims?sort=${sort}${filter}`);
      expect(idsOf(listed)).toEqual(inOrder(listed, sort));
      if (filter === '') expect(listed).toHaveLength(all.length);
      for (const limit of [1, 2, 3]) {
        expect(idsOf(await everyItem(by, `/claims?sort=${sort}${filter}`, limit))).toEqual(idsOf(listed));
      }
    }
  });

  it.each(SORTS)('skip and repeat nothing in the order %s while others enter claims', async (sort) => {
    const there = idsOf(await everyItem(by, `/claims?sort=${sort}`));
    for (const limit of [1, 2, 3]) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: string = `/claims?sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
        const page: Json = await done(by.get(query));
        seen.push(...idsOf(page.items));
        cursor = page.nextCursor;
        // Each lands somewhere else: before the cursor, behind it, or among the claims without a due time.
        if (seen.length < 8) {
          await claim(by);
          await queuedClaim(by, { dueAt: `203${seen.length % 4}-01-01T00:00:00Z` });
        }
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => there.includes(id))).toEqual(there);
    }
  });

  it('carry what a change needs, and an ETag that follows the list', async () => {
    const first = await by.get('/claims?limit=3&sort=createdAt');
    expect(first.body.items[0].version).toBeGreaterThan(0);
    const etag = first.headers.get('etag')!;
    const again = await by.get('/claims?limit=3&sort=createdAt', { 'if-none-match': etag });
    expect(again).toMatchObject({ status: 304, body: '' });
    const { id, version } = first.body.items[0];
    await done(by.patch(`/claims/${id}`, { place: 'Kursk' }, version));
    const changed = await by.get('/claims?limit=3&sort=createdAt', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.body.items[0]).toMatchObject({ id, place: 'Kursk', version: version + 1 });
  });
});

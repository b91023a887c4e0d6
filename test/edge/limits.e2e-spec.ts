import type { Answer, Client, Json } from '../setup/workspace.js';
import { source, Workspace } from '../setup/workspace.js';
import { expectProblem } from './problems.js';

const GRIN = '😀';

// What normalisation writes out at length: one sign becomes a whole word or sentence.
const SQUARED = Array.from({ length: 88 }, (_, i) => String.fromCodePoint(0x3300 + i));
const ALLAH = '\ufdfa';
const GROWING = Array.from({ length: 0xd7ff }, (_, i) => String.fromCodePoint(i + 1)).filter(
  (sign) => Buffer.byteLength(sign.normalize('NFKC').toLowerCase()) > 4,
);

function shuffled(signs: string[], length: number): string {
  let state = 12345;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return Array.from({ length }, () => signs[next() % signs.length]).join('');
}

describe('the limits of what can be entered', () => {
  let by: Client;

  beforeAll(async () => {
    by = await Workspace.open().client('admin');
  });

  const claim = (fields: object): Promise<Answer> =>
    by.post('/claims', { text: 'a claim', language: 'en', ...fields });
  const entered = (name: string, more: object = {}): Promise<Answer> =>
    by.post('/sources', { name, kind: 'ngo', ...more });

  it('takes a claim of 10,000 characters and keeps every one of them', async () => {
    for (const character of ['x', 'é', '字', GRIN]) {
      const text = character.repeat(10_000);
      const answer = await claim({ text });
      expect(answer.status).toBe(201);
      expect((await by.get(`/claims/${answer.body.id}`)).body.text === text).toBe(true);
      expectProblem(await claim({ text: text + character }), 400, 'text');
    }
  });

  it('counts an emoji as one character, and what changes its looks as another', async () => {
    expect((await entered(GRIN.repeat(500))).status).toBe(201);
    expectProblem(await entered(GRIN.repeat(501)), 400, 'name');
    expect((await entered('❤\ufe0f'.repeat(250))).status).toBe(201);
    expectProblem(await entered('❤\ufe0f'.repeat(251)), 400, 'name');
    expectProblem(await entered(`x${'\ufe0f'.repeat(500)}`), 400, 'name');
  });

  it('takes quotes of 10,000 characters', async () => {
    const { id: sourceId } = await source(by);
    const { id } = (await claim({})).body;
    const record = (quote: string) =>
      by.post(`/claims/${id}/statements`, { sourceId, stance: 'asserts', quote });
    expect((await record('q'.repeat(10_000))).status).toBe(201);
    expectProblem(await record('q'.repeat(10_001)), 400, 'quote');
  });

  it('takes 50 topics of 100 characters', async () => {
    const topics = Array.from({ length: 50 }, (_, i) => `${String(i).padStart(2, '0')}${GRIN.repeat(98)}`);
    const answer = await claim({ topics });
    expect(answer).toMatchObject({ status: 201, body: { topics } });
    const found = await by.get(`/claims?topic=${encodeURIComponent(topics[7]!)}`);
    expect(found.body.items.map(({ id }: Json) => id)).toEqual([answer.body.id]);
    expectProblem(await claim({ topics: [...topics, 'one more'] }), 400, 'topics');
    expectProblem(await claim({ topics: ['x'.repeat(101)] }), 400, 'topics');
  });

  it('takes addresses of 2,000 characters', async () => {
    const base = 'https://x.example/';
    const url = `${base}${'a'.repeat(2000 - base.length)}`;
    expect((await claim({ appearances: [{ url }] })).status).toBe(201);
    expectProblem(await claim({ appearances: [{ url: `${url}a` }] }), 400, 'appearances.0.url');
  });

  it.each([
    ['squared words', (length: number) => shuffled(SQUARED, length)],
    ['ligatures', (length: number) => shuffled([ALLAH, '\ufdfb', ...SQUARED], length)],
    ['whatever grows', (length: number) => shuffled(GROWING, length)],
    [
      'rare letters',
      (length: number) =>
        shuffled(
          Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(0x20000 + i)),
          length,
        ),
    ],
    [
      'letters that grow when folded',
      (length: number) => shuffled(['ΐ', 'ΰ', 'ﬃ', 'ﬄ', 'İ', 'ŉ', 'ᾷ'], length),
    ],
  ])('takes names as long as any, whatever they are made of: %s', async (_, make) => {
    const name = make(500);
    const answers = [
      await entered(name, { party: `p${make(499)}` }),
      await by.post('/queues', { name }),
      await by.post('/members', { email: 'x@newsroom.example', name, role: 'viewer' }),
      await claim({ externalId: name, topics: [make(100)] }),
    ];
    for (const { status, body } of answers) {
      expect(status === 201 || body.code === 'member.duplicate' ? '' : `${status} ${body.code}`).toBe('');
    }
    expect((await entered(name)).body.code).toBe('source.duplicate');
    const found = await by.get(`/sources?name=${encodeURIComponent(name)}`);
    expect(found.body.items).toHaveLength(1);
    await by.patch(`/parties/${answers[0]!.body.partyId}`, { aliases: [make(500)] }, 1);
  });

  it('finds names after normalisation, and shows them as they were typed', async () => {
    const typed = 'Ｓtraßen\u00a0 Zeitung';
    const { body } = await entered(typed);
    expect(body.name).toBe(typed);
    for (const name of [
      'strassen zeitung',
      'STRASSEN  ZEITUNG',
      ' Straßen Zeitung ',
      'strassen zeitung'.normalize('NFD'),
    ]) {
      const found = await by.get(`/sources?name=${encodeURIComponent(name)}`);
      expect(found.body.items.map(({ id }: Json) => id)).toEqual([body.id]);
      expect(await entered(name)).toMatchObject({ status: 409, body: { code: 'source.duplicate' } });
    }
  });

  it('keeps every character that is one', async () => {
    const texts = [
      'line\nbreak\ttab\r\n',
      '  spaces around  ',
      '\u200bzero\u200dwidth\ufeff',
      '‮right to left',
      'e\u0301 and é',
      'controls \u0001\u001f\u007f\u0085',
      '\ufffd\uffff\u{10ffff}',
      '"\\/\u2028\u2029</script>',
      "'; drop table claims; --",
      '${env} {{template}} %s %n',
    ];
    for (const text of texts) {
      const answer = await claim({ text });
      expect(answer).toMatchObject({ status: 201, body: { text } });
      expect((await by.get(`/claims/${answer.body.id}`)).body.text).toBe(text);
    }
  });

  it('searches for what operators of a search would trip over', async () => {
    await claim({ text: 'unique searchable words' });
    for (const text of [
      "'",
      '"',
      '"unclosed',
      'a & | ! b',
      ':*',
      '<->',
      '\\',
      '%',
      '- - -',
      'or or',
      'searchable:*A',
      '(',
      GRIN,
    ]) {
      expect((await by.get(`/claims?text=${encodeURIComponent(text)}`)).status).toBe(200);
    }
    const found = await by.get('/claims?text=searchable%20unique');
    expect(found.body.items).toHaveLength(1);
  });

  it('keeps numbers as they are', async () => {
    for (const min of [0, -1.5, 1e-300, 1e300, 9007199254740993, 0.1 + 0.2]) {
      const answer = await claim({ quantity: { min, unit: 'soldiers' } });
      expect(answer.status).toBe(201);
      expect((await by.get(`/claims/${answer.body.id}`)).body.quantity).toEqual({
        min,
        max: null,
        unit: 'soldiers',
      });
    }
  });

  it('keeps moments from the first day to the last', async () => {
    for (const eventTime of [
      '0001-01-01',
      '9999-12-31',
      '1969-12-31T23:59:59.999Z',
      '2024-02-29',
      '9999-12-31T23:59:59.999Z',
      '0001-01-01T00:00:00.000Z',
    ]) {
      const answer = await claim({ eventTime });
      expect(answer).toMatchObject({ status: 201, body: { eventTime } });
      expect((await by.get(`/claims/${answer.body.id}`)).body.eventTime).toBe(eventTime);
    }
    const zoned = await claim({ eventTime: '2024-10-24t12:00:00.1234567+02:00' });
    expect(zoned.body.eventTime).toBe('2024-10-24T10:00:00.123Z');
  });
});

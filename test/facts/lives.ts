import fc from 'fast-check';
import type { Desk } from '../setup/desk.js';
import { type Answer, claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { anyStep, History } from './histories.js';
import { done, everyItem } from './steps.js';

const CLAIMS = 3;
const RATINGS = ['true', 'false', 'mixed'];

const change = fc.record(
  {
    text: fc.constantFrom('One text.', 'Ein anderer Text. 🪖'),
    language: fc.constantFrom('en', 'de'),
    topics: fc.constantFrom<string[][]>([], ['DPRK'], ['dprk', 'Kursk', 'KURSK']),
    eventTime: fc.constantFrom(null, '2024-10-23', '2024-10-23T10:00:00.000Z'),
    place: fc.constantFrom(null, 'Kursk'),
    appearances: fc.constantFrom([], [{ url: 'https://news.example/one', publishedAt: '2024-10-24' }]),
    quantity: fc.constantFrom(null, { min: 3000, unit: 'soldiers' }, { max: 0.5, unit: 'tonnes' }),
    priority: fc.nat(9),
    dueAt: fc.constantFrom(null, '2030-01-01T12:00:00.000Z'),
    claimantId: fc.constantFrom(null),
  },
  { requiredKeys: [] },
);
const moved = fc.constantFrom<Json[]>(
  { to: 'queued' },
  { to: 'queued', inPairs: true },
  { to: 'queued', reason: 'Needed.' },
  { to: 'triage' },
  { to: 'on_hold' },
  { to: 'on_hold', holdUntil: '2030-01-01T00:00:00Z', reason: 'Waits.' },
  { to: 'closed', reason: 'withdrawn' },
  { to: 'closed', reason: 'duplicate', ofAnother: true },
);
const reviewed = fc.record({
  kind: fc.constant('review' as const),
  who: fc.nat(1),
  act: fc.constantFrom('release', 'decline', 'decide', 'decide', 'decide'),
  rating: fc.constantFrom(...RATINGS),
});

/** Anything that can become of a claim. */
const anyAct = fc.oneof(
  { weight: 4, arbitrary: anyStep },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const), change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('attach' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), which: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), to: moved }) },
  { weight: 3, arbitrary: reviewed },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('adjudicate' as const), rating: fc.constantFrom(...RATINGS) }),
  },
);
export type Act = NonNullable<ReturnType<typeof anyAct.generate>['value']>;
const anyTurn = fc.record({ of: fc.nat(CLAIMS - 1), act: anyAct });

/** What every life begins with, so that none is without a review, a dispute and a mistake. */
const BEGINNING: Act[] = [
  { kind: 'say', of: 0, stance: 'asserts', day: 1, base: null },
  { kind: 'say', of: 1, stance: 'confirms', day: null, base: null },
  { kind: 'attach' },
  { kind: 'move', to: { to: 'queued', inPairs: true } },
  { kind: 'review', who: 0, act: 'decide', rating: 'true' },
  { kind: 'review', who: 1, act: 'decide', rating: 'false' },
  { kind: 'adjudicate', rating: 'mixed' },
  { kind: 'rule', threshold: 1 },
  { kind: 'merge', from: 1, into: 0 },
  { kind: 'strike', which: 0 },
  { kind: 'amend', change: { topics: ['dprk', 'DPRK'], eventTime: '2024-10-23', claimantId: null } },
  { kind: 'lose', which: 0 },
];

/** A claim that is taken for a duplicate of the first one while that is in dispute, and after it is none. */
const MISTAKEN: Act[] = [
  { kind: 'say', of: 2, stance: 'denies', day: 2, base: null },
  { kind: 'say', of: 3, stance: 'denies', day: 3, base: { statement: 0 } },
  { kind: 'attach' },
  { kind: 'move', to: { to: 'closed', reason: 'duplicate', ofAnother: true } },
  { kind: 'move', to: { to: 'triage' } },
];

export const anyLife = fc
  .array(anyTurn, { minLength: 10, maxLength: 24, size: 'max' })
  .map((turns) => [
    ...BEGINNING.map((act) => ({ of: 0, act })),
    ...MISTAKEN.map((act) => ({ of: 1, act })),
    ...turns,
  ]);

/** A newsroom with a few claims that are entered, changed, stated on, moved and reviewed; much of it is refused. */
export class Newsroom {
  private constructor(
    readonly slug: string,
    readonly by: Client,
    private readonly editor: Client,
    private readonly reviewers: Client[],
    private readonly pairs: string,
    readonly histories: History[],
  ) {}

  static async open(desk?: Desk): Promise<Newsroom> {
    const workspace = Workspace.open(desk);
    const first = await History.open(workspace);
    const editor = await workspace.client('editor');
    const reviewers = [await workspace.client('reviewer', 'one'), await workspace.client('reviewer', 'two')];
    const { id: pairs } = await done(editor.post('/queues', { name: 'Pairs', reviews: 2, blind: true }));
    const histories = [first];
    while (histories.length < CLAIMS) histories.push(first.about((await claim(first.by)).id));
    return new Newsroom(workspace.slug, first.by, editor, reviewers, pairs, histories);
  }

  async take({ of, act }: { of: number; act: Act }): Promise<void> {
    const history = this.histories[of]!;
    const path = `/claims/${history.claimId}`;
    const { status, body } = await this.request(history, path, act);
    if (status >= 500) throw new Error(`${JSON.stringify(act)}: ${status} ${JSON.stringify(body)}`);
  }

  private async request(history: History, path: string, act: Act): Promise<Pick<Answer, 'status' | 'body'>> {
    switch (act.kind) {
      case 'amend':
        return this.by.patch(path, act.change, '*');
      case 'attach': {
        const item = { kind: 'page', url: 'https://x.example/', bearing: 'context' };
        return this.by.post(`${path}/evidence`, item);
      }
      case 'lose': {
        const items = await everyItem(this.by, `${path}/evidence`);
        const { id } = items[act.which % Math.max(items.length, 1)] ?? { id: history.claimId };
        return this.by.post(`/evidence/${id}/gone`, { reason: 'Taken down.' });
      }
      case 'move':
        return this.move(history, path, act.to);
      case 'review':
        return this.review(act);
      case 'adjudicate':
        return this.editor.post(`${path}/adjudication`, judgement(act.rating));
      default:
        return { status: await history.take(act), body: null };
    }
  }

  private move(history: History, path: string, { inPairs, ofAnother, ...to }: Json): Promise<Answer> {
    const other = this.histories.find(({ claimId }) => claimId !== history.claimId)!.claimId;
    const body = { ...to, ...(inPairs && { queueId: this.pairs }), ...(ofAnother && { duplicateOf: other }) };
    return this.editor.post(`${path}/transitions`, body, { ifMatch: '*' });
  }

  private async review({ who, act, rating }: Extract<Act, { kind: 'review' }>): Promise<Answer> {
    const by = this.reviewers[who]!;
    const taken = await by.post('/reviews/next');
    if (taken.status !== 200) return taken;
    const { id, lease } = taken.body.assignment;
    const token = lease.token;
    if (act === 'release') return by.post(`/assignments/${id}/release`, { token });
    if (act === 'decline') return by.post(`/assignments/${id}/decline`, { token, reason: 'other' });
    return by.post(`/assignments/${id}/decision`, { token, ...judgement(rating) });
  }
}

function judgement(rating: string): object {
  return { rating, confidence: 'high', rationale: 'Because.', overrideReason: 'So it is.' };
}

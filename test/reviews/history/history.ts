import type { Answer, Json } from '../../setup/workspace.js';
import { Blindness } from './blindness.js';
import { BookReader, type Books } from './books.js';
import { expectNothingLost, expectRowsToFollow } from './checks.js';
import type { ToldDesk } from './desk.js';
import { expectTold } from './due.js';
import { Expected } from './expected.js';
import type { Newsroom, Template } from './newsroom.js';
import { expectTakenUp, isInQuestion } from './questioned.js';
import type { Reading } from './reading.js';
import { must, Violation } from './must.js';
import { Replay } from './replay.js';
import { Requests, type Wanted } from './requests.js';
import { isOpen } from './state.js';
import type { Lone, Of, Plain, Step } from './steps.js';

/** One history of a newsroom: steps are taken one after the other, and after each everything is looked at. */
export class History {
  readonly replay = new Replay();
  private readonly told: string[] = [];
  private readonly reader: BookReader;
  private readonly blindness = new Blindness(this.replay);
  private readonly requests: Requests;

  private constructor(
    readonly newsroom: Newsroom,
    private readonly reading: Reading,
    private readonly killable: boolean,
    private books: Books,
  ) {
    this.replay.begin(newsroom.rows);
    this.reader = new BookReader(newsroom);
    this.requests = new Requests(newsroom, this.replay, this.blindness);
  }

  static async begin(
    template: Template,
    desk: ToldDesk,
    reading: Reading,
    killable: boolean,
  ): Promise<History> {
    const newsroom = await template.copyTo(desk);
    const books = await new BookReader(newsroom).read();
    return new History(newsroom, reading, killable, books);
  }

  /** Takes a step and looks at everything. What went before is told with a violation. */
  async take(step: Step): Promise<void> {
    if (step.kind === 'doubt') return this.doubt(step);
    if (step.kind === 'finish') return this.finish(step);
    return this.takeOne(step);
  }

  private async doubt({ which }: Of<'doubt'>): Promise<void> {
    for (const among of ['decided', 'questioned'] as const) {
      await this.takeOne({ kind: 'state', by: 'e1', which, among, stance: 'denies' });
      await this.takeOne({ kind: 'machine', sweep: 'claim.sweep-re-reviews' });
    }
  }

  private async finish({ by }: Of<'finish'>): Promise<void> {
    const given = { which: 1, ended: false, by: null, to: by, explained: true, vanishes: 'no' } as const;
    const inHand = [...this.replay.turns.values()].filter(({ state }) => ['leased', 'held'].includes(state));
    for (let i = 0; i < Math.min(inHand.length, 6); i++) {
      const rating = i % 2 === 0 ? 'true' : 'false';
      await this.takeOne({ kind: 'act', act: 'decision', token: 'right', rating, ...given });
    }
    await this.takeOne({ kind: 'adjudicate', by, which: 1, rating: 'true', explained: true });
  }

  private async takeOne(step: Plain): Promise<void> {
    try {
      await this.step(step);
      for (const claim of this.replay.touched) expectNothingLost(claim);
      expectRowsToFollow(this.replay, this.books);
      await this.look();
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      throw new Error(
        [`${error.message}, after:`, ...this.told.map((line, i) => `${i + 1}. ${line}`)].join('\n'),
      );
    }
  }

  private get expected(): Expected {
    return new Expected(this.replay, this.books);
  }

  private async step(step: Plain): Promise<void> {
    switch (step.kind) {
      case 'time':
        return this.letPass(step);
      case 'machine':
        return this.run(step);
      case 'rush':
        return this.rush(step);
      default: {
        const wanted = this.requests.of(step, this.expected);
        if (wanted !== null) await this.ask(wanted);
      }
    }
  }

  private async ask(wanted: Wanted): Promise<void> {
    const { answer, body } = await this.requests.send(wanted);
    this.tell(`${wanted.by} ${wanted.words}: ${answer}`);
    await this.follow();
    const refused = Number(answer.slice(0, 3)) >= 400;
    const right =
      answer === wanted.answer ||
      (answer.endsWith(' unread') && answer.slice(0, 3) === wanted.answer.slice(0, 3));
    must(right, () => `was answered ${answer} instead of ${wanted.answer}: ${JSON.stringify(body)}`);
    if (refused)
      must(
        this.books.events.length + this.books.ledger.length === 0,
        () => 'was refused, and wrote something',
      );
    this.blindness.expectIn(body, this.newsroom.idOf(wanted.by), () => 'the answer');
    if (wanted.slot) {
      const given = this.books.ledger.find(({ entry }) => entry === 'leased')!;
      const slot = this.replay.turns.get(given.assignmentId)!.slot;
      must(
        slot === wanted.slot,
        () =>
          `was given slot ${slot.number} of claim ${slot.round.claim.number} instead of ${wanted.slot!.number} of ${wanted.slot!.round.claim.number}`,
      );
    }
  }

  /** Nothing is foretold of what happens at the same moment; what is written must have been possible all the same. */
  private async rush({ steps, killed }: Of<'rush'>): Promise<void> {
    const wanted = (steps as Lone[])
      .map((step) => this.requests.of(step, this.expected))
      .filter((one) => one !== null);
    const sent = wanted.map((one) => this.requests.send(one));
    if (killed && this.killable && sent.length > 0) {
      const answered = Promise.allSettled(sent);
      await Promise.any(sent).catch(() => undefined);
      await this.newsroom.desk.crash();
      this.replay.count('killed');
      await answered;
      this.tell(`the server is killed while ${wanted.map(({ by, words }) => `${by} ${words}`).join(', ')}`);
      return this.follow();
    }
    const answers = await Promise.all(sent);
    this.tell(
      wanted.map(({ by, words }, i) => `${by} ${words}: ${answers[i]!.answer}`).join(', at the same moment '),
    );
    await this.follow();
    answers.forEach(({ answer, body }, i) => {
      must(
        /^(200|204|400|401|403|404|409)/.test(answer),
        () => `was answered ${answer}: ${JSON.stringify(body)}`,
      );
      this.blindness.expectIn(body, this.newsroom.idOf(wanted[i]!.by), () => 'the answer');
    });
  }

  private async letPass({ passes, which }: Of<'time'>): Promise<void> {
    const { desk, workspaceId, claimIds } = this.newsroom;
    if (passes === 'six minutes') {
      await desk.query(
        `update assignments set ended_at = ended_at - interval '6 minutes' where workspace_id = $1 and ended_at is not null`,
        [workspaceId],
      );
    } else if (passes === 'hold') {
      await desk.query(
        `update claims set hold_until = clock_timestamp() where id = any($1) and hold_until is not null`,
        [claimIds],
      );
    } else if (passes === 'days') {
      await desk.query(
        `update claims set verdict_at = verdict_at - interval '2 days' where id = any($1) and verdict_at is not null`,
        [claimIds],
      );
      for (const claim of this.replay.claims.values()) claim.aged = claim.decidedIn !== null;
    } else {
      const open = [...this.replay.turns.values()].filter(isOpen);
      const turn = open[which % Math.max(open.length, 1)];
      if (turn === undefined) return;
      const [row] = await desk.query<{ at: Date }>(
        `update assignments set expires_at = date_trunc('milliseconds', clock_timestamp()) - interval '1 second',
                opened_at = opened_at - interval '1 hour' where id = $1 returning expires_at as at`,
        [turn.id],
      );
      turn.expiresAt = row!.at.getTime();
    }
    this.tell(`time passes: ${passes}`);
    await this.follow();
  }

  private async run({ sweep }: Of<'machine'>): Promise<void> {
    const { desk } = this.newsroom;
    if (sweep === 'claim.sweep-re-reviews') await desk.allPlaced();
    await desk.run(sweep);
    this.tell(`the machine runs ${sweep}`);
    await this.follow();
    const { expected, replay, books } = this;
    if (sweep === 'lease.sweep')
      must(
        [...replay.turns.values()].every((turn) => !isOpen(turn) || expected.stands(turn)),
        () => 'something over was left',
      );
    if (sweep === 'slot.offer') must(expected.offerable().length === 0, () => 'a slot was not offered');
    if (sweep === 'hold.sweep')
      must(!books.claims.some(({ resumes }) => resumes), () => 'a held claim was not resumed');
    if (sweep === 'round.sweep-due') expectTold(replay.claims.values(), books.now);
    if (sweep === 'claim.sweep-re-reviews')
      expectTakenUp(replay.claims.values(), replay.reReviewAfterDays !== null);
    if (sweep === 'round.sweep-stalled')
      for (const { id, claim } of expected.stalled())
        must(
          books.rounds.some((round) => round.id === id && round.stalled),
          () => `nobody was told that claim ${claim.number} waits for nobody`,
        );
  }

  private async follow(): Promise<void> {
    this.books = await this.reader.read();
    this.replay.follow(this.books);
  }

  /** Somebody reads something; while a decision is sealed, something about it. */
  private async look(): Promise<void> {
    const sealed = this.replay.sealed();
    const turn = sealed.at(-1) ?? [...this.replay.turns.values()].at(-1);
    if (turn === undefined || (sealed.length === 0 && this.told.length % 3 !== 0)) return;
    const about = { claims: turn.slot.round.claim.id, assignments: turn.id, queues: turn.slot.round.queue };
    const { name, path, operation } = this.reading.next(about);
    const answer = await this.newsroom.by(name).get(path);
    const where = () => `${name} reads ${operation} (${answer.status})`;
    must(answer.status < 500, where);
    this.blindness.expectIn(answer.body, this.newsroom.idOf(name), where);
    if (sealed.length > 0) this.reading.note(operation);
    if (answer.status !== 200) return;
    this.expectSeen(operation, answer, about.claims, where);
  }

  /** Readers see what writers go by, whether or not the machine has tidied. */
  private expectSeen(operation: string, { body }: Answer, claimId: string, where: () => string): void {
    const turns: Json[] =
      operation === 'GET /claims/{id}/reviews'
        ? body.items.flatMap(({ slots }: Json) => slots.flatMap(({ assignments }: Json) => assignments))
        : operation === 'GET /assignments'
          ? body.items
          : operation === 'GET /assignments/{id}'
            ? [body]
            : [];
    const { expected, replay } = this;
    for (const { id, state, lease } of turns) {
      const turn = replay.turns.get(id)!;
      const seen = expected.seen(turn);
      must(
        state === seen && (lease?.token ?? null) === turn.token,
        () => `${where()}: a turn is ${state}, and should be ${seen}`,
      );
    }
    if (operation !== 'GET /claims/{id}') return;
    const claim = replay.claims.get(claimId)!;
    const standing = [...replay.turns.values()].filter(
      (turn) => turn.slot.round.claim === claim && expected.stands(turn),
    );
    const shown = body.leases.map(({ assignmentId, state }: Json) => `${assignmentId} ${state}`).sort();
    must(body.status === claim.status, () => `${where()}: it is ${body.status}`);
    must(
      (body.reReview !== null) === isInQuestion(claim),
      () => `${where()}: whether its verdict is in question`,
    );
    must(
      shown.join() ===
        standing
          .map(({ id, state }) => `${id} ${state}`)
          .sort()
          .join(),
      () => `${where()}: in hand is ${shown.join()}`,
    );
  }

  private tell(words: string): void {
    this.told.push(words);
  }
}

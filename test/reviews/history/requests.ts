import { randomUUID } from 'node:crypto';
import type { Json } from '../../setup/workspace.js';
import type { Blindness } from './blindness.js';
import type { Expected } from './expected.js';
import type { Name, Newsroom } from './newsroom.js';
import { isInQuestion } from './questioned.js';
import type { Replay } from './replay.js';
import { type Claim, isOpen, type Slot, type Turn } from './state.js';
import type { Lone, Of, Step } from './steps.js';

/** A step in the state in which it is taken: what is asked, and what must be answered. */
export interface Wanted {
  by: Name;
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** `200`, or the status and the code of the refusal. */
  answer: string;
  /** For a take: what it must give. */
  slot?: Slot | null;
  vanishes: 'no' | 'for good' | 'and asks again';
  words: string;
}

const BUSY = ['in_review', 'queued', 'adjudication'];

/** Makes requests of steps. Answers null where there is nothing yet that a step could be about. */
export class Requests {
  constructor(
    private readonly newsroom: Newsroom,
    private readonly replay: Replay,
    private readonly blindness: Blindness,
  ) {}

  of(step: Lone | Of<'state'> | Of<'due'> | Of<'member'> | Of<'rule'>, expected: Expected): Wanted | null {
    switch (step.kind) {
      case 'next':
        return this.next(step, expected);
      case 'act':
        return this.act(step, expected);
      case 'break':
        return this.break(step, expected);
      case 'adjudicate':
        return this.adjudicate(step, expected);
      case 'move':
        return this.move(step, expected);
      case 'state':
        return this.state(step, expected);
      case 'due':
        return this.due(step);
      case 'member':
        return this.member(step);
      case 'rule':
        return this.rule(step);
    }
  }

  private next({ by, queue, vanishes }: Of<'next'>, expected: Expected): Wanted {
    const queueId = queue === null ? null : this.newsroom.queueIds[queue]!;
    const slot = expected.next(this.newsroom.idOf(by), queueId);
    const given = typeof slot === 'string' ? {} : { slot };
    const answer = typeof slot === 'string' ? slot : slot === null ? '204' : '200';
    const words = `takes the next${queue === null ? '' : ` of queue ${queue}`}`;
    return {
      by,
      method: 'POST',
      path: '/reviews/next',
      body: { queueId },
      answer,
      ...given,
      vanishes,
      words,
    };
  }

  private act(step: Of<'act'>, expected: Expected): Wanted | null {
    const turn = this.pickTurn(step);
    if (turn === undefined) return null;
    const by = step.by ?? this.newsroom.nameOf(turn.member);
    const to = this.newsroom.idOf(step.to);
    const token = this.token(turn, step);
    const answer = expected.act(turn, step, this.newsroom.idOf(by), to, token);
    const body = {
      ...(token !== null && step.act !== 'accept' && { token }),
      ...this.content(turn, step, to),
    };
    const path = `/assignments/${turn.id}/${step.act}`;
    const more =
      step.act === 'hand-over' ? ` to ${step.to}` : step.act === 'decision' ? ` ${step.rating}` : '';
    const words = `${step.act}${more} at ${told(turn)} with the token ${token}`;
    return { by, method: 'POST', path, body, answer, vanishes: step.vanishes, words };
  }

  private content(turn: Turn, step: Of<'act'>, to: string): object {
    switch (step.act) {
      case 'decision': {
        const overrideReason = step.explained ? 'The record is wrong.' : null;
        return {
          rating: step.rating,
          confidence: 'low',
          rationale: this.blindness.rationale(turn),
          overrideReason,
        };
      }
      case 'decline':
        return { reason: 'other' };
      case 'hold':
        return { until: new Date(Date.now() + 86_400_000).toISOString(), reason: 'They call back.' };
      case 'hand-over':
        return { to };
      default:
        return {};
    }
  }

  /** An offer has none yet: it is declined without one, and everything else needs some number. */
  private token({ token, slot }: Turn, step: Of<'act'>): number | null {
    if (step.act === 'decline' && token === null && step.token === 'right') return null;
    const own = token ?? slot.token + 1;
    if (step.token === 'right') return own;
    return step.token === 'later' ? own + 1 : Math.max(own - 1, 1);
  }

  private break({ by, which, ended }: Of<'break'>, expected: Expected): Wanted | null {
    const turn = this.pickTurn({ which, ended });
    if (turn === undefined) return null;
    const answer = expected.break(turn, this.newsroom.idOf(by));
    const path = `/assignments/${turn.id}/break`;
    return {
      by,
      method: 'POST',
      path,
      body: { reason: 'Needed at once.' },
      answer,
      vanishes: 'no',
      words: `breaks ${told(turn)}`,
    };
  }

  private adjudicate(step: Of<'adjudicate'>, expected: Expected): Wanted {
    const { by, which, rating, explained } = step;
    const claim = this.pickClaim(which, ['adjudication']);
    const answer = expected.adjudicate(claim, step, this.newsroom.idOf(by));
    const overrideReason = explained ? 'The record is wrong.' : null;
    const body = { rating, confidence: 'high', rationale: 'Seen by myself.', overrideReason };
    const words = `adjudicates claim ${claim.number} as ${rating}`;
    return {
      by,
      method: 'POST',
      path: `/claims/${claim.id}/adjudication`,
      body,
      answer,
      vanishes: 'no',
      words,
    };
  }

  private move({ by, busy, which, to, queue }: Of<'move'>, expected: Expected): Wanted {
    const claim = this.pickClaim(which, busy ? ['in_review', 'adjudication', 'on_hold', 'decided'] : []);
    const holdUntil =
      to === 'on_hold' && which % 2 === 0 ? new Date(Date.now() + 86_400_000).toISOString() : null;
    const queueId = to === 'queued' && queue !== null ? this.newsroom.queueIds[queue] : null;
    const reason = to === 'closed' ? 'out_of_scope' : null;
    const answer = expected.move(claim, to, this.newsroom.idOf(by));
    const words = `moves claim ${claim.number} from ${claim.status} to ${to}`;
    return {
      ...{
        by,
        method: 'POST',
        path: `/claims/${claim.id}/transitions`,
        body: { to, queueId, holdUntil, reason },
      },
      ...{ answer, vanishes: 'no', words },
    };
  }

  private state({ by, which, among, stance }: Of<'state'>, expected: Expected): Wanted {
    const claim =
      among === 'questioned'
        ? this.pick([...this.replay.claims.values()].filter(isInQuestion), which)
        : this.pickClaim(which, { all: [], busy: BUSY, decided: ['decided'] }[among]);
    const sourceId = this.newsroom.rows['sources']![which % 2].id as string;
    const answer = expected.state(this.newsroom.idOf(by));
    const words = `records a statement of claim ${claim.number}: ${stance}`;
    return {
      by,
      method: 'POST',
      path: `/claims/${claim.id}/statements`,
      body: { sourceId, stance },
      answer,
      vanishes: 'no',
      words,
    };
  }

  private due({ which, busy, inHours }: Of<'due'>): Wanted {
    const claim = this.pickClaim(which, busy ? BUSY : []);
    const dueAt = inHours === null ? null : new Date(Date.now() + inHours * 3_600_000).toISOString();
    return {
      by: 'checker',
      method: 'PATCH',
      path: `/claims/${claim.id}`,
      body: { dueAt },
      answer: '200',
      vanishes: 'no',
      words: `sets the due time of claim ${claim.number} to ${dueAt}`,
    };
  }

  private member({ who, change }: Of<'member'>): Wanted {
    const id = this.newsroom.idOf(who);
    const { removed } = this.replay.members.get(id)!;
    const path = `/members/${id}`;
    if (change === 'removed')
      return {
        by: 'admin',
        method: 'DELETE',
        path,
        answer: removed ? '404 resource.not_found' : '204',
        vanishes: 'no',
        words: `removes ${who}`,
      };
    const answer = removed ? '404 resource.not_found' : '200';
    return {
      by: 'admin',
      method: 'PATCH',
      path,
      body: { role: change },
      answer,
      vanishes: 'no',
      words: `makes ${who} a ${change}`,
    };
  }

  private rule({ rule }: Of<'rule'>): Wanted {
    const changed = { by: 'admin', method: 'PATCH', answer: '200', vanishes: 'no' } as const;
    if (!('queue' in rule))
      return { ...changed, path: '/policy', body: rule, words: `sets ${JSON.stringify(rule)}` };
    const { queue, escalates, ...asked } = rule;
    const escalateTo = escalates ? this.newsroom.escalations.get(queue) : null;
    return {
      ...changed,
      path: `/queues/${this.newsroom.queueIds[queue]}`,
      body: { ...asked, escalateTo },
      words: `asks other things in queue ${queue}`,
    };
  }

  /** Sends it; answers the status with the code of a refusal, and all that was answered. */
  async send({ by, method, path, body, vanishes }: Wanted): Promise<{ answer: string; body: Json }> {
    const client = this.newsroom.by(by);
    const headers: Record<string, string> = vanishes === 'no' ? {} : { 'idempotency-key': randomUUID() };
    const send = () =>
      client.request(method, path, { body, headers, ifMatch: needsVersion(path, method) ? '*' : undefined });
    if (vanishes !== 'no') {
      const unread = await client.vanishing(method, path, { body, headers });
      if (vanishes === 'for good')
        return { answer: unread < 300 ? String(unread) : `${unread} unread`, body: null };
    }
    const { status, body: told } = await send();
    return { answer: status < 300 ? String(status) : `${status} ${told.code}`, body: told };
  }

  /** Offers are mostly accepted, and leases mostly used; sometimes it is tried the other way round. */
  private pickTurn(step: { which: number; ended: boolean; act?: string }): Turn | undefined {
    const { which, ended, act } = step;
    const turns = [...this.replay.turns.values()].filter((turn) => isOpen(turn) !== ended);
    const usual = turns.filter(
      ({ state }) => act === undefined || (state === 'offered') === (act === 'accept'),
    );
    const fit = which % 10 === 0 || usual.length === 0 ? turns : usual;
    return fit[which % Math.max(fit.length, 1)];
  }

  private pickClaim(which: number, states: string[]): Claim {
    const all = [...this.replay.claims.values()];
    return this.pick(
      all.filter(({ status }) => states.includes(status)),
      which,
    );
  }

  /** Of any claims when there are none of those. */
  private pick(fit: Claim[], which: number): Claim {
    const among = fit.length === 0 ? [...this.replay.claims.values()] : fit;
    return among[which % among.length]!;
  }
}

function needsVersion(path: string, method: string): boolean {
  return method === 'PATCH' || path.endsWith('/transitions');
}

function told({ slot, state }: Turn): string {
  return `slot ${slot.number} of claim ${slot.round.claim.number}, which is ${state}`;
}

export function isLone(step: Step): step is Lone {
  return ['next', 'act', 'break', 'adjudicate', 'move'].includes(step.kind);
}

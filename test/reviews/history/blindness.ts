import type { Json } from '../../setup/workspace.js';
import { must } from './must.js';
import type { Replay } from './replay.js';
import { isSealed, type Turn } from './state.js';

const JUDGED = ['rating', 'confidence', 'rationale', 'overrideReason', 'content'];

/** Knows what must not be read, and looks for it in every answer. */
export class Blindness {
  /** Words that stand in one decision alone, and whose it is. */
  private readonly words = new Map<string, { member: string; round: () => Turn | undefined }>();

  constructor(private readonly replay: Replay) {}

  /** A rationale that can be found again wherever it is shown. */
  rationale(turn: Turn): string {
    const word = `sealed-${this.words.size}.`;
    this.words.set(word, { member: turn.member, round: () => this.replay.turns.get(turn.id) });
    return word;
  }

  /** What a member was answered shows no decision of another in a blind round that is still open. */
  expectIn(answer: Json, reader: string, where: () => string): void {
    const text = JSON.stringify(answer) ?? '';
    for (const [word] of text.matchAll(/sealed-\d+\./g)) {
      const { member, round } = this.words.get(word)!;
      const turn = round()!;
      const hidden = turn.state === 'submitted' && isSealed(turn.slot.round) && member !== reader;
      must(!hidden, () => `${where()}: shows the reasons of another's blind decision`);
    }
    for (const turn of this.replay.sealed().filter(({ member }) => member !== reader)) {
      const id = this.replay.decisionOf.get(turn.id)!;
      if (text.includes(id)) expectNoJudgement(answer, id, where);
    }
  }
}

function expectNoJudgement(node: Json, id: string, where: () => string): void {
  if (node === null || typeof node !== 'object') return;
  if (node.id === id || node.decisionId === id || node.data?.decisionId === id) {
    const shown = JUDGED.filter((field) => (node[field] ?? node.data?.[field] ?? null) !== null);
    must(shown.length === 0, () => `${where()}: shows ${shown.join()} of another's blind decision`);
  }
  Object.values(node).forEach((inner) => expectNoJudgement(inner, id, where));
}

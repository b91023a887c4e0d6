import fc from 'fast-check';
import { claim, type Answer, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { done, everyItem } from './steps.js';

const SOURCES = 5;
const PARTIES = 3;
const STANCES = ['asserts', 'confirms', 'partly_confirms', 'denies', 'questions', 'evades', 'retracts'];

const said = fc.record({
  kind: fc.constant('say' as const),
  of: fc.nat(SOURCES - 1),
  stance: fc.constantFrom(...STANCES),
  day: fc.option(fc.integer({ min: 1, max: 5 })),
  base: fc.oneof(
    fc.constant(null),
    fc.record({ source: fc.nat(SOURCES - 1) }),
    fc.record({ statement: fc.nat(9) }),
  ),
});
const struck = fc.record({ kind: fc.constant('strike' as const), which: fc.nat(9) });
const placed = fc.record({
  kind: fc.constant('place' as const),
  which: fc.nat(SOURCES - 1),
  party: fc.option(fc.oneof(fc.nat(PARTIES - 1), fc.constant('new' as const))),
  parent: fc.option(fc.nat(SOURCES - 1)),
});
const merged = fc.record({
  kind: fc.constant('merge' as const),
  from: fc.nat(PARTIES - 1),
  into: fc.nat(PARTIES - 1),
});
const renamed = fc.record({ kind: fc.constant('rename' as const), which: fc.nat(PARTIES - 1) });
const ruled = fc.record({ kind: fc.constant('rule' as const), threshold: fc.integer({ min: 1, max: 4 }) });

export type Step = NonNullable<ReturnType<typeof anyStep.generate>['value']>;

/** Anything that can bear on what a claim's corroboration is. Statements are the most frequent, as in life. */
export const anyStep = fc.oneof(
  { weight: 6, arbitrary: said },
  { weight: 2, arbitrary: struck },
  { weight: 3, arbitrary: placed },
  { weight: 1, arbitrary: merged },
  { weight: 1, arbitrary: renamed },
  { weight: 2, arbitrary: ruled },
);

/** A newsroom with one claim, on which steps are taken; many of them are refused, and that is part of it. */
export class History {
  private names = 0;

  private constructor(
    readonly by: Client,
    readonly claimId: string,
    private readonly sources: string[],
    private readonly parties: string[],
  ) {}

  static async open(workspace = Workspace.open()): Promise<History> {
    const by = await workspace.client('admin');
    const sources: Json[] = [];
    for (let i = 0; i < SOURCES; i++) {
      sources.push(
        await source(by, i < PARTIES ? { party: `Party ${i}` } : { parentId: sources[i - PARTIES].id }),
      );
    }
    const parties = sources.slice(0, PARTIES).map(({ partyId }) => partyId);
    return new History(
      by,
      (await claim(by)).id,
      sources.map(({ id }) => id),
      parties,
    );
  }

  /** The same newsroom, taking its steps on another claim. */
  about(claimId: string): History {
    return new History(this.by, claimId, this.sources, this.parties);
  }

  /** Takes a step; answers the status. What is refused must be refused as the caller's fault. */
  async take(step: Step): Promise<number> {
    const { status, body } = await this.request(step);
    if (status >= 500) throw new Error(`${JSON.stringify(step)}: ${status} ${JSON.stringify(body)}`);
    return status;
  }

  private async request(step: Step): Promise<Answer> {
    const { by } = this;
    switch (step.kind) {
      case 'say':
        return this.say(step);
      case 'strike': {
        const statements = await everyItem(by, `/claims/${this.claimId}/statements`);
        const { id } = statements[step.which % Math.max(statements.length, 1)] ?? { id: this.claimId };
        return by.post(`/statements/${id}/strike`, { reason: 'Recorded by mistake.' });
      }
      case 'place': {
        const party = step.party === 'new' ? `New party ${++this.names}` : step.party;
        const named = typeof party === 'number' ? `Party ${party}` : party;
        const parentId = step.parent === null ? null : this.sources[step.parent];
        return by.patch(`/sources/${this.sources[step.which]}`, { party: named, parentId }, '*');
      }
      case 'merge':
        return by.post(`/parties/${this.parties[step.from]}/merge`, { into: this.parties[step.into] });
      case 'rename': {
        const name = `Renamed party ${++this.names}`;
        return by.patch(
          `/parties/${this.parties[step.which]}`,
          { name, aliases: [`Party ${step.which}`] },
          '*',
        );
      }
      case 'rule':
        return by.patch('/policy', { corroborationThreshold: step.threshold }, '*');
    }
  }

  private async say({ of, stance, day, base }: Extract<Step, { kind: 'say' }>): Promise<Answer> {
    const path = `/claims/${this.claimId}/statements`;
    const basis: Record<string, unknown> = {};
    if (base && 'source' in base) basis['basedOnSourceId'] = this.sources[base.source];
    if (base && 'statement' in base) {
      const { items } = await done(this.by.get(`${path}?limit=10`));
      basis['basedOnStatementId'] = items[base.statement % Math.max(items.length, 1)]?.id ?? null;
    }
    const saidAt = day === null ? null : `2024-10-0${day}`;
    return this.by.post(path, { sourceId: this.sources[of], stance, saidAt, ...basis });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { unknownReference } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Parties } from '../../facts/parties/parties.service.js';
import { Sources } from '../../facts/sources/sources.service.js';
import { changesBetween } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import { Queues } from '../queues/queues.service.js';
import type { DryRunDto } from './routing.dto.js';
import { type RoutableClaim, RoutingRepository, type RoutingRules } from './routing.repository.js';
import { ROUTING_CHANGED } from './routing.events.js';
import { firstThatFits, type Routed, type Rule } from './routing.rules.js';

const CLAIMS_TRIED = 100;
const TEXT_SHOWN = 200;

/** Which queue a claim goes to when nobody names one. */
@Injectable()
export class Routing {
  constructor(
    private readonly database: Database,
    private readonly repository: RoutingRepository,
    private readonly workspaces: Workspaces,
    private readonly parties: Parties,
    private readonly sources: Sources,
    private readonly queues: Queues,
    private readonly events: Events,
  ) {}

  /** A new workspace has no rules: every claim goes to its default queue. */
  open(tx: Tx, workspaceId: string): Promise<void> {
    return this.repository.insert(tx, workspaceId, 1, []);
  }

  read(actor: Actor): Promise<RoutingRules> {
    return this.repository.inForce(this.database, actor.workspaceId);
  }

  /** Puts other rules in force, for claims that are queued from now on. */
  replace(actor: Actor, expected: ExpectedVersion, given: Rule[]): Promise<RoutingRules> {
    return this.database.transaction(async (tx) => {
      await this.workspaces.lock(tx, actor.workspaceId);
      const before = await this.repository.inForce(tx, actor.workspaceId);
      expectVersion(expected, before.version);
      const rules = await this.expectKnown(tx, actor.workspaceId, given);
      const changes = changesBetween({ rules: before.rules }, { rules });
      if (Object.keys(changes).length === 0) return before;
      await this.repository.insert(tx, actor.workspaceId, before.version + 1, rules);
      await this.events.append(tx, actor, [ROUTING_CHANGED.of({ id: actor.workspaceId }, { changes })]);
      return this.repository.inForce(tx, actor.workspaceId);
    });
  }

  /** Where a claim goes by the rules in force. */
  async route(tx: Tx, claim: Claim): Promise<Routed> {
    const { version, rules } = await this.repository.inForce(tx, claim.workspaceId);
    const [place] = await this.places(tx, claim.workspaceId, rules, [claim]);
    const queueId = await this.queueOf(tx, claim.workspaceId, rules, place!);
    return { queueId, version, rule: place! };
  }

  /** Where the newest claims would have gone by these rules. */
  async tryOut({ workspaceId }: Actor, given: Rule[]): Promise<DryRunDto> {
    const rules = await this.expectKnown(this.database, workspaceId, given);
    const claims = await this.repository.newestClaims(this.database, workspaceId, CLAIMS_TRIED);
    const places = await this.places(this.database, workspaceId, rules, claims);
    const fallback = await this.queueOf(this.database, workspaceId, rules, null);
    const routed = claims.map(({ id, text }, i) => {
      const rule = places[i]!;
      const queueId = rule === null ? fallback : rules[rule]!.queueId;
      return { claimId: id, text: shortened(text), rule, queueId };
    });
    return { claims: routed, byQueue: countByQueue(routed) };
  }

  /** For each claim the rule that fits it. What the claims rest on is looked up only where a rule asks for it. */
  private async places(
    reader: Reader,
    workspaceId: string,
    rules: Rule[],
    claims: Omit<RoutableClaim, 'text'>[],
  ): Promise<(number | null)[]> {
    const asked = rules.some(({ when }) => when.parties.length > 0 || when.sources.length > 0);
    const ids = claims.map(({ id }) => id);
    const rows = asked ? await this.repository.origins(reader, workspaceId, ids) : [];
    const origins = new Map(rows.map(({ claimId, sources, parties }) => [claimId, { sources, parties }]));
    return claims.map((claim) =>
      firstThatFits(rules, { ...claim, ...(origins.get(claim.id) ?? { sources: [], parties: [] }) }),
    );
  }

  private async queueOf(
    reader: Reader,
    workspaceId: string,
    rules: Rule[],
    place: number | null,
  ): Promise<string> {
    return place === null ? (await this.queues.default(reader, workspaceId)).id : rules[place]!.queueId;
  }

  /** The rules as they are kept; refuses ids that are not of the workspace. */
  private async expectKnown(reader: Reader, workspaceId: string, given: Rule[]): Promise<Rule[]> {
    const queues = new Set((await this.queues.all(reader, workspaceId)).map(({ id }) => id));
    const named = given.flatMap(({ when }) => when.parties);
    const parties = await this.parties.present(reader, workspaceId, named);
    const sources = given.flatMap(({ when }, i) =>
      when.sources.map((id, j) => [`rules.${i}.when.sources.${j}`, id] as const),
    );
    await this.sources.expectKnown(reader, workspaceId, Object.fromEntries(sources));
    return given.map(({ when, queueId }, i) => {
      if (!queues.has(queueId)) throw unknownReference(`rules.${i}.queueId`, 'queue');
      const present = when.parties.map((id, j) => {
        const party = parties.get(id);
        if (party === undefined) throw unknownReference(`rules.${i}.when.parties.${j}`, 'party');
        return party;
      });
      const { topics, languages, corroboration, minPriority } = when;
      const listed = { topics, languages, parties: present, sources: when.sources, corroboration };
      return { when: { ...eachOnce(listed), minPriority }, queueId };
    });
  }
}

function eachOnce<T extends Record<string, string[]>>(lists: T): T {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...new Set(list)]])) as T;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= TEXT_SHOWN ? text : `${characters.slice(0, TEXT_SHOWN - 1).join('')}…`;
}

function countByQueue(routed: { queueId: string }[]): { queueId: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { queueId } of routed) counts.set(queueId, (counts.get(queueId) ?? 0) + 1);
  return [...counts]
    .map(([queueId, count]) => ({ queueId, count }))
    .sort((a, b) => b.count - a.count || (a.queueId < b.queueId ? -1 : 1));
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { Ratings } from '../../reviews/ratings/ratings.service.js';
import type { AgreementDto, AgreementQuery, AgreementStatsDto, ReliabilityDto } from './agreement.dto.js';
import {
  type AgreementFilter,
  AgreementRepository,
  type PairGroup,
  type RoundGroup,
} from './agreement.repository.js';
import { nominalAlpha, ordinalAlpha, type Reliability, type UnitGroup } from './alpha.rules.js';
import { periodOf } from './period.dto.js';
import { RememberedAnswers } from '../../record/feed/remembered-answers.js';
import { RememberedReadings } from './remembered-readings.js';

/** What ends a round with its decisions known to everybody. */
const SETTLING = ['round.settled', 'claim.adjudicated'];

interface Counted {
  rounds: RoundGroup[];
  pairs: PairGroup[];
}

/** How far reviewers agree, in rounds that are settled. */
@Injectable()
export class Agreement {
  constructor(
    private readonly database: Database,
    private readonly repository: AgreementRepository,
    private readonly ratings: Ratings,
    private readonly answers: RememberedAnswers,
    private readonly readings: RememberedReadings,
  ) {}

  read({ workspaceId }: Actor, query: AgreementQuery): Promise<PreparedAnswer> {
    const { queueId = null, reviewer = null } = query;
    const filter = { workspaceId, ...periodOf(query), queueId, reviewer };
    return this.answers.poll(workspaceId, ['agreement', filter], async () => ({
      body: await this.measure(filter),
      changesInMs: Infinity,
    }));
  }

  private async measure(filter: AgreementFilter): Promise<AgreementStatsDto> {
    const { rounds, pairs } = await this.count(filter);
    const scale = await this.ratings.scale(filter.workspaceId);
    const names = await this.repository.names(this.database, filter.workspaceId);
    const order = new Map(
      scale.flatMap(({ key, scaleOrder }) => (scaleOrder === null ? [] : [[key, scaleOrder] as const])),
    );
    const agreement = (groups: UnitGroup<string>[]): AgreementDto => ({
      nominal: shown(nominalAlpha(groups)),
      ordinal: shown(ordinalAlpha(groups, order)),
    });
    const queue = (id: string) => ({ id, name: names.get(id)! });
    const member = (id: string) => ({ id, name: names.get(id) ?? null });
    return {
      from: filter.from,
      to: filter.to,
      overall: agreement(rounds),
      byQueue: partsOf(rounds, ({ queueId }) => queueId)
        .map((groups) => ({ queue: queue(groups[0]!.queueId), ...agreement(groups) }))
        .sort((a, b) => a.queue.name.localeCompare(b.queue.name)),
      byPair: partsOf(pairs, ({ one, other }) => `${one} ${other}`).map((groups) => ({
        reviewers: [member(groups[0]!.one), member(groups[0]!.other)],
        ...agreement(groups),
      })),
      byPeriod: partsOf(rounds, ({ period }) => period)
        .map((groups) => ({ period: groups[0]!.period, ...agreement(groups) }))
        .sort((a, b) => (a.period < b.period ? -1 : 1)),
    };
  }

  /** The counting reads every round of the period, so it is done again only when another one was settled. */
  private count(filter: AgreementFilter): Promise<Counted> {
    return this.readings.until(SETTLING, filter.workspaceId, [filter], async () => ({
      rounds: await this.repository.rounds(this.database, filter),
      pairs: await this.repository.pairs(this.database, filter),
    }));
  }
}

function partsOf<T>(all: T[], keyOf: (one: T) => string): T[][] {
  const parts = new Map<string, T[]>();
  for (const one of all) {
    const part = parts.get(keyOf(one));
    if (part === undefined) parts.set(keyOf(one), [one]);
    else part.push(one);
  }
  return [...parts.values()];
}

function shown({ alpha, units, pairableValues }: Reliability): ReliabilityDto {
  return { alpha: alpha === null ? null : Number(alpha.toFixed(6)), units, pairableValues };
}

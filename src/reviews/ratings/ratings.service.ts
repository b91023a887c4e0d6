import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { invalidField } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { canonical } from '../../base/text/canonical.js';
import { changesBetween } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import { defaultScale } from './default-scale.js';
import { Rating, RatingScale } from './rating.entity.js';
import { RATING_SCALE_CHANGED } from './rating.events.js';
import { faultOf, type RatingWord, type Scale, wordsOf } from './rating.rules.js';

@Injectable()
export class Ratings {
  constructor(
    private readonly database: Database,
    private readonly workspaces: Workspaces,
    private readonly events: Events,
  ) {}

  /** Puts the default scale of a new workspace in force. */
  async openScale(tx: Tx, workspaceId: string): Promise<void> {
    const words = defaultScale();
    await this.insert(tx, workspaceId, 1, words);
    await this.recordChange(tx, system(workspaceId), null, words);
  }

  /** The scale in force now; rounds are opened with it. */
  inForce(reader: Reader, workspaceId: string): Promise<RatingScale> {
    return reader
      .repository(RatingScale)
      .findOneOrFail({ where: { workspaceId }, order: { version: 'DESC' } });
  }

  /** The ratings of the scale in force now. */
  async scale(workspaceId: string, reader: Reader = this.database): Promise<Rating[]> {
    const { id: scaleId } = await this.inForce(reader, workspaceId);
    return this.scaleOf(reader, { scaleId });
  }

  /** The ratings that a round was opened with; its decisions choose among these, whatever the scale is by now. */
  scaleOf(reader: Reader, { scaleId }: { scaleId: string }): Promise<Rating[]> {
    return reader.repository(Rating).find({ where: { scaleId }, order: { place: 'ASC' } });
  }

  async read(actor: Actor): Promise<Scale> {
    const scale = await this.inForce(this.database, actor.workspaceId);
    return { scale, ratings: await this.scaleOf(this.database, { scaleId: scale.id }) };
  }

  /** Puts another scale in force. Rounds that are open keep theirs, and verdicts the rating they gave. */
  replace(actor: Actor, expected: ExpectedVersion, words: RatingWord[]): Promise<Scale> {
    return this.database.transaction(async (tx) => {
      await this.workspaces.lock(tx, actor.workspaceId);
      const scale = await this.inForce(tx, actor.workspaceId);
      expectVersion(expected, scale.version);
      const fault = faultOf(words);
      if (fault !== null) throw invalidField(fault.path, fault.message);
      const ratings = await this.scaleOf(tx, { scaleId: scale.id });
      const before = wordsOf(ratings);
      if (canonical(before) === canonical(words)) return { scale, ratings };
      const after = await this.insert(tx, actor.workspaceId, scale.version + 1, words);
      await this.recordChange(tx, actor, before, words);
      return after;
    });
  }

  private async insert(tx: Tx, workspaceId: string, version: number, words: RatingWord[]): Promise<Scale> {
    const scaleId = uuid();
    await tx.repository(RatingScale).insert({ id: scaleId, workspaceId, version });
    await tx.repository(Rating).insert(
      words.map(({ order, ...word }, i) => ({
        ...word,
        workspaceId,
        scaleId,
        place: i + 1,
        scaleOrder: order,
      })),
    );
    const scale = await tx.repository(RatingScale).findOneByOrFail({ id: scaleId });
    return { scale, ratings: await this.scaleOf(tx, { scaleId }) };
  }

  private recordChange(tx: Tx, doer: Doer, before: RatingWord[] | null, after: RatingWord[]): Promise<void> {
    return this.events.append(tx, doer, [
      RATING_SCALE_CHANGED.of(
        { id: doer.workspaceId },
        { changes: changesBetween({ ratings: before }, { ratings: after }) },
      ),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { invalidField, notFound, unknownReference } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { changesBetween } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { NewQueue, type QueueChange } from './queue.dto.js';
import { QueueNeeds, ReviewQueue } from './queue.entity.js';
import { QUEUE_CREATED, QUEUE_UPDATED } from './queue.events.js';

@Injectable()
export class Queues {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** The queue every workspace has from the start: one decision, pull. */
  async openDefault(tx: Tx, workspaceId: string): Promise<void> {
    await this.insert(tx, system(workspaceId), Object.assign(new NewQueue(), { name: 'Front desk' }), true);
  }

  create(actor: Actor, given: NewQueue): Promise<ReviewQueue> {
    return this.database.transaction((tx) => this.insert(tx, actor, given, false));
  }

  /** Changes what the queue asks of rounds that are opened from now on. */
  async change(
    actor: Actor,
    id: string,
    expected: ExpectedVersion,
    change: QueueChange,
  ): Promise<ReviewQueue> {
    return this.database.transaction(async (tx) => {
      if (change.escalateTo) await this.lockEscalations(tx, actor.workspaceId);
      const before = await tx
        .repository(ReviewQueue)
        .findOne({ where: { workspaceId: actor.workspaceId, id }, lock: { mode: 'pessimistic_write' } });
      if (before === null) throw notFound('queue');
      expectVersion(expected, before.version);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after: ReviewQueue = { ...before, ...given };
      after.nameKey = normalise(after.name);
      if (change.escalateTo) await this.expectEscalation(tx, after, change.escalateTo);
      const changes = changesBetween(told(before), told(after));
      if (Object.keys(changes).length === 0) return before;
      after.version += 1;
      await this.noteNeeds(tx, after);
      await tx.repository(ReviewQueue).update({ id }, after);
      await this.events.append(tx, actor, [QUEUE_UPDATED.of(after, { changes })]);
      return after;
    });
  }

  async read(actor: Actor, id: string): Promise<ReviewQueue> {
    const queue = await this.find(this.database, actor.workspaceId, id);
    if (queue === null) throw notFound('queue');
    return queue;
  }

  find(reader: Reader, workspaceId: string, id: string): Promise<ReviewQueue | null> {
    return reader.repository(ReviewQueue).findOneBy({ workspaceId, id });
  }

  default(reader: Reader, workspaceId: string): Promise<ReviewQueue> {
    return reader.repository(ReviewQueue).findOneByOrFail({ workspaceId, isDefault: true });
  }

  all(reader: Reader, workspaceId: string): Promise<ReviewQueue[]> {
    return reader
      .repository(ReviewQueue)
      .find({ where: { workspaceId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<ReviewQueue>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = this.database
      .repository(ReviewQueue)
      .createQueryBuilder('q')
      .where('q.workspace_id = :workspaceId', { workspaceId: actor.workspaceId })
      .orderBy({ 'q.created_at': 'ASC', 'q.id': 'ASC' })
      .limit(query.limit + 1);
    if (after) rows.andWhere('(q.created_at, q.id) > (:at, :id)', { at: after[0], id: after[1] });
    return pageFrom(
      await rows.getMany(),
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  /** What the queue asks of its reviewers now: of rounds that come to it, and for as long as they are there. */
  needsNow(reader: Reader, { workspaceId, id, languages, skills }: ReviewQueue): Promise<QueueNeeds> {
    return reader
      .repository(QueueNeeds)
      .createQueryBuilder('n')
      .where('n.workspace_id = :workspaceId and n.queue_id = :id', { workspaceId, id })
      .andWhere('n.languages = :languages and n.skills = :skills', { languages, skills })
      .getOneOrFail();
  }

  needs(reader: Reader, id: string): Promise<QueueNeeds> {
    return reader.repository(QueueNeeds).findOneByOrFail({ id });
  }

  /** Before it asks for something, that has a row of its own. */
  private async noteNeeds(tx: Tx, { workspaceId, id, languages, skills }: ReviewQueue): Promise<void> {
    await tx.query(
      `insert into queue_needs (id, workspace_id, queue_id, languages, skills) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, queue_id, languages, skills) do nothing`,
      [uuid(), workspaceId, id, languages, skills],
    );
  }

  /** Keeps two changes apart that together would make a loop. */
  private async lockEscalations(tx: Tx, workspaceId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`escalations:${workspaceId}`]);
  }

  private async expectEscalation(
    tx: Tx,
    { id, workspaceId }: Pick<ReviewQueue, 'id' | 'workspaceId'>,
    to: string,
  ): Promise<void> {
    const way = await tx.query<{ id: string }>(
      `with recursive way (id, escalate_to) as (
         select id, escalate_to from queues where workspace_id = $1 and id = $2
         union
         select q.id, q.escalate_to from way join queues q on q.workspace_id = $1 and q.id = way.escalate_to
       )
       select id from way`,
      [workspaceId, to],
    );
    if (way.length === 0) throw unknownReference('escalateTo', 'queue');
    if (way.some((queue) => queue.id === id))
      throw invalidField(
        'escalateTo',
        'must be another queue, from which no escalation comes back to this one',
      );
  }

  private async insert(tx: Tx, doer: Doer, given: NewQueue, isDefault: boolean): Promise<ReviewQueue> {
    const id = uuid();
    const { workspaceId } = doer;
    if (given.escalateTo) await this.expectEscalation(tx, { id, workspaceId }, given.escalateTo);
    await tx
      .repository(ReviewQueue)
      .insert({ ...given, id, workspaceId, nameKey: normalise(given.name), isDefault });
    const queue = await tx.repository(ReviewQueue).findOneByOrFail({ id });
    await this.noteNeeds(tx, queue);
    await this.events.append(tx, doer, [QUEUE_CREATED.of(queue, { queue: told(queue) })]);
    return queue;
  }
}

/** Whether a member has what a queue asks of its reviewers. */
export function meetsNeeds(
  needs: Pick<QueueNeeds, 'languages' | 'skills'>,
  member: Pick<Actor, 'languages' | 'skills'>,
): boolean {
  const has = (given: string[], needed: string[]) => {
    const keys = new Set(given.map(normalise));
    return needed.every((need) => keys.has(normalise(need)));
  };
  return has(member.languages, needs.languages) && has(member.skills, needs.skills);
}

function told(queue: ReviewQueue) {
  const { workspaceId: _w, nameKey: _k, createdAt: _c, version: _v, id: _i, ...fields } = queue;
  return fields;
}

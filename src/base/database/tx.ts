import type { EntityManager, ObjectLiteral, EntityTarget, Repository } from 'typeorm';
import { type Connection, run } from './prepared.js';

/** What can be asked of the database, inside a transaction or outside of one. */
export interface Reader {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T>;
}

/** An open transaction. Every write takes one as its first argument; only Database.transaction makes one. */
export class Tx implements Reader {
  readonly afterwards: (() => void)[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly manager: EntityManager,
    private readonly connection: Connection,
  ) {}

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    // One after the other: what is asked side by side elsewhere shares a connection here.
    const answer = this.last.then(() => run<Row>(this.connection, sql, parameters));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Runs a part of the work that can fail by itself: what it did is then undone, and the rest can go on. */
  async nested<T>(work: () => Promise<T>): Promise<T> {
    await this.query('savepoint part');
    try {
      const result = await work();
      await this.query('release savepoint part');
      return result;
    } catch (error) {
      await this.query('rollback to savepoint part');
      await this.query('release savepoint part');
      throw error;
    }
  }

  /** Runs after the commit, never when the transaction rolls back. It must not throw and not wait. */
  afterCommit(effect: () => void): void {
    this.afterwards.push(effect);
  }
}

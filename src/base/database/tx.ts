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

  constructor(
    private readonly manager: EntityManager,
    private readonly connection: Connection,
  ) {}

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return run<Row>(this.connection, sql, parameters);
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Runs after the commit, never when the transaction rolls back. It must not throw and not wait. */
  afterCommit(effect: () => void): void {
    this.afterwards.push(effect);
  }
}

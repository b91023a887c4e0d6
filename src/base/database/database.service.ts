import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { translateConstraint } from './constraints.js';
import { type Connection, run } from './prepared.js';
import { type Reader, Tx } from './tx.js';

// serialization_failure, deadlock_detected: the database undid everything and asks to be asked again.
const TRANSIENT = new Set(['40001', '40P01']);
const TRIES = 4;

export interface PoolUse {
  total: number;
  idle: number;
  waiting: number;
  /** As many connections may be open at once. */
  most: number;
}

/** The one opener of transactions. */
@Injectable()
export class Database implements Reader {
  private readonly whole = new AsyncLocalStorage<Tx>();

  constructor(readonly dataSource: DataSource) {}

  /** Runs the work in one transaction: all of it happens, or nothing. Transient failures are tried again. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const around = this.whole.getStore();
    if (around !== undefined) return around.nested(() => work(around));
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === TRIES || !TRANSIENT.has((error as { code?: string }).code ?? '')) {
          throw translateConstraint(error);
        }
      }
    }
  }

  /**
   * Runs the work in one transaction together with everything that is read or written meanwhile on its behalf: each
   * transaction opened inside becomes a part of it. For what must stand or fall with a whole request.
   */
  asOne<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction((tx) => this.whole.run(tx, () => work(tx)));
  }

  /** Runs work that serves the whole process, and so is no part of the transaction of whoever happened to start it. */
  apart<T>(work: () => T): T {
    return this.whole.exit(work);
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.whole.getStore()?.query<Row>(sql, parameters) ?? run<Row>(this.pool, sql, parameters);
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.whole.getStore()?.repository(entity) ?? this.dataSource.getRepository(entity);
  }

  /** How the pool of this process is used at this moment; `waiting` counts who waits for a connection. */
  get use(): PoolUse {
    const { totalCount, idleCount, waitingCount, options } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount, most: options.max };
  }

  private get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, tx } = await this.dataSource.transaction(async (manager) => {
      const tx = new Tx(manager, (await manager.queryRunner!.connect()) as Connection);
      return { result: await work(tx), tx };
    });
    for (const effect of tx.afterwards) effect();
    return result;
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { translateConstraint } from './constraints.js';
import { type Connection, run } from './prepared.js';
import { type Reader, Tx } from './tx.js';

// serialization_failure, deadlock_detected: the database undid everything and asks to be asked again.
const TRANSIENT = new Set(['40001', '40P01']);
const TRIES = 4;

/** The one opener of transactions. */
@Injectable()
export class Database implements Reader {
  constructor(readonly dataSource: DataSource) {}

  /** Runs the work in one transaction: all of it happens, or nothing. Transient failures are tried again. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
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

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return run<Row>((this.dataSource.driver as PostgresDriver).master as Connection, sql, parameters);
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.dataSource.getRepository(entity);
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

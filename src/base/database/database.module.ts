import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { Settings } from '../config/settings.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.service.js';
import { Leadership } from './leadership.service.js';

/**
 * One pool of connections for the process; DATABASE_URL is set by then, also for the embedded database. The pool is
 * closed on application shutdown, so whatever works in the background ends in beforeApplicationShutdown.
 */
@Global()
@Module({ providers: [Database, Leadership], exports: [Database, Leadership] })
export class DatabaseModule {
  static with(entities: MixedList<string | (new () => unknown) | EntitySchema>) {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          useFactory: (settings: Settings) => ({
            ...createDataSource(settings.DATABASE_URL!, entities).options,
          }),
          dataSourceFactory: async (options) => new DataSource(options!).initialize(),
        }),
      ],
    };
  }
}

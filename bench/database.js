import { once } from 'node:events';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createDataSource } from '../dist/src/base/database/data-source.js';
import { Database } from '../dist/src/base/database/database.service.js';
import { ENTITIES } from '../dist/src/entities.js';

export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Calls repositories of the product and hands out the SQL they sent, so that what is measured bare is the same. */
export async function openRecorder(databaseUrl) {
  let statements = [];
  const ignore = () => {};
  const logger = {
    logQuery: (sql, parameters = []) => statements.push({ sql, parameters }),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
  const { options } = createDataSource(databaseUrl, ENTITIES, { connections: 1 });
  const dataSource = await new DataSource({ ...options, logger, logging: ['query'] }).initialize();
  return {
    async statementsOf(work) {
      statements = [];
      await work(new Database(dataSource));
      return statements;
    },
    close: () => dataSource.destroy(),
  };
}

/** Sends a COPY what it is to take in, in pieces of text, and waits for its end. */
export function copyFrom(client, sql, pieces) {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: async (connection) => {
        for await (const piece of pieces) {
          connection.sendCopyFromChunk(Buffer.from(piece));
          if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
        }
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    });
  });
}

/** Lets work be done on as many connections, and closes them after it. */
export async function withConnections(databaseUrl, count, work) {
  const clients = await Promise.all(Array.from({ length: count }, () => connect(databaseUrl)));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './tx.js';

const statements = new WeakMap<EntityMetadata, string>();
const bulkStatements = new WeakMap<EntityMetadata, string>();

/**
 * Writes a row of which every column is given. For what is written hundreds of times a second: there, making the
 * statement anew each time, and having it planned anew, takes longer than the insert.
 */
export async function insertRow<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  row: T,
): Promise<void> {
  const { metadata } = tx.repository(entity);
  const values = metadata.columns.map(({ propertyName, type }) => {
    const value = row[propertyName] as unknown;
    return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
  });
  await tx.query(statementFor(metadata), values);
}

/** Writes many such rows in one statement, which has one text however many they are. */
export async function insertRows<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: T[],
): Promise<void> {
  if (rows.length === 0) return;
  const { metadata } = tx.repository(entity);
  const records = rows.map((row) =>
    Object.fromEntries(
      metadata.columns.map(({ propertyName, databaseName }) => [databaseName, row[propertyName] as unknown]),
    ),
  );
  await tx.query(bulkStatementFor(metadata), [JSON.stringify(records)]);
}

function statementFor(metadata: EntityMetadata): string {
  const known = statements.get(metadata);
  if (known !== undefined) return known;
  const names = columnsOf(metadata);
  const statement = `insert into ${metadata.tableName} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  statements.set(metadata, statement);
  return statement;
}

function bulkStatementFor(metadata: EntityMetadata): string {
  const known = bulkStatements.get(metadata);
  if (known !== undefined) return known;
  const { tableName } = metadata;
  const names = columnsOf(metadata).join(', ');
  const statement = `insert into ${tableName} (${names}) select ${names} from json_populate_recordset(null::${tableName}, $1)`;
  bulkStatements.set(metadata, statement);
  return statement;
}

function columnsOf({ columns }: EntityMetadata): string[] {
  return columns.map(({ databaseName }) => databaseName);
}

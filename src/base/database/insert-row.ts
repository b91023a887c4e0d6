import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './tx.js';

const statements = new WeakMap<EntityMetadata, string>();

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

function statementFor(metadata: EntityMetadata): string {
  const known = statements.get(metadata);
  if (known !== undefined) return known;
  const { columns, tableName } = metadata;
  const names = columns.map(({ databaseName }) => databaseName);
  const statement = `insert into ${tableName} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  statements.set(metadata, statement);
  return statement;
}

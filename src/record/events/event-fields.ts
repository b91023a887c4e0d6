import { type Static, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox';
import type { Changes } from './event.js';

/* The kinds of fields that the data of events has. */

export const id = (description?: string) =>
  Type.String({ format: 'uuid', ...(description && { description }) });

/** Given as a Date or as it is written. */
export const instant = (description?: string): TUnsafe<Date | string> =>
  Type.Unsafe({ type: 'string', format: 'date-time', ...(description && { description }) });

/** A time, or a date alone. */
export const moment = () => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T.+)?$' });

export const oneOf = <Word extends string>(words: readonly Word[], description?: string): TUnsafe<Word> =>
  Type.Unsafe({ type: 'string', enum: [...words], ...(description && { description }) });

export const nullable = <T extends TSchema>(schema: T): TUnsafe<Static<T> | null> =>
  Type.Unsafe({ anyOf: [schema, { type: 'null' }] });

export const list = <T extends TSchema>(items: T) => Type.Array(items);

/** Before and after of those of these fields that differ; a field that was not there before comes from null. */
export const changesOf = (fields: TProperties): TUnsafe<Changes> =>
  Type.Unsafe({
    type: 'object',
    description: 'Before and after of each field that changed.',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        Type.Object({ from: nullable(field), to: nullable(field) }),
      ]),
    ),
  });

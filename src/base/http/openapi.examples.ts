import { resolve, type Schema, type Schemas } from './openapi.schemas.js';

/**
 * A whole body made of the examples of its fields. In a request, what may be left out and has no example of its own
 * is left out: an invented id would only be refused.
 */
export function sampleOf(schema: Schema, schemas: Schemas, use: 'request' | 'response'): unknown {
  if (schema.$ref !== undefined) return sampleOf(resolve(schema, schemas), schemas, use);
  if (schema.examples !== undefined) return schema.examples[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return sampleOf(choice[0]!, schemas, use);
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map((part) => sampleOf(part, schemas, use));
    return parts.length === 1 ? parts[0] : Object.assign({}, ...parts);
  }
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.items !== undefined) return [sampleOf(schema.items, schemas, use)];
  if (schema.properties !== undefined) return sampleOfFields(schema, schemas, use);
  return plain(schema);
}

function sampleOfFields(schema: Schema, schemas: Schemas, use: 'request' | 'response'): unknown {
  const fields = Object.entries(schema.properties!).filter(
    ([name, field]) => use === 'response' || schema.required?.includes(name) || hasExample(field, schemas),
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, schemas, use)]));
}

function hasExample(schema: Schema, schemas: Schemas): boolean {
  if (schema.$ref !== undefined) return hasExample(resolve(schema, schemas), schemas);
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return (
    schema.examples !== undefined ||
    schema.properties !== undefined ||
    inner.some((part) => hasExample(part, schemas)) ||
    (schema.items !== undefined && hasExample(schema.items, schemas))
  );
}

function plain({ type, format }: Schema): unknown {
  const [first] = [type].flat();
  if (format === 'uuid') return '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
  if (format === 'date-time') return '2024-10-24T10:00:00.000Z';
  if (format === 'uri') return 'https://news.example/article';
  if (first === 'string') return 'text';
  if (first === 'integer' || first === 'number') return 1;
  if (first === 'boolean') return false;
  if (first === 'array') return [];
  return {};
}

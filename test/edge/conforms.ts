import type { Document, Schema } from './document.js';

const FORMATS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/,
};

/** What in an answer is not as its description says; also a field that the description does not know. */
export function faults(document: Document, given: Schema, value: unknown, path = '$'): string[] {
  const schema = document.resolve(given);
  if (schema.allOf) {
    // One part of several does not know the fields of the others.
    const parts = schema.allOf.map((part) => document.resolve(part));
    const open = parts.length > 1 ? parts.map((part) => ({ additionalProperties: true, ...part })) : parts;
    return open.flatMap((part) => faults(document, part, value, path));
  }
  if (schema.anyOf) {
    const each = schema.anyOf.map((part) => faults(document, part, value, path));
    return each.some((found) => found.length === 0) ? [] : each[0]!;
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return [`${path} is ${JSON.stringify(value)}, not ${types.join(' or ')}`];
  }
  if (schema.enum && !schema.enum.includes(value))
    return [`${path} is ${String(value)}, not one of its values`];
  if (typeof value === 'string' && FORMATS[schema.format ?? '']?.test(value) === false) {
    return [`${path} is ${value}, not a ${schema.format}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => faults(document, schema.items ?? {}, item, `${path}[${i}]`));
  }
  return typeof value === 'object' && value !== null ? inObject(document, schema, value, path) : [];
}

function inObject(document: Document, schema: Schema, value: object, path: string): string[] {
  const { properties, additionalProperties } = schema;
  const missing = (schema.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const known = properties?.[name];
    if (known) return faults(document, known, inner, `${path}.${name}`);
    if (typeof additionalProperties === 'object')
      return faults(document, additionalProperties, inner, `${path}.${name}`);
    return additionalProperties === true || properties === undefined
      ? []
      : [`${path}.${name} is not described`];
  });
  return [...missing, ...wrong];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of JSON Schema as the descriptions of our fields use. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
  discriminator?: { propertyName: string; mapping: Record<string, string> };
}
export type Schemas = Record<string, Schema>;

export function nameIn(ref: string): string {
  return ref.split('/').at(-1)!;
}

/** The schema itself, or the one it names. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref === undefined ? schema : schemas[nameIn(schema.$ref)]!;
}

/** Calls schemas what readers call the things: `Claim`, where the class is ClaimDto. */
export function withReadableNames(document: OpenAPIObject): OpenAPIObject {
  const renamed = JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === '$ref' ? (value as string).replace(/Dto$/, '') : value,
  ) as OpenAPIObject;
  const schemas = Object.entries(renamed.components!.schemas!);
  renamed.components!.schemas = Object.fromEntries(
    schemas.map(([name, schema]) => [name.replace(/Dto$/, ''), schema]),
  );
  return renamed;
}

/** OpenAPI 3.1 speaks JSON Schema, which has `examples` where 3.0 had `example`. */
export function modernExamples(schema: Schema): void {
  if ('example' in schema) {
    schema.examples = [schema.example];
    delete schema.example;
  }
  inside(schema).forEach(modernExamples);
}

/** Says of the schemas of requests, and of what they hold, that nothing unknown is taken. */
export function closeRequests(schemas: Schemas, roots: Schema[]): void {
  const seen = new Set<Schema>();
  const close = (given: Schema): void => {
    const schema = resolve(given, schemas);
    if (seen.has(schema)) return;
    seen.add(schema);
    if (schema.type === 'object') schema.additionalProperties ??= false;
    inside(schema).forEach(close);
  };
  roots.forEach(close);
}

function inside(schema: Schema): Schema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ];
}

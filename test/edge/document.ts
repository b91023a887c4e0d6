import { type Desk, sharedDesk } from '../setup/desk.js';
import type { Json } from '../setup/workspace.js';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

/** An operation as the live description tells it. */
export interface Operation {
  id: string;
  method: string;
  /** As in the description: /api/v1/claims/{id}. */
  path: string;
  permission: string | undefined;
  parameters: Parameter[];
  /** Schema of a JSON body, where the operation takes one. */
  body: Schema | undefined;
  responses: Record<string, Json>;
  polling: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** The description that a running server gives of itself. */
export class Document {
  private constructor(readonly json: Json) {}

  static async of(desk: Desk = sharedDesk()): Promise<Document> {
    const response = await fetch(`${desk.url}/api/openapi.json`);
    return new Document(await response.json());
  }

  get operations(): Operation[] {
    return Object.entries<Json>(this.json.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => METHODS.includes(method))
        .map((method) => this.operation(path, method, item[method])),
    );
  }

  /** Those that ask who is calling. */
  get guarded(): Operation[] {
    return this.operations.filter(({ permission }) => permission !== undefined);
  }

  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const path = schema.$ref.replace('#/', '').split('/');
    return path.reduce<Json>((node, key) => node[key], this.json);
  }

  /** Every place of a schema, with its path as errors name it: `statement.sourceId`, `appearances.0.url`. */
  fields(
    schema: Schema,
    path = '',
  ): { path: string; schema: Schema; required: boolean; nullable: boolean }[] {
    return this.objects(schema).flatMap(({ properties = {}, required = [] }) =>
      Object.entries(properties).flatMap(([name, field]) => {
        const at = path === '' ? name : `${path}.${name}`;
        const here = {
          path: at,
          schema: field,
          required: required.includes(name),
          nullable: this.isNullable(field),
        };
        const item = this.plain(field).items;
        const inItems = item === undefined ? [] : this.fields(item, `${at}.0`);
        return [here, ...this.fields(field, at), ...inItems];
      }),
    );
  }

  /** The schema behind a reference or beside null. */
  plain(schema: Schema): Schema {
    const own = this.resolve(schema);
    const inner = (own.anyOf ?? own.allOf ?? [])
      .map((part) => this.resolve(part))
      .find(({ type }) => type !== 'null');
    return inner === undefined ? own : this.plain(inner);
  }

  isNullable(schema: Schema): boolean {
    const own = this.resolve(schema);
    return [own.type].flat().includes('null') || (own.anyOf ?? []).some((part) => this.isNullable(part));
  }

  private objects(schema: Schema): Schema[] {
    const own = this.plain(schema);
    return own.properties === undefined ? [] : [own];
  }

  private operation(path: string, method: string, described: Json): Operation {
    return {
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      permission: described['x-permission'],
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema,
      responses: described.responses,
      polling: described.responses['304'] !== undefined,
    };
  }
}

/** Places in a body are dotted paths; numbers are places in lists. */
export function withField(body: Json, path: string, value: unknown): Json {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  const next = Array.isArray(body) ? [...body] : { ...body };
  const key = Array.isArray(body) ? Number(first) : first;
  const isList = rest[0] !== undefined && /^\d+$/.test(rest[0]);
  next[key] = rest.length === 0 ? value : withField(body?.[key] ?? (isList ? [] : {}), rest.join('.'), value);
  return next;
}

/** The path without its base, as a Client takes it. */
export function under(path: string): string {
  return path.replace('/api/v1', '');
}

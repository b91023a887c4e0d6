import { randomBytes } from 'node:crypto';
import { type Desk, sharedDesk } from './desk.js';

export type Role = 'viewer' | 'fact_checker' | 'reviewer' | 'editor' | 'admin';

/** What a test reads of an answer is its own assertion; a type here would only repeat the product's. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface RequestOptions {
  body?: unknown;
  /** Sent as it is, e.g. broken JSON. */
  raw?: string;
  headers?: Record<string, string>;
  ifMatch?: number | string;
}

/** A caller of the API with a key of its own. */
export class Client {
  constructor(
    readonly desk: Desk,
    readonly key: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', path, { headers });
  }

  post(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<Answer> {
    return this.request('POST', path, { ...options, body });
  }

  patch(path: string, body: unknown, ifMatch: number | string): Promise<Answer> {
    return this.request('PATCH', path, { body, ifMatch });
  }

  put(path: string, body: unknown, ifMatch: number | string): Promise<Answer> {
    return this.request('PUT', path, { body, ifMatch });
  }

  delete(path: string): Promise<Answer> {
    return this.request('DELETE', path, {});
  }

  async request(method: string, path: string, options: RequestOptions): Promise<Answer> {
    const response = await this.send(method, path, options);
    // A stream has no end that could be waited for.
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await response.text();
    if (isStream) await response.body!.cancel();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  /** Asks, and goes away without reading the answer; all that it learns is the status. */
  async vanishing(method: string, path: string, options: RequestOptions): Promise<number> {
    const response = await this.send(method, path, options);
    await response.body?.cancel();
    return response.status;
  }

  private send(method: string, path: string, options: RequestOptions): Promise<Response> {
    const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    return fetch(`${this.desk.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(options.ifMatch !== undefined && {
          'if-match': typeof options.ifMatch === 'number' ? `"${options.ifMatch}"` : options.ifMatch,
        }),
        ...options.headers,
      },
      body,
    });
  }
}

/** A newsroom of its own: nothing that another test does can be seen in it. */
export class Workspace {
  private constructor(
    readonly desk: Desk,
    readonly slug: string,
  ) {}

  static open(desk: Desk = sharedDesk()): Workspace {
    return new Workspace(desk, `w-${randomBytes(6).toString('hex')}`);
  }

  /** A member with a key; every name is a member of its own. */
  async client(role: Role, name: string = role): Promise<Client> {
    const response = await fetch(process.env['TEST_KEYS_URL']!, {
      method: 'POST',
      body: JSON.stringify({ databaseUrl: this.desk.databaseUrl, workspace: this.slug, role, name }),
    });
    if (!response.ok) throw new Error(await response.text());
    return new Client(this.desk, await response.text());
  }
}

let unique = 0;

/** Enters a source and answers it; the name is made unique. */
export async function source(by: Client, fields: Record<string, unknown> = {}): Promise<Json> {
  const answer = await by.post('/sources', { name: `Source ${++unique}`, kind: 'government', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Enters a claim and answers it. */
export async function claim(by: Client, fields: Record<string, unknown> = {}): Promise<Json> {
  const answer = await by.post('/claims', { text: `Claim ${++unique}`, language: 'en', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Enters a claim and queues it; answers it as queued. */
export async function queuedClaim(
  by: Client,
  fields: Record<string, unknown> = {},
  to: object = {},
): Promise<Json> {
  const { id, version } = await claim(by, fields);
  const answer = await by.post(`/claims/${id}/transitions`, { to: 'queued', ...to }, { ifMatch: version });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

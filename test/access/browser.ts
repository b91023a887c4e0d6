import type { Desk } from '../setup/desk.js';
import type { Answer } from '../setup/workspace.js';

export interface Page {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A browser with a page of the desk open: it keeps cookies, and says whose page asks. */
export class Browser {
  cookie: string | null = null;

  constructor(readonly desk: Desk) {}

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.request('POST', path, { body });
  }

  delete(path: string): Promise<Answer> {
    return this.request('DELETE', path);
  }

  async request(method: string, path: string, { body, headers }: Page = {}): Promise<Answer> {
    const response = await this.send(method, path, { body, headers });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';')[0]!.endsWith('=') ? null : set.split(';')[0]!;
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? '' : JSON.parse(text),
    };
  }

  send(method: string, path: string, { body, headers }: Page = {}): Promise<Response> {
    return fetch(`${this.desk.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.desk.url,
        ...(this.cookie !== null && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

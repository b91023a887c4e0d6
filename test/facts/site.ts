import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** Somebody's web site, whose pages can change and go. */
export class Site {
  private readonly pages = new Map<string, Respond>();
  readonly asked: IncomingMessage[] = [];

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(): Promise<Site> {
    const server = createServer((request, response) => {
      site.asked.push(request);
      const respond = site.pages.get(request.url!);
      if (respond === undefined) response.writeHead(404).end('There is nothing here.');
      else respond(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = new Site(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return site;
  }

  /** Puts a page there, and answers its address. */
  put(path: string, body: Buffer | string, headers: Record<string, string> = {}): string {
    return this.on(path, (_, response) => response.writeHead(200, headers).end(body));
  }

  on(path: string, respond: Respond): string {
    this.pages.set(path, respond);
    return `${this.url}${path}`;
  }

  take(path: string): void {
    this.pages.delete(path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

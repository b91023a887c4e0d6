import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { type Client, type Json } from '../setup/workspace.js';
import { eventually } from '../setup/desk.js';

export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  event: Json;
}

type Respond = (request: IncomingMessage, response: ServerResponse, received: Received) => void;

/** An endpoint of one's own that takes messages and keeps them. */
export class Receiver {
  readonly received: Received[] = [];
  respond: Respond = (_, response) => response.writeHead(204).end();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(address = '127.0.0.1', port = 0): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const received = { headers: request.headers, text, event: text === '' ? null : JSON.parse(text) };
        receiver.received.push(received);
        receiver.respond(request, response, received);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, address, resolve));
    const { port: given } = server.address() as AddressInfo;
    const receiver = new Receiver(server, `http://${address}:${given}`);
    return receiver;
  }

  get types(): string[] {
    return this.received.map(({ event }) => event.type);
  }

  /** Answers every message with this status. */
  answer(status: number, headers: Record<string, string> = {}, body = ''): void {
    this.respond = (_, response) => response.writeHead(status, headers).end(body);
  }

  /** Waits for so many messages. */
  async until(count: number): Promise<Received[]> {
    return eventually(
      () => Promise.resolve(this.received),
      ({ length }) => length >= count,
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Makes a webhook and answers it with its secret. */
export async function webhook(by: Client, url: string, events: string[] = []): Promise<Json> {
  const answer = await by.post('/webhooks', { url, events });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Whether a message was signed with this secret, as a receiver finds out. */
export function isSignedWith(secret: string, { headers, text }: Received): boolean {
  try {
    new Webhook(secret).verify(text, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

export async function deliveries(by: Client, id: string, query = ''): Promise<Json[]> {
  return (await by.get(`/webhooks/${id}/deliveries${query}`)).body.items;
}

/** Waits until a webhook's newest delivery is as wanted. */
export function newestDelivery(by: Client, id: string, wanted: (delivery: Json) => boolean): Promise<Json> {
  return eventually(
    async () => (await deliveries(by, id, '?limit=1'))[0],
    (delivery) => delivery !== undefined && wanted(delivery),
  );
}

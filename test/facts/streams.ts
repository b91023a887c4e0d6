import { createParser } from 'eventsource-parser';
import type { Client, Json } from '../setup/workspace.js';

/** A reader of GET /events/stream that remembers where it stands, as clients of server-sent events do. */
export class StreamReader {
  readonly events: Json[] = [];
  /** The last id it was told, also without an event. */
  lastId: string | undefined;
  ended = false;
  private abort = new AbortController();

  constructor(
    private readonly by: Client,
    private readonly query = '',
  ) {}

  /** Connects, from where it stands, and goes on reading until it is dropped or the stream ends. */
  async connect(through: Client = this.by): Promise<Response> {
    this.abort = new AbortController();
    this.ended = false;
    const response = await fetch(`${through.desk.url}/api/v1/events/stream${this.query}`, {
      headers: {
        authorization: `Bearer ${this.by.key}`,
        ...(this.lastId !== undefined && { 'last-event-id': this.lastId }),
      },
      signal: this.abort.signal,
    });
    if (response.status === 200) void this.read(response).catch(() => (this.ended = true));
    return response;
  }

  drop(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    const parser = createParser({
      onEvent: ({ id, data }) => {
        this.lastId = id;
        this.events.push(JSON.parse(data));
      },
    });
    const text = response.body!.pipeThrough(new TextDecoderStream());
    for await (const chunk of text as unknown as AsyncIterable<string>) {
      parser.feed(chunk);
      // A block without data moves the id too, and no event tells of it.
      this.lastId = /(?:^|\n):\nid: (\d+)\n\n$/.exec(chunk)?.[1] ?? this.lastId;
    }
    this.ended = true;
  }
}

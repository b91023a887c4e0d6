import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of the protocol of S3 as keeping, reading and taking away files needs, in memory. */
export class ObjectStore {
  readonly objects = new Map<string, Buffer>();
  /** Whether it says no to everything. */
  fails = false;
  private readonly parts = new Map<string, Buffer[]>();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(): Promise<ObjectStore> {
    const server = createServer((request, response) => void store.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const store = new ObjectStore(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return store;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, this.url);
    const body = await bodyOf(request);
    const xml = (status: number, text = '') =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
    const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/');
    if (this.fails || !signed) return void xml(403, '<Error><Code>AccessDenied</Code></Error>');
    const upload = searchParams.get('uploadId');
    switch (request.method) {
      case 'POST':
        if (upload === null) {
          const id = `upload-${this.parts.size}`;
          this.parts.set(id, []);
          return void xml(
            200,
            `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
          );
        }
        this.objects.set(pathname, Buffer.concat(this.parts.get(upload)!));
        return void xml(
          200,
          '<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>',
        );
      case 'PUT':
        if (upload === null) this.objects.set(pathname, body);
        else this.parts.get(upload)![Number(searchParams.get('partNumber')) - 1] = body;
        return void response.writeHead(200, { etag: '"part"' }).end();
      case 'GET': {
        const object = this.objects.get(pathname);
        return void (object === undefined
          ? xml(404, '<Error><Code>NoSuchKey</Code></Error>')
          : response.writeHead(200).end(object));
      }
      default:
        if (upload === null) this.objects.delete(pathname);
        else this.parts.delete(upload);
        return void response.writeHead(204).end();
    }
  }
}

/** What was sent; the SDK may send it in chunks with a checksum of their own behind. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  if (!request.headers['content-encoding']?.includes('aws-chunked')) return whole;
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const end = whole.indexOf('\r\n', at);
    const size = parseInt(whole.subarray(at, end).toString().split(';')[0]!, 16);
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(whole.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

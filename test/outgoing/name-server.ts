import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';

const A = 1;
const AAAA = 28;

/** A DNS server of one's own: each name has its addresses, or one list of them after the other, asked again and again. */
export class NameServer {
  /** Names that were asked for, in order. */
  readonly asked: string[] = [];
  private readonly names = new Map<string, string[][]>();

  private constructor(private readonly socket: Socket) {}

  static async open(): Promise<NameServer> {
    const socket = createSocket('udp4');
    const server = new NameServer(socket);
    socket.on('message', (query, { port, address }) => socket.send(server.answer(query), port, address));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  /** Says the lists one after the other, and the last one for ever. */
  tell(name: string, ...answers: string[][]): void {
    this.names.set(name, answers);
  }

  async close(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }

  private answer(query: Buffer): Buffer {
    const { name, end } = nameIn(query);
    const type = query.readUInt16BE(end);
    const question = query.subarray(12, end + 4);
    const answers = this.names.get(name) ?? [];
    // Both versions are asked for at once and belong together.
    const [addresses = []] = type === AAAA && answers.length > 1 ? [answers.shift()!] : answers;
    if (type === A) this.asked.push(name);
    const records = addresses
      .filter((address) => (type === A ? isIPv4(address) : type === AAAA && !isIPv4(address)))
      .map((address) => record(type, address));
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(records.length === 0 && answers.length === 0 ? 0x8183 : 0x8180, 2);
    [1, records.length, 0, 0].forEach((count, i) => header.writeUInt16BE(count, 4 + 2 * i));
    return Buffer.concat([header, question, ...records]);
  }
}

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

function record(type: number, address: string): Buffer {
  const data = type === A ? Buffer.from(address.split('.').map(Number)) : bytesOf(address);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(0, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function bytesOf(address: string): Buffer {
  const [front = '', back = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [groups(front), groups(back)];
  const middle = new Array<number>(8 - first.length - last.length).fill(0);
  return Buffer.from([...first, ...middle, ...last].flatMap((group) => [group >> 8, group & 0xff]));
}

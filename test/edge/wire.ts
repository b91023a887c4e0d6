import { connect } from 'node:net';
import type { Desk } from '../setup/desk.js';

export interface WireAnswer {
  status: number;
  headers: Headers;
  body: string;
}

/** Sends bytes as they are, which fetch would refuse to send, and reads the answer until the server is done. */
export function sendRaw(desk: Desk, text: string): Promise<WireAnswer> {
  const { hostname, port } = new URL(desk.url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text, 'latin1'));
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer within 10 seconds')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'))));
  });
}

/** A request on one line, which asks the server to close the connection after it. */
export function requestLine(method: string, path: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({ host: 'desk', connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

function readAnswer(text: string): WireAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/:\s*/, 2) as [string, string]));
  return { status: Number(status.split(' ')[1]), headers, body: rest.join('\r\n\r\n') };
}

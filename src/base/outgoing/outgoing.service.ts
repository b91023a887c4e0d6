import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { LookupFunction, Socket } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { DestinationRefused, Destinations } from './destinations.js';

const CONNECT_MS = 5000;
const HEADERS_MS = 15_000;
const BODY_MS = 5000;
const WHOLE_MS = 20_000;
const DOWNLOAD_MS = 5 * 60_000;
const DOWNLOAD_BODY_MS = 30_000;
const KEEP_ALIVE_MS = 4000;
const HEADERS_SIZE = 16 * 1024;

export interface OutgoingRequest {
  /** What it is for, as metrics name it. */
  purpose: string;
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** As many bytes of the answer are read; then the connection is closed. */
  answerBytes: number;
  /** Gives up when this is aborted. */
  signal: AbortSignal;
}

export interface Download {
  /** What it is for, as metrics name it. */
  purpose: string;
  url: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}

interface AnswerHead {
  status: number;
  headers: Record<string, string | string[]>;
}

export interface DownloadAnswer extends AnswerHead {
  /** As it comes, of any length. Throws in words when it breaks off. */
  body: AsyncIterable<Uint8Array>;
  /** Closes the connection where the body is not wanted. */
  discard(): void;
}

export interface OutgoingAnswer extends AnswerHead {
  body: Buffer;
  /** Whether the answer went on after these bytes, or broke off. */
  cut: boolean;
}

/** One request that is over, whatever came of it. */
export interface FinishedRequest {
  purpose: string;
  /** `2xx` … `5xx`; `refused`: not sent, because of where it would have gone; `failed`: no answer. */
  outcome: string;
  seconds: number;
}

/**
 * Requests to addresses that others chose. A name is asked for once per connection, all its addresses are checked, and
 * the connection goes to one of exactly these. Redirects are never followed, proxies of the environment not used, and
 * nothing waits for ever or takes more than it must.
 */
@Injectable()
export class Outgoing implements BeforeApplicationShutdown {
  private readonly listeners = new Set<(request: FinishedRequest) => void>();
  private readonly agent: Agent;

  constructor(private readonly destinations: Destinations) {
    this.agent = new Agent({
      connect: guarded(destinations),
      headersTimeout: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: HEADERS_SIZE,
      pipelining: 1,
    });
  }

  /** Tells of every request of this process, when it is over. */
  whenFinished(listener: (request: FinishedRequest) => void): void {
    this.listeners.add(listener);
  }

  /** Sends a request and answers what came back, also when it says no. Throws in words when nothing did. */
  send({ answerBytes, ...request }: OutgoingRequest): Promise<OutgoingAnswer> {
    return this.told(request.purpose, async () => {
      const { statusCode, headers, body } = await this.request(request, WHOLE_MS, BODY_MS);
      return { ...headOf(statusCode, headers), ...(await readAtMost(body, answerBytes)) };
    });
  }

  /** Asks for something that may be long. Where it leads on to another address, asking there is the caller's to do. */
  download(download: Download): Promise<DownloadAnswer> {
    return this.told(download.purpose, async () => {
      const { statusCode, headers, body } = await this.request(
        { ...download, method: 'GET' },
        DOWNLOAD_MS,
        DOWNLOAD_BODY_MS,
      );
      // What is closed halfway is said to whoever reads it, and to nobody when nobody does.
      body.on('error', () => undefined);
      return {
        ...headOf(statusCode, headers),
        body: wordedBody(body),
        discard: () => void body.destroy(),
      };
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  /** Measures until there is an answer, and says in words why there is none. */
  private async told<Answer extends AnswerHead>(
    purpose: string,
    exchange: () => Promise<Answer>,
  ): Promise<Answer> {
    const begun = performance.now();
    let outcome = 'failed';
    try {
      const answer = await exchange();
      outcome = `${Math.floor(answer.status / 100)}xx`;
      return answer;
    } catch (error) {
      const cause = causeOf(error as Error);
      if (cause instanceof DestinationRefused) outcome = 'refused';
      throw new Error(inWords(cause), { cause });
    } finally {
      const finished = { purpose, outcome, seconds: (performance.now() - begun) / 1000 };
      this.listeners.forEach((listener) => listener(finished));
    }
  }

  private request(
    { url, method, headers, body, signal }: Omit<OutgoingRequest, 'answerBytes'>,
    wholeMs: number,
    bodyTimeout: number,
  ): Promise<Dispatcher.ResponseData> {
    const fault = this.destinations.faultOf(url);
    if (fault !== null) throw new DestinationRefused(`the address ${fault}`);
    const { origin, pathname, search } = new URL(url);
    return this.agent.request({
      origin,
      path: pathname + search,
      method,
      headers: { 'user-agent': 'second-source', 'accept-encoding': 'identity', ...headers },
      body: body ?? null,
      bodyTimeout,
      signal: AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]),
    });
  }
}

function headOf(status: number, headers: Dispatcher.ResponseData['headers']): AnswerHead {
  return { status, headers: headers as AnswerHead['headers'] };
}

async function* wordedBody(body: Dispatcher.ResponseData['body']): AsyncGenerator<Uint8Array> {
  try {
    yield* body as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new Error(inWords(error as Error), { cause: error });
  }
}

// Literal addresses are connected to without a look-up, so they are checked before; and what came of it is checked too.
function guarded(destinations: Destinations): buildConnector.connector {
  const lookup: LookupFunction = (host, options, callback) => {
    destinations.find(host).then(
      (addresses) =>
        options.all === true
          ? callback(null, addresses)
          : callback(null, addresses[0]!.address, addresses[0]!.family),
      (error: Error) => callback(error, []),
    );
  };
  const connect = buildConnector({ lookup, timeout: CONNECT_MS, allowH2: false });
  return (options, callback) => {
    const fault = destinations.faultOf(`${options.protocol}//${options.host ?? options.hostname}`);
    if (fault !== null) return callback(new DestinationRefused(`the address ${fault}`), null);
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      if (leads(socket, options.hostname, destinations)) return callback(null, socket);
      socket.destroy();
      callback(new DestinationRefused(`${options.hostname} led to an address that is not allowed`), null);
    });
  };
}

function leads({ remoteAddress }: Socket, hostname: string, destinations: Destinations): boolean {
  return remoteAddress !== undefined && destinations.mayReach(hostname, remoteAddress);
}

async function readAtMost(
  body: Dispatcher.ResponseData['body'],
  most: number,
): Promise<{ body: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      // Leaving the loop closes the connection.
      if (size > most) break;
    }
  } catch {
    // It has answered; what it did not say to the end changes nothing about that.
    return { body: Buffer.concat(chunks).subarray(0, most), cut: true };
  }
  return { body: Buffer.concat(chunks).subarray(0, most), cut: size > most };
}

/** Of the attempts at several addresses the first failure speaks for all. */
function causeOf(error: Error): Error {
  return error instanceof AggregateError && error.errors.length > 0 ? (error.errors[0] as Error) : error;
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'there was no connection in time',
  EPIPE: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'there was no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'there was no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer did not come to its end in time',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
  UND_ERR_SOCKET: 'the connection was closed before an answer',
};

function inWords(error: Error): string {
  if (error.name === 'TimeoutError') return 'there was no answer in time';
  const code = (error as { code?: string }).code;
  return (code === undefined ? undefined : WORDS[code]) ?? error.message;
}

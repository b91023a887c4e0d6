import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HEADERS_TOO_LARGE, INVALID, Problem, TIMED_OUT } from '../errors/problem.js';
import { problemBody } from './problem.filter.js';

/** Answers what is no HTTP request, or not a whole one: no route sees it, so the answer is written here. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error.code);
  const requestId = randomUUID();
  const body = JSON.stringify(problemBody(problem, requestId));
  const { status } = problem.kind;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem(HEADERS_TOO_LARGE, 'Address and headers may be at most 16 KiB together.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem(TIMED_OUT, 'Send the whole request at once.');
    default:
      return new Problem(INVALID, 'This is no HTTP request. Check the method, the address and the headers.');
  }
}

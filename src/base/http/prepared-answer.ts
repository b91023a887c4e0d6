import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** An answer to those who poll, with its text and tag. */
export class PreparedAnswer {
  readonly etag: string;

  constructor(
    readonly json: string,
    /** The answer to the same question now, when it is known without looking; without it, the question is asked anew. */
    readonly again?: () => PreparedAnswer | null,
  ) {
    this.etag = etagOf(json);
  }
}

export function etagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** Sets what an answer says besides its body, and answers its body: none when the caller has it. */
export function sendPrepared(
  { json, etag }: PreparedAnswer,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): string | undefined {
  void reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (matches(headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return json;
}

/** Content with a tag of its own, which is not sent to who has it; what else its answer says is set already. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    content,
    etag,
    type,
    status = 200,
  }: { content: string | Buffer; etag: string; type: string; status?: number },
): FastifyReply {
  void reply.header('etag', etag);
  if (matches(request.headers['if-none-match'], etag)) return reply.status(304).send();
  return reply.status(status).header('content-type', type).send(content);
}

/** Whether an If-None-Match names the answer that would be given. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

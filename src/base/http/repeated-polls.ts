import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialOf } from './credential.js';
import { type PreparedAnswer, sendPrepared } from './prepared-answer.js';

const REMEMBER_AT_MOST = 10_000;
const LONGEST_ADDRESS = 500;

interface Repeatable {
  /** Whether who asked is known, without looking, to be allowed to ask it still. */
  admitted: () => boolean;
  /** The answer that would be given now, when that is known without looking. */
  again: () => PreparedAnswer | null;
}

/**
 * Polls whose answer is known beforehand: the same address with the same credentials as before, and nothing has
 * changed. They are answered before anything else looks at the request, since that is most of what an answer costs. An
 * answer itself is kept by whoever made it; here is only the way to it.
 */
@Injectable()
export class RepeatedPolls {
  private readonly known = new Map<string, Repeatable>();

  remember({ headers, url }: FastifyRequest, poll: Repeatable): void {
    const credential = credentialOf(headers);
    if (credential === undefined || url.length > LONGEST_ADDRESS) return;
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    this.known.set(`${credential} ${url}`, poll);
  }

  /** Answers the request if it can. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    if (request.method !== 'GET') return false;
    const poll = this.known.get(`${credentialOf(request.headers)} ${request.url}`);
    const answer = poll?.admitted() === true ? poll.again() : null;
    if (answer === null) return false;
    void reply.send(sendPrepared(answer, request, reply));
    return true;
  }
}

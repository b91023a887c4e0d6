import { Injectable } from '@nestjs/common';
import { DestinationRefused } from '../../base/outgoing/destinations.js';
import { type DownloadAnswer, Outgoing } from '../../base/outgoing/outgoing.service.js';
import type { Redirect } from './capture.entity.js';

const MOST_REDIRECTS = 10;
const LEADS_ON = new Set([301, 302, 303, 307, 308]);

/** What asking for an address came to. */
export interface Fetched {
  redirects: Redirect[];
  /** Where the answer came from in the end. */
  url: string;
  /** Null where nobody answered; why, `fault` says. */
  answer: DownloadAnswer | null;
  fault: string | null;
  /** Whether it is no use to ask again: the address is one that this server never asks. */
  forbidden: boolean;
}

/** Asks for addresses as anybody's browser would, without cookies, and goes where it is sent on. */
@Injectable()
export class Fetching {
  constructor(private readonly outgoing: Outgoing) {}

  async fetch(given: string, signal: AbortSignal): Promise<Fetched> {
    const redirects: Redirect[] = [];
    let url = given;
    for (;;) {
      const so = { redirects, url, answer: null, forbidden: false };
      if (redirects.length > MOST_REDIRECTS)
        return { ...so, fault: `It leads on more than ${MOST_REDIRECTS} times.` };
      let answer: DownloadAnswer;
      try {
        const headers = { accept: '*/*' };
        answer = await this.outgoing.download({ purpose: 'capture', url, headers, signal });
      } catch (error) {
        const { message, cause } = error as Error;
        return { ...so, fault: sentence(message), forbidden: cause instanceof DestinationRefused };
      }
      const next = LEADS_ON.has(answer.status) ? locationOf(answer, url) : null;
      if (next === null) return { ...so, answer, fault: null };
      answer.discard();
      redirects.push({ url, status: answer.status });
      url = next;
    }
  }
}

/** Where an answer leads on to; null where it says nothing that can be followed. */
function locationOf({ headers }: DownloadAnswer, base: string): string | null {
  const location = headers['location'];
  return typeof location === 'string' && URL.canParse(location, base) ? new URL(location, base).href : null;
}

function sentence(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

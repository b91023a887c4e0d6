import { Injectable } from '@nestjs/common';
import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** By RFC 6761 these never leave the machine, whatever a resolver says. */
const LOOPBACK: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];
// Reserved for private use (RFC 6762 and its appendix G, RFC 8375, ICANN's for internal): the public DNS has none of them.
const PRIVATE_DOMAINS = /\.(local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** The addresses of a name that everybody knows without asking; null of any other. */
export function loopbackOf(name: string): LookupAddress[] | null {
  return name === 'localhost' || name.endsWith('.localhost') ? LOOPBACK : null;
}

/** Whether only a private network can know the name; a word alone is one of the machine's own network. */
export function isInternalName(name: string): boolean {
  return !name.includes('.') || PRIVATE_DOMAINS.test(name);
}

/**
 * Asks DNS for names, apart from the system's own look-up: that one works on four threads which files need too, so a
 * few name servers that hang would stop the process; and what it answers twice need not be the same.
 */
@Injectable()
export class Names {
  readonly resolver = new Resolver({ timeout: 2000, tries: 2 });

  /** All addresses of a name, of both versions; none when there is no such name. */
  async addressesOf(name: string): Promise<LookupAddress[]> {
    const loopback = loopbackOf(name);
    if (loopback !== null) return loopback;
    const [four, six] = await Promise.allSettled([
      this.resolver.resolve4(name),
      this.resolver.resolve6(name),
    ]);
    return [
      ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
  }
}

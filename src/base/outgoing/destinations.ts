import { Injectable } from '@nestjs/common';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { Settings } from '../config/settings.js';
import { reachOf } from './addresses.js';
import { Allowed } from './allowed.js';
import { isInternalName, loopbackOf, Names } from './names.js';

/** What speaks HTTP below 1024; the other ports there belong to mail, shells, files and the like. */
const WEB_PORTS = new Set([80, 443]);
const FIRST_FREE_PORT = 1024;

/** A request that was not made, because of where it would have gone. */
export class DestinationRefused extends Error {}

/** Where requests of this server may go when somebody else chose the address. */
@Injectable()
export class Destinations {
  private readonly allowed: Allowed;

  constructor(
    settings: Settings,
    private readonly names: Names,
  ) {
    this.allowed = Allowed.read(settings.ALLOW_PRIVATE_ADDRESSES);
  }

  /** What is wrong with an address that can be told without asking for its name; null when nothing is. */
  faultOf(address: string): string | null {
    const url = new URL(address);
    const host = bare(url.hostname);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must be an http or https address';
    if (url.username !== '' || url.password !== '') return 'must not carry a user name or a password';
    if (host.endsWith('.')) return 'must name its host without a dot at the end';
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    if (port < FIRST_FREE_PORT && !WEB_PORTS.has(port)) return 'must be at port 80, 443, or 1024 and above';
    return this.leadsInside(host)
      ? 'must lead to a public address; private ones must be allowed by the operator of this server'
      : null;
  }

  /** Every address of a host. Throws unless all of them may be reached: one bad one among good ones is no mistake. */
  async find(hostname: string): Promise<LookupAddress[]> {
    const host = bare(hostname);
    const family = isIP(host);
    const addresses = family === 0 ? await this.names.addressesOf(host) : [{ address: host, family }];
    if (addresses.length === 0) throw new Error(`the name ${host} has no address`);
    if (!addresses.every(({ address }) => this.mayReach(host, address))) {
      throw new DestinationRefused(`${host} leads to an address that is not public and not allowed`);
    }
    return addresses;
  }

  /** What can be known without asking: of addresses, and of names that no public DNS has. */
  private leadsInside(host: string): boolean {
    const known = isIP(host) === 0 ? loopbackOf(host) : [{ address: host }];
    if (known !== null) return !known.every(({ address }) => this.mayReach(host, address));
    return isInternalName(host) && !this.allowed.mayPermit(host);
  }

  mayReach(hostname: string, address: string): boolean {
    const reach = reachOf(address);
    return reach === 'public' || (reach === 'private' && this.allowed.permits(bare(hostname), address));
  }
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

import ipaddr from 'ipaddr.js';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

// The widest private networks there are: 10.0.0.0/8 and fc00::/7.
const WIDEST = { ipv4: 8, ipv6: 7 };
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

export const ALLOWED_RULE =
  'ALLOW_PRIVATE_ADDRESSES must be host names, addresses and networks with commas between, for example hooks.internal,10.1.2.0/24; no network wider than /8 (IPv6: /7)';

/** What an operator allows besides the public internet: hosts by name, addresses, networks. */
export class Allowed {
  private constructor(
    private readonly names: Set<string>,
    private readonly networks: Network[],
  ) {}

  /** Throws when an entry is none of these. */
  static read(text = ''): Allowed {
    const names = new Set<string>();
    const networks: Network[] = [];
    for (const entry of text.split(',').map((one) => one.trim().toLowerCase())) {
      if (entry === '') continue;
      const network = networkOf(entry);
      if (network !== null) networks.push(network);
      else if (NAME.test(entry) && !/^[\d.]+$/.test(entry)) names.add(entry);
      else throw new Error(ALLOWED_RULE);
    }
    return new Allowed(names, networks);
  }

  /** Whether there is an address at which a request to `host` would be allowed though it is private. */
  mayPermit(host: string): boolean {
    return this.names.has(host) || this.networks.length > 0;
  }

  /** Whether a request to `host`, which is at `address`, may leave although that address is private. */
  permits(host: string, address: string): boolean {
    if (this.names.has(host)) return true;
    const parsed = ipaddr.parse(address);
    return this.networks.some(
      ([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits),
    );
  }
}

function networkOf(entry: string): Network | null {
  const [address, bits] = entry.split('/') as [string, string | undefined];
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  if (!isAddress || address.includes('%')) return null;
  if (bits === undefined) {
    const parsed = ipaddr.parse(address);
    return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
  }
  if (!ipaddr.isValidCIDR(entry)) return null;
  const network = ipaddr.parseCIDR(entry);
  return network[1] < WIDEST[network[0].kind()] ? null : network;
}

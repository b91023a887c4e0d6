import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where an address leads: to the internet, into a network of one's own, or where no request of ours has any business. */
export type Reach = 'public' | 'private' | 'never';

// They hand credentials to whoever asks from the right machine, some at addresses that look public.
const METADATA = new Set(
  [
    '169.254.169.254', // most clouds
    '169.254.170.2', // tasks of Amazon ECS
    '169.254.170.23', // pods of Amazon EKS
    '168.63.129.16', // Azure
    '100.100.100.200', // Alibaba
    '192.0.0.192', // Oracle
    'fd00:ec2::254', // Amazon
    'fd00:ec2::23',
    'fd20:ce::254', // Google
    'fe80::a9fe:a9fe', // OpenStack
  ].map((address) => ipaddr.parse(address).toNormalizedString()),
);

const PRIVATE = new Set([
  'loopback',
  'private',
  'carrierGradeNat',
  'linkLocal',
  'uniqueLocal',
  'deprecatedSiteLocal',
]);

// All addresses of the public internet in version 6 that were ever given out.
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Judges an address as a socket takes it. What carries an IPv4 address inside an IPv6 one (mapped, compatible,
 * translated, 6to4, Teredo, ISATAP) is reached by no other way than through a machine that unpacks it, so it leads
 * wherever the inner one does, and nobody needs it: never.
 */
export function reachOf(address: string): Reach {
  // A zone says through which of our own interfaces; only what is not public needs one.
  if (isIP(address) === 0 || address.includes('%')) return 'never';
  const parsed = ipaddr.parse(address);
  if (METADATA.has(parsed.toNormalizedString())) return 'never';
  const range = parsed.range();
  if (PRIVATE.has(range)) return 'private';
  if (range !== 'unicast') return 'never';
  if (parsed instanceof ipaddr.IPv4) return 'public';
  return parsed.match(GLOBAL_UNICAST) && !isIsatap(parsed) ? 'public' : 'never';
}

function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4]! & ~0x0200) === 0 && parts[5] === 0x5efe;
}

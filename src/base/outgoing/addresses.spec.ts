import { reachOf } from './addresses.js';
import { Allowed } from './allowed.js';

describe('where an address leads', () => {
  it.each(['1.1.1.1', '8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111'])(
    '%s is public',
    (address) => {
      expect(reachOf(address)).toBe('public');
    },
  );

  it.each([
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
    ['link-local', ['169.254.1.1', 'fe80::1']],
    ['shared by a carrier (RFC 6598)', ['100.64.0.1', '100.127.255.255']],
    ['unique local', ['fc00::1', 'fdff::1']],
    ['site-local', ['fec0::1']],
  ])('%s ones are private', (_, addresses) => {
    expect(addresses.map(reachOf)).toEqual(addresses.map(() => 'private'));
  });

  it.each([
    ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
    ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    ['reserved', ['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1']],
    ['of documentation', ['2001:db8::1', '3fff::1']],
    ['IPv4 mapped', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1']],
    ['IPv4 compatible', ['::127.0.0.1', '::7f00:1', '::a00:1']],
    ['IPv4 translated', ['::ffff:0:127.0.0.1']],
    ['NAT64', ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::a00:1']],
    ['6to4', ['2002:7f00:1::', '2002:a00:1::1']],
    ['Teredo', ['2001:0:4136:e378:8000:63bf:80ff:fffe']],
    ['ISATAP', ['2001:470:1::5efe:a00:1', '2001:470:1::200:5efe:a00:1']],
    ['discarded, segment routing and what was never given out', ['100::1', '5f00::1', '4000::1', 'e000::1']],
    ['with a zone', ['fe80::1%eth0', '::1%lo', '2606:4700::1%eth0']],
    ['no address at all', ['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.5', '127.0.0.01x']],
  ])('%s ones are never reached', (_, addresses) => {
    expect(addresses.map(reachOf)).toEqual(addresses.map(() => 'never'));
  });

  it.each([
    '169.254.169.254',
    '169.254.170.2',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd00:0ec2:0:0:0:0:0:254',
    'fe80::a9fe:a9fe',
  ])('%s hands out credentials, and is never reached whatever is allowed', (address) => {
    expect(reachOf(address)).toBe('never');
  });
});

describe('what an operator allows', () => {
  it('is hosts by name, addresses and networks, and nothing beside them', () => {
    const allowed = Allowed.read(' Hooks.internal, 10.1.2.0/24,192.168.0.7 ,fd12::/48,');
    const permits = ([host, address]: string[]) => allowed.permits(host!, address!);
    expect(
      [
        ['hooks.internal', '10.9.9.9'],
        ['other', '10.1.2.77'],
        ['other', '192.168.0.7'],
        ['other', 'fd12::9'],
      ].map(permits),
    ).toEqual([true, true, true, true]);
    expect(
      [
        ['x.hooks.internal', '10.9.9.9'],
        ['hooks.internal.', '10.9.9.9'],
        ['other', '10.1.3.1'],
        ['other', '192.168.0.8'],
        ['other', 'fd12:0:1::9'],
      ].map(permits),
    ).toEqual([false, false, false, false, false]);
    expect(Allowed.read().permits('localhost', '127.0.0.1')).toBe(false);
  });

  it.each([
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '10.0.0.0/33',
    '10.0.0',
    '127.1',
    'fe80::1%eth0',
    '*.internal',
    'http://hooks.internal',
    'hooks.internal:8080',
    'a b',
  ])('is not %s', (text) => {
    expect(() => Allowed.read(text)).toThrow('ALLOW_PRIVATE_ADDRESSES must be');
  });
});

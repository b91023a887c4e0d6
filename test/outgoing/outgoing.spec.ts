import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { readSettings } from '../../src/base/config/settings.js';
import { Destinations } from '../../src/base/outgoing/destinations.js';
import { Names } from '../../src/base/outgoing/names.js';
import {
  type FinishedRequest,
  Outgoing,
  type OutgoingAnswer,
} from '../../src/base/outgoing/outgoing.service.js';
import { NameServer } from './name-server.js';

const OPEN = '127.0.0.2';
const SECRET = '127.0.0.1';

describe('a request to an address that somebody else chose', () => {
  let names: NameServer;
  let open: Server;
  let secret: Server;
  let port: number;
  let visits: string[];
  const made: Outgoing[] = [];
  const finished: FinishedRequest[] = [];

  /** Two servers at the same port: one where requests are allowed to go, one where they are not. */
  beforeAll(async () => {
    names = await NameServer.open();
    const serve = (name: string, at: string, atPort: number) =>
      new Promise<Server>((resolve) => {
        const server = createServer((request, response) => {
          visits.push(name);
          if (request.url === '/redirect')
            response.writeHead(307, { location: `http://${SECRET}:${port}/` }).end();
          else if (request.url === '/large') response.end('x'.repeat(1_000_000));
          else response.end(`from ${name}`);
        });
        server.listen(atPort, at, () => resolve(server));
      });
    open = await serve('open', OPEN, 0);
    port = (open.address() as AddressInfo).port;
    secret = await serve('secret', SECRET, port);
  });
  afterAll(async () => {
    for (const outgoing of made) await outgoing.beforeApplicationShutdown();
    for (const server of [open, secret]) {
      server.closeAllConnections();
      server.close();
    }
    await names.close();
  });
  beforeEach(() => {
    visits = [];
    finished.length = 0;
  });

  function outgoing(allowed = `${OPEN},hooks.internal`): Outgoing {
    const settings = readSettings({ ALLOW_PRIVATE_ADDRESSES: allowed });
    const resolving = new Names();
    resolving.resolver.setServers([names.address]);
    const one = new Outgoing(new Destinations(settings, resolving));
    one.whenFinished((request) => finished.push(request));
    made.push(one);
    return one;
  }

  function send(
    url: string,
    by = outgoing(),
    signal = new AbortController().signal,
  ): Promise<OutgoingAnswer> {
    return by.send({
      purpose: 'test',
      method: 'POST',
      url,
      headers: {},
      body: '{}',
      answerBytes: 100,
      signal,
    });
  }

  const text = async (answer: Promise<OutgoingAnswer>) => (await answer).body.toString();

  it('goes where it may, by address and by name', async () => {
    names.tell('good.example', [OPEN]);
    expect(await text(send(`http://${OPEN}:${port}/`))).toBe('from open');
    expect(await text(send(`http://good.example:${port}/`))).toBe('from open');
    names.tell('hooks.internal', [SECRET]);
    expect(await text(send(`http://hooks.internal:${port}/`))).toBe('from secret');
    expect(finished.map(({ outcome }) => outcome)).toEqual(['2xx', '2xx', '2xx']);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['decimal', '2130706433'],
    ['hexadecimal', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['short', '127.1'],
    ['mixed', '0x7f.0.1'],
    ['full-width', '１２７.０.０.１'],
    ['circled', '①②⑦.0.0.1'],
    ['percent-encoded', '%31%32%37.0.0.1'],
    ['with an ideographic full stop', '127。0。0。1'],
    ['unspecified', '0.0.0.0'],
    ['zero', '0'],
    ['IPv6 loopback', '[::1]'],
    ['IPv6 unspecified', '[::]'],
    ['IPv4 mapped', '[::ffff:127.0.0.1]'],
    ['IPv4 mapped in hexadecimal', '[::ffff:7f00:1]'],
    ['IPv4 compatible', '[::127.0.0.1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['the name localhost', 'localhost'],
    ['a name below localhost', 'good.localhost'],
    ['localhost in capitals', 'LOCALHOST'],
    ['localhost with a dot', 'localhost.'],
  ])('does not go to this machine: %s', async (_, host) => {
    await expect(send(`http://${host}:${port}/`)).rejects.toThrow(/public|dot at the end/);
    expect([visits, finished.map(({ outcome }) => outcome)]).toEqual([[], ['refused']]);
  });

  it.each([
    ['a user that looks like a host', `http://good.example@${SECRET}/`, 'user name'],
    ['a user and a password', 'http://user:password@good.example/', 'user name'],
    ['a backslash', `http://${SECRET}\\@good.example/`, 'public'],
    ['another scheme', 'ftp://good.example/', 'http or https'],
    ['a file', 'file:///etc/passwd', 'http or https'],
    ['a port of mail', 'http://good.example:25/', 'port'],
    ['a port of shells', 'https://good.example:22/', 'port'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/', 'public'],
    ['metadata in decimal', 'http://2852039166/', 'public'],
  ])('is refused with %s', async (_, url, words) => {
    await expect(send(url)).rejects.toThrow(words);
    expect(finished.map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it.each(['localhost', 'a.localhost', 'hooks.internal', 'printer.local', 'nas.home.arpa', 'redis'])(
    'is known not to leave the network before anybody is asked for %s, unless that is allowed',
    (name) => {
      const fault = (allowed: string) =>
        new Destinations(readSettings({ ALLOW_PRIVATE_ADDRESSES: allowed }), new Names()).faultOf(
          `http://${name}:8080/`,
        );
      expect([fault(''), fault('other.internal')]).toEqual(Array(2).fill(expect.stringContaining('public')));
      expect([fault(name), fault('127.0.0.0/8,::1')]).toEqual([null, null]);
    },
  );

  it('cannot have a zone in its address', () => {
    expect(() => new URL('http://[fe80::1%25eth0]/')).toThrow();
  });

  it.each([
    ['a private address', [SECRET]],
    ['one private address among public ones', ['8.8.8.8', SECRET]],
    ['a private address of version 6 beside a public one', ['8.8.8.8', '::1']],
    ['a mapped address', ['::ffff:7f00:1']],
    ['metadata', ['169.254.169.254']],
    ['the allowed address and another', [OPEN, SECRET]],
  ])('is refused when its name has %s', async (_, addresses) => {
    names.tell('evil.example', addresses);
    await expect(send(`http://evil.example:${port}/`)).rejects.toThrow('not public and not allowed');
    expect(visits).toEqual([]);
  });

  it('goes to metadata by no name, allowed or not', async () => {
    names.tell('hooks.internal', ['169.254.169.254']);
    await expect(send('http://hooks.internal/')).rejects.toThrow('not public');
  });

  it('goes to what was looked up, though the name leads elsewhere a moment later', async () => {
    for (let i = 0; i < 20; i++) {
      names.tell('rebinding.example', [OPEN], [SECRET]);
      const before = names.asked.length;
      expect(await text(send(`http://rebinding.example:${port}/`))).toBe('from open');
      expect(names.asked.length).toBe(before + 1);
      await expect(send(`http://rebinding.example:${port}/`)).rejects.toThrow('not public');
    }
    expect(new Set(visits)).toEqual(new Set(['open']));
  });

  it('follows no redirect', async () => {
    const answer = await send(`http://${OPEN}:${port}/redirect`);
    expect([answer.status, answer.headers['location']]).toEqual([307, `http://${SECRET}:${port}/`]);
    expect(visits).toEqual(['open']);
  });

  it('asks no proxy that the environment names', async () => {
    const given = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: `http://${SECRET}:${port}`,
      http_proxy: `http://${SECRET}:${port}`,
      ALL_PROXY: `http://${SECRET}:${port}`,
      NODE_USE_ENV_PROXY: '1',
    });
    expect(await text(send(`http://${OPEN}:${port}/`))).toBe('from open');
    process.env = given;
    expect(visits).toEqual(['open']);
  });

  it('takes no more of an answer than it asked for', async () => {
    const answer = await send(`http://${OPEN}:${port}/large`);
    expect([answer.status, answer.body.length, answer.cut]).toEqual([200, 100, true]);
  });

  it('says in words why there was no answer', async () => {
    await expect(send('http://nowhere.example/')).rejects.toThrow('the name nowhere.example has no address');
    const closed = createSocketServer().listen(0, OPEN);
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port: nobody } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(send(`http://${OPEN}:${nobody}/`)).rejects.toThrow('the connection was refused');
    const rude = createSocketServer((socket) => socket.end('no HTTP\r\n\r\n')).listen(0, OPEN);
    await new Promise((resolve) => rude.once('listening', resolve));
    await expect(send(`http://${OPEN}:${(rude.address() as AddressInfo).port}/`)).rejects.toThrow();
    rude.close();
    expect(finished.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });

  it('ends when it is told to', async () => {
    const silent = createSocketServer((socket) => socket.unref())
      .listen(0, OPEN)
      .unref();
    await new Promise((resolve) => silent.once('listening', resolve));
    const stopping = new AbortController();
    silent.once('connection', () => stopping.abort());
    const { port: at } = silent.address() as AddressInfo;
    await expect(send(`http://${OPEN}:${at}/`, outgoing(), stopping.signal)).rejects.toThrow();
    silent.close();
  });
});

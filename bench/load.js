import { once } from 'node:events';
import { connect } from 'node:net';
import { cpuSeconds } from './cpu.js';

/**
 * Keeps every worker busy with one piece of work after the other, as callers do that wait for their answers. Ends
 * after `seconds`, or when `count` pieces are done.
 */
export async function keepBusy(workers, work, { seconds = Infinity, count = Infinity }) {
  const times = [];
  const cpu = cpuSeconds();
  const start = performance.now();
  let begun = 0;
  const run = async (worker) => {
    while (begun < count && performance.now() - start < seconds * 1000) {
      begun += 1;
      const at = performance.now();
      await work(worker);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(workers.map(run));
  return new Figure(times, (performance.now() - start) / 1000, cpuSeconds() - cpu);
}

/** Measures one after the other, and all of them so often: what else the machine does then hits all alike. */
export async function inTurn(turns, measures) {
  const seen = measures.map(() => []);
  for (let turn = 0; turn < turns; turn++)
    for (const [i, measure] of measures.entries()) seen[i].push(await measure());
  return seen.map(Figure.together);
}

/** How often something was done and how long each took, in milliseconds. */
export class Figure {
  /** `cpu`: the seconds of CPU that server and database used for it, without those of whoever asked. */
  constructor(times, seconds, cpu = NaN) {
    this.times = times.toSorted((a, b) => a - b);
    this.seconds = seconds;
    this.cpu = cpu;
  }

  static together(figures) {
    return new Figure(
      figures.flatMap(({ times }) => times),
      figures.reduce((sum, { seconds }) => sum + seconds, 0),
      figures.reduce((sum, { cpu }) => sum + cpu, 0),
    );
  }

  get perSecond() {
    return this.times.length / this.seconds;
  }

  /** Milliseconds of CPU for each. */
  get cpuEach() {
    return (this.cpu * 1000) / this.times.length;
  }

  /** Half of them took at most this long. */
  get median() {
    return this.within(0.5);
  }

  get p99() {
    return this.within(0.99);
  }

  within(share) {
    return this.times[Math.min(this.times.length - 1, Math.floor(this.times.length * share))];
  }

  toJSON() {
    const { perSecond, median, p99, cpuEach } = this;
    return { count: this.times.length, perSecond, median, p99, cpuEach };
  }
}

/** Work that is done in one go, as a figure of so many pieces of it. */
export async function inOneGo(count, work) {
  const cpu = cpuSeconds();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const cpuEach = ((cpuSeconds() - cpu) * 1000) / count;
  return { count, perSecond: count / seconds, median: NaN, p99: NaN, cpuEach };
}

/** One HTTP/1.1 connection that is kept open: so lean that two cores measure the server rather than its client. */
class Caller {
  constructor(url, key) {
    this.url = url;
    this.key = key;
  }

  async open() {
    this.socket = connect(this.url.port, this.url.hostname);
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
    await once(this.socket, 'connect');
    return this;
  }

  get(status, path, headers) {
    return this.request(status, 'GET', path, headers);
  }

  post(status, path, body) {
    return this.request(status, 'POST', path, '', JSON.stringify(body));
  }

  /** Any other status than the one expected ends the measurement. */
  async request(status, method, path, headers = '', body = '') {
    const about =
      body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    this.received = Buffer.alloc(0);
    const answer = await new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(
        `${method} /api/v1${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${this.key}\r\n${about}${headers}\r\n${body}`,
      );
    });
    if (answer.status === status) return answer;
    throw new Error(`${method} ${path} answered ${answer.status} instead of ${status}: ${answer.body}`);
  }

  receive(chunk) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const body = this.received.subarray(end + 4);
    const { resolve } = this.waiting;
    this.waiting = undefined;
    resolve({ status: Number(head.slice(9, 12)), head, body, json: () => JSON.parse(body.toString()) });
  }
}

/** Lets work be done by callers with one connection each, and closes the connections after it. */
export async function withCallers(server, members, work) {
  const callers = await Promise.all(members.map(({ key }) => new Caller(server.url, key).open()));
  try {
    return await work(callers);
  } finally {
    callers.forEach(({ socket }) => socket.destroy());
  }
}

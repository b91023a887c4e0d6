import { judgeRedis, readInfo } from './redis.rules.js';

const HEALTHY =
  'redis_version:7.0.15\r\nmaxmemory:0\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\nrole:master';

/** The levels and messages told of a Redis that differs from a healthy one in these lines. */
function judged(lines: string, save: string | null = ''): string[] {
  const info = readInfo(`# Server\r\n${HEALTHY}\r\n${lines}\r\n`);
  return judgeRedis(info, save).map(({ level, message }) => `${level}: ${message}`);
}

describe('judging a Redis', () => {
  it.each([
    ['', 'ok: Redis 7.0.15 keeps the jobs, and will not drop any.'],
    [
      'redis_version:7.2.4\r\nvalkey_version:8.1.0',
      'ok: Valkey 8.1.0 keeps the jobs, and will not drop any.',
    ],
    ['redis_version:6.2.0', 'ok: Redis 6.2.0 keeps the jobs, and will not drop any.'],
    ['redis_version:6.0.16', 'problem: Redis 6.0.16 is too old.'],
    ['redis_version:10.0.0', 'ok: Redis 10.0.0 keeps the jobs, and will not drop any.'],
    ['role:slave', 'problem: This Redis is a replica that only reads.'],
    [
      'rdb_last_bgsave_status:err',
      'problem: It could not write to its disk, and by default refuses changes then.',
    ],
  ])('with %j says so', (lines, told) => {
    expect(judged(lines)).toEqual([told]);
  });

  it.each([
    [89, 'ok'],
    [90, 'warning'],
    [98, 'problem'],
  ])('whose memory is used to %d %% calls that %s', (percent, level) => {
    expect(judged(`maxmemory:100\r\nused_memory:${percent}`)[0]).toMatch(new RegExp(`^${level}: `));
  });

  it.each([
    ['', 'warning'],
    ['3600 1', 'ok'],
    [null, 'ok'],
  ])('without an append-only file and with snapshots at %j calls that %s', (save, level) => {
    expect(judged('aof_enabled:0', save)[0]).toMatch(new RegExp(`^${level}: `));
  });
});

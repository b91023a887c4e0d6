import { type Finding, ok, problem, warning } from './finding.js';

const OLDEST_VERSION: [number, number] = [6, 2];
const MUCH_USED = 0.9;
const NEARLY_ALL_USED = 0.98;

export type RedisInfo = Record<string, string | undefined>;

/** The answer of INFO, a name and a value a line. */
export function readInfo(text: string): RedisInfo {
  return Object.fromEntries(
    text
      .split(/\r?\n/)
      .filter((line) => /^\w+:/.test(line))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

/** What is wrong with a Redis that keeps jobs; `save` says when it writes snapshots, null if it will not tell. */
export function judgeRedis(info: RedisInfo, save: string | null): Finding[] {
  const findings = [...version(info), ...eviction(info), ...memory(info), ...persistence(info, save)];
  if (info['role'] === 'slave') {
    findings.push(
      problem('redis', 'This Redis is a replica that only reads.', 'Set REDIS_URL to the primary.'),
    );
  }
  return findings.length > 0
    ? findings
    : [ok('redis', `${nameOf(info)} keeps the jobs, and will not drop any.`)];
}

function nameOf(info: RedisInfo): string {
  return info['valkey_version'] === undefined
    ? `Redis ${info['redis_version']}`
    : `Valkey ${info['valkey_version']}`;
}

function version(info: RedisInfo): Finding[] {
  const [major = 0, minor = 0] = (info['redis_version'] ?? '').split('.').map(Number);
  const isRecent = major > OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor >= OLDEST_VERSION[1]);
  if (isRecent) return [];
  return [
    problem(
      'redis',
      `Redis ${info['redis_version']} is too old.`,
      `Upgrade it to ${OLDEST_VERSION.join('.')} or later.`,
    ),
  ];
}

function eviction(info: RedisInfo): Finding[] {
  const policy = info['maxmemory_policy'];
  if (policy === undefined || policy === 'noeviction') return [];
  return [
    problem(
      'redis',
      `Its maxmemory-policy is ${policy}: when memory is short it throws jobs away.`,
      'Run "redis-cli config set maxmemory-policy noeviction" and put the same into its configuration; a hosted Redis has it in its settings.',
    ),
  ];
}

function memory(info: RedisInfo): Finding[] {
  const most = Number(info['maxmemory'] ?? 0);
  const used = most === 0 ? 0 : Number(info['used_memory']) / most;
  if (used < MUCH_USED) return [];
  const message = `${Math.round(used * 100)} % of its maxmemory is used; when it is full, no job can be added.`;
  const advice = 'Raise maxmemory, or find out what else is kept there ("redis-cli --bigkeys").';
  return [used >= NEARLY_ALL_USED ? problem('redis', message, advice) : warning('redis', message, advice)];
}

function persistence(info: RedisInfo, save: string | null): Finding[] {
  if (info['rdb_last_bgsave_status'] === 'err' || info['aof_last_write_status'] === 'err') {
    return [
      problem(
        'redis',
        'It could not write to its disk, and by default refuses changes then.',
        'Read the log of Redis; its disk may be full, or its folder not its own.',
      ),
    ];
  }
  if (info['aof_enabled'] === '1' || save !== '') return [];
  return [
    warning(
      'redis',
      'It keeps nothing on disk: after a restart the jobs are gone, and the sweeps find what was due from the rows, later.',
      'Run "redis-cli config set appendonly yes" and put the same into its configuration.',
    ),
  ];
}

import { NAMES, readSettings, type Settings, SettingsRefused } from '../../base/config/settings.js';
import { type Finding, ok, problem, warning } from './finding.js';

const CHECK = 'settings';
// PORT, HOST and ROLE are so short that names of other programs look like them.
const SHORTEST_NAME = 8;
const MOST_SLIPS = 2;

/** Reads the settings as the start does; without settings nothing else can be looked at. */
export function examineSettings(environment: NodeJS.ProcessEnv): {
  settings: Settings | null;
  findings: Finding[];
} {
  const misspelt = misspeltNames(environment);
  try {
    const settings = readSettings(environment);
    const findings = [...unfitting(settings), ...misspelt];
    return {
      settings,
      findings: findings.length === 0 ? [ok(CHECK, 'They can be read and fit together.')] : findings,
    };
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    const advice = 'Correct it; nothing else is looked at before that.';
    return {
      settings: null,
      findings: [...error.reasons.map((line) => problem(CHECK, `${line}.`, advice)), ...misspelt],
    };
  }
}

function unfitting({ ROLE, DATABASE_URL, PUBLIC_URL }: Settings): Finding[] {
  const findings: Finding[] = [];
  if (ROLE !== 'all' && DATABASE_URL === undefined) {
    findings.push(
      problem(
        CHECK,
        `ROLE=${ROLE} is set without DATABASE_URL. The embedded database belongs to one process, so no process of another role can work beside it.`,
        'Leave ROLE out, or set DATABASE_URL to a PostgreSQL that all processes share.',
      ),
    );
  }
  if (PUBLIC_URL !== undefined && isOpenHttp(PUBLIC_URL)) {
    findings.push(
      warning(
        CHECK,
        'PUBLIC_URL is an http address: API keys would cross the network unencrypted.',
        'Put a proxy with a certificate in front and set PUBLIC_URL to the https address.',
      ),
    );
  }
  return findings;
}

function isOpenHttp(address: string): boolean {
  return /^http:/.test(address) && !/^http:\/\/(localhost|127\.|\[::1\])/.test(address);
}

/** Names of the environment that are one of ours but for a slip, where ours is not set. */
function misspeltNames(environment: NodeJS.ProcessEnv): Finding[] {
  const missing = NAMES.filter((name) => name.length >= SHORTEST_NAME && environment[name] === undefined);
  return Object.keys(environment).flatMap((given) => {
    if (NAMES.includes(given)) return [];
    const meant = missing.find((name) => slips(given.toUpperCase(), name) <= MOST_SLIPS);
    if (meant === undefined) return [];
    return [warning(CHECK, `${given} is set, which nothing reads.`, `If ${meant} is meant, rename it.`)];
  });
}

/** How many letters have to be put in, left out or changed to make one word the other. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length]!;
}

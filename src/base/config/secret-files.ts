import { readFileSync } from 'node:fs';

/** Settings that may hold a secret: `<NAME>_FILE` names a file that holds the value instead. */
const SECRETS = [
  'DATABASE_URL',
  'REDIS_URL',
  'REDIS_SENTINEL_PASSWORD',
  'METRICS_TOKEN',
  'SECRETS_KEY',
  'SIGNING_KEY',
];

/** For platforms that keep the password alone in a file: the setting with that file, and the URL that takes it in. */
const PASSWORDS = [
  ['DATABASE_PASSWORD_FILE', 'DATABASE_URL'],
  ['REDIS_PASSWORD_FILE', 'REDIS_URL'],
] as const;

interface SecretFiles {
  /** The environment with what the files hold, as if it had been set there. */
  environment: NodeJS.ProcessEnv;
  /** One line for each setting that is wrong; none shows what a file or a setting holds. */
  faults: string[];
}

/** Reads the secrets that are kept in files, so that they need not stand in the environment. */
export function readSecretFiles(given: NodeJS.ProcessEnv): SecretFiles {
  const environment = { ...given };
  const faults: string[] = [];
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      faults.push((error as Error).message);
    }
  };
  for (const name of SECRETS) attempt(() => fillIn(environment, name, `${name}_FILE`));
  for (const [file, url] of PASSWORDS) attempt(() => fillInPassword(environment, url, file));
  return { environment, faults };
}

function fillIn(environment: NodeJS.ProcessEnv, name: string, file: string): void {
  const path = environment[file];
  if (!path) return;
  if (environment[name]) throw new Error(`${name} and ${file} are both set; leave one of them out`);
  environment[name] = read(file, path);
}

function fillInPassword(environment: NodeJS.ProcessEnv, name: string, file: string): void {
  const path = environment[file];
  if (!path) return;
  const url = environment[name];
  // A URL given by a file that cannot be used has its own line already.
  if (!url && environment[`${name}_FILE`]) return;
  if (!url) throw new Error(`${file} needs ${name} beside it: the same address without the password`);
  // A URL that is none is refused by the check of the settings.
  if (!URL.canParse(url)) return;
  const address = new URL(url);
  if (address.password) throw new Error(`${name} has a password and ${file} is set; leave one of them out`);
  // The URL's own setter would leave a percent sign as it is, and it would be read as the start of an escape.
  address.password = encodeURIComponent(read(file, path));
  if (!address.password) throw new Error(`${file} needs a host in ${name}, or there is nobody to tell it to`);
  environment[name] = address.href;
}

function read(file: string, path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `${file} names ${path}, which cannot be read: ${reason(error as NodeJS.ErrnoException)}`,
      {
        cause: error,
      },
    );
  }
  // Editors and `echo` end a file with a line break, which is no part of a secret.
  const secret = text.replace(/[\r\n]+$/, '');
  if (secret === '') throw new Error(`${file} names ${path}, which is empty`);
  return secret;
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'this user may not read it';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return message;
  }
}

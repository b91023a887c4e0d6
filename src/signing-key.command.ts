import { generateKeyPairSync } from 'node:crypto';
import { realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Settings } from './base/config/settings.js';
import { CommandRefused } from './refusal.js';

const USAGE = 'second-source signing-key create <file>';

/** `second-source signing-key create`: writes a private key that only its owner may read; prints the public one. */
export function signingKeyCommand([verb, path, ...more]: string[], settings: Settings): void {
  if (verb !== 'create' || path === undefined || more.length > 0) throw new CommandRefused(`Usage: ${USAGE}`);
  if (isWithin(realPath(settings.dataDir), realPath(resolve(path)))) {
    throw new CommandRefused(
      `${path} lies in the data folder. Whoever can change the record there must not be able to sign it: choose another place.`,
    );
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  try {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    // Never over a file that is there: it may be the key that earlier heads were signed with.
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new CommandRefused(`The key was not written: ${(error as Error).message}.`);
  }
  process.stdout.write(publicKey.export({ type: 'spki', format: 'pem' }));
  process.stderr.write(
    `Set SIGNING_KEY_FILE=${path} for the workers. Keep the public key above where this machine cannot change it.\n`,
  );
}

/** The path with links resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../') && !way.startsWith('/');
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of this program, which has its package.json: wherever in it the running file lies. */
const HOME = findHome(new URL('.', import.meta.url));

/** Of this program, as its package says. */
export function versionOfProgram(): string {
  return (JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as { version: string }).version;
}

function findHome(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : findHome(new URL('..', folder));
}

/** Where something of this program lies, from a path such as `demo/case.json`. */
export function pathOf(path: string): string {
  return fileURLToPath(new URL(path, HOME));
}

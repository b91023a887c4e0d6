import type { Settings } from './base/config/settings.js';

/** A link to a page of the desk, for a command, which does not know where the server listens unless it is said. */
export function deskLink({ PUBLIC_URL, PORT }: Settings, page: string, secret: string): string {
  // Behind #, so that no log of a server has it.
  return `${PUBLIC_URL?.replace(/\/$/, '') ?? `http://127.0.0.1:${PORT ?? 3000}`}/${page}#${secret}`;
}

export function explainAddress({ PUBLIC_URL }: Settings): void {
  if (PUBLIC_URL === undefined)
    process.stderr.write('If your server is reached at another address, put that in; PUBLIC_URL says it.\n');
}

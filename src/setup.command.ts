import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { withApplication } from './application.js';
import type { Settings } from './base/config/settings.js';
import { Setup } from './outputs/setup/setup.service.js';
import { CommandRefused } from './refusal.js';

/** `second-source setup`: prints the link with which the first admin is made. */
export async function setupCommand(settings: Settings, logger: Logger): Promise<void> {
  await withApplication(settings, logger, async (app) => {
    const code = await app.get(Setup, { strict: false }).code();
    if (code === null)
      throw new CommandRefused('It is set up already. An admin invites whoever else is to sign in.');
    const address = settings.PUBLIC_URL?.replace(/\/$/, '') ?? `http://127.0.0.1:${settings.PORT ?? 3000}`;
    process.stdout.write(`${setupLink(address, code)}\n`);
    if (settings.PUBLIC_URL === undefined)
      process.stderr.write(
        'Put the address of your server in its place if it has another one; PUBLIC_URL says it.\n',
      );
  });
}

/** Says at a start that nobody can sign in yet. The link itself goes to a person alone: what is no terminal may be a log. */
export async function offerSetup(app: INestApplicationContext, address: string): Promise<void> {
  const setup = app.get(Setup, { strict: false });
  if (!(await setup.isNeeded())) return;
  const code = process.stdout.isTTY ? await setup.code() : null;
  const how =
    code === null
      ? '`second-source setup` prints the link to set it up'
      : `set it up at ${setupLink(address, code)}`;
  process.stdout.write(`Nobody can sign in yet: ${how}\n`);
}

/** The code stands behind #, so that no log of a server has it. */
function setupLink(address: string, code: string): string {
  return `${address}/setup#${code}`;
}

import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { withApplication } from './application.js';
import type { Settings } from './base/config/settings.js';
import { deskLink, explainAddress } from './desk-link.js';
import { Setup } from './outputs/setup/setup.service.js';
import { CommandRefused } from './refusal.js';

/** `second-source setup`: prints the link with which the first admin is made. */
export async function setupCommand(settings: Settings, logger: Logger): Promise<void> {
  await withApplication(settings, logger, async (app) => {
    const code = await app.get(Setup, { strict: false }).code();
    if (code === null)
      throw new CommandRefused('It is set up already. An admin invites whoever else is to sign in.');
    process.stdout.write(`${deskLink(settings, 'setup', code)}\n`);
    explainAddress(settings);
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
      : `set it up at ${address}/setup#${code}`;
  process.stdout.write(`Nobody can sign in yet: ${how}\n`);
}

import { parseArgs } from 'node:util';
import { isEmail } from 'class-validator';
import type { Logger } from 'pino';
import { Invitations } from './access/sessions/invitations.service.js';
import { withApplication } from './application.js';
import type { Settings } from './base/config/settings.js';
import { deskLink, explainAddress } from './desk-link.js';
import { CommandRefused } from './refusal.js';

const USAGE = 'second-source reset-password --account <e-mail>';

/** `second-source reset-password`: prints a link with which a person who lost their password chooses another. */
export async function resetPasswordCommand(
  args: string[],
  settings: Settings,
  logger: Logger,
): Promise<void> {
  const { values } = parseArgs({ args, options: { account: { type: 'string' } } });
  const { account } = values;
  if (!isEmail(account)) throw new CommandRefused(`Usage: ${USAGE}`);
  await withApplication(settings, logger, async (app) => {
    const invited = await app.get(Invitations, { strict: false }).replacePassword(account!);
    if (invited === null)
      throw new CommandRefused('There is no account with this address that has a place in a workspace.');
    process.stdout.write(`${deskLink(settings, 'invitation', invited.secret)}\n`);
    explainAddress(settings);
  });
}

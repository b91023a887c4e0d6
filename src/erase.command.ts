import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { isEmail, isUUID } from 'class-validator';
import type { Logger } from 'pino';
import { ApiKeys } from './access/api-keys/api-keys.service.js';
import { Idempotency } from './access/idempotency/idempotency.service.js';
import type { MemberPlace } from './access/members/members.repository.js';
import { Members } from './access/members/members.service.js';
import { withApplication } from './application.js';
import { system } from './base/actor/actor.js';
import type { Settings } from './base/config/settings.js';
import { Database } from './base/database/database.service.js';
import { Problem } from './base/errors/problem.js';
import { Deliveries } from './outputs/webhooks/deliveries.service.js';
import { CommandRefused } from './refusal.js';
import { Leases } from './reviews/rounds/leases.service.js';

const USAGE = 'second-source erase --member <id> | --account <e-mail>';

type Person = { member: string } | { email: string };

/** `second-source erase`: takes away what tells who somebody is, in every workspace; what they did stays. */
export async function eraseCommand(args: string[], settings: Settings, logger: Logger): Promise<void> {
  const person = readPerson(args);
  await withApplication(settings, logger, async (app) => {
    const places = await erasePerson(app, person);
    process.stdout.write(places.map(({ id, slug }) => `Erased: member ${id} of ${slug}.\n`).join(''));
  });
}

/** In one transaction, room by room: a person is erased everywhere or nowhere. */
async function erasePerson(app: INestApplicationContext, person: Person): Promise<MemberPlace[]> {
  const get = <T>(room: new (...args: never[]) => T) => app.get(room, { strict: false });
  try {
    return await get(Database).transaction(async (tx) => {
      const places = await get(Members).placesOf(tx, person);
      if (places.length === 0) {
        throw new CommandRefused('There is no such member and no such account. Nothing was erased.');
      }
      await get(Members).erase(tx, places);
      for (const place of places) {
        await get(ApiKeys).eraseAllOf(tx, system(place.workspaceId), place.id);
        await get(Idempotency).forgetAbout(tx, place);
        await get(Leases).forgetNotesOf(tx, place);
        await get(Deliveries).forgetAbout(tx, place);
      }
      return places;
    });
  } catch (error) {
    if (error instanceof Problem) throw new CommandRefused(`${error.detail} Nothing was erased.`);
    throw error;
  }
}

function readPerson(args: string[]): Person {
  const { values } = parseArgs({
    args,
    options: { member: { type: 'string' }, account: { type: 'string' } },
  });
  const { member, account } = values;
  if ((member === undefined) === (account === undefined)) throw new CommandRefused(`Usage: ${USAGE}`);
  if (member !== undefined) {
    if (!isUUID(member)) throw new CommandRefused('--member must be the id of a member.');
    return { member };
  }
  if (!isEmail(account)) throw new CommandRefused('--account must be an e-mail address.');
  return { email: account! };
}

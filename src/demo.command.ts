import type { INestApplicationContext } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import { Accounts } from './access/accounts/accounts.service.js';
import { digestOf } from './access/accounts/passwords.js';
import { ApiKeys } from './access/api-keys/api-keys.service.js';
import { Members } from './access/members/members.service.js';
import { type Role, ROLES, system } from './base/actor/actor.js';
import type { Settings } from './base/config/settings.js';
import { Database } from './base/database/database.service.js';
import { actorOf, DemoCase } from './demo-case.js';
import { WorkspaceOpening } from './outputs/setup/workspace-opening.service.js';
import { startServer, stopOnSignal } from './server.js';

const SLUG = 'demo';

/** `second-source demo`: serves with the demo case loaded, and prints keys and lines to try it with. */
export async function demoCommand(settings: Settings, logger: Logger): Promise<void> {
  const server = await startServer(Object.assign(settings, { ROLE: 'all' as const }), logger);
  stopOnSignal(server, logger);
  const prepared = await prepare(server.app);
  process.stdout.write(
    `Second Source is ready at ${server.address}\n\n${guide(server.address!, prepared)}\n`,
  );
}

interface Prepared {
  keys: Record<Role, string>;
  password: string;
}

async function prepare(app: INestApplicationContext): Promise<Prepared> {
  const get = <T>(room: new (...args: never[]) => T) => app.get(room, { strict: false });
  const database = get(Database);
  const workspace = await database.transaction((tx) =>
    get(WorkspaceOpening).findOrOpen(tx, SLUG, 'Demo desk'),
  );
  const keys = {} as Record<Role, string>;
  const members = {} as Record<Role, Awaited<ReturnType<Members['findOrAdmitProgram']>>>;
  for (const role of ROLES) {
    await database.transaction(async (tx) => {
      const name = `Demo ${role.replace('_', ' ')}`;
      const member = await get(Members).findOrAdmitProgram(tx, workspace.id, name, role);
      members[role] = member;
      await get(ApiKeys).revokeAllOf(tx, system(workspace.id), member.id);
      const issued = await get(ApiKeys).issue(tx, system(workspace.id), {
        memberId: member.id,
        name,
        expiresAt: null,
      });
      keys[role] = issued.key;
    });
  }
  await new DemoCase(app, actorOf(members.fact_checker), actorOf(members.reviewer)).load();
  return { keys, password: await letPersonsIn(app, workspace.id) };
}

/** One person per role, all with one password, which is new at each start. */
async function letPersonsIn(app: INestApplicationContext, workspaceId: string): Promise<string> {
  const get = <T>(room: new (...args: never[]) => T) => app.get(room, { strict: false });
  const password = Array.from({ length: 4 }, () =>
    randomInt(36 ** 4)
      .toString(36)
      .padStart(4, '0'),
  ).join('-');
  const digest = await digestOf(password);
  for (const role of ROLES) {
    await get(Database).transaction(async (tx) => {
      const name = `Demo ${role.replace('_', ' ')} at the desk`;
      const email = emailOf(role);
      const { accountId } = await get(Members).findOrAdmitPerson(tx, workspaceId, { email, name, role });
      await get(Accounts).setPassword(tx, accountId!, digest);
    });
  }
  return password;
}

function emailOf(role: Role): string {
  return `${role.replace('_', '-')}@demo.example`;
}

function guide(address: string, { keys, password }: Prepared): string {
  const api = `${address}/api/v1`;
  const as = (role: Role) => `-H 'Authorization: Bearer ${keys[role]}'`;
  return [
    'The demo case is one news article of 24 October 2024, taken apart into claims, sources and statements.',
    `Open ${address} and sign in; the password of all of them is  ${password}`,
    ...ROLES.map((role) => `  ${emailOf(role)}`),
    '',
    `Every operation, to read and to try: ${address}/api/docs`,
    '',
    'API keys, one per role (new at each start; those printed before stop working):',
    ...ROLES.map((role) => `  ${role.padEnd(13)} ${keys[role]}`),
    '',
    'Who contradicts whom? The claims that are contested:',
    `  curl -s '${api}/claims?corroboration=contested' ${as('viewer')}`,
    'Counts for a dashboard:',
    `  curl -s '${api}/stats/claims' ${as('viewer')}`,
    'Take the next claim to review:',
    `  curl -s -X POST '${api}/reviews/next' ${as('reviewer')}`,
    'Everything that happened, in order:',
    `  curl -s '${api}/events?limit=5' ${as('viewer')}`,
    '',
    'Ctrl-C ends it. What you enter is kept for the next start.',
    '',
  ].join('\n');
}

import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { ApiKeys } from './access/api-keys/api-keys.service.js';
import { Members } from './access/members/members.service.js';
import { type Role, ROLES, system } from './base/actor/actor.js';
import type { Settings } from './base/config/settings.js';
import { Database } from './base/database/database.service.js';
import { actorOf, DemoCase } from './demo-case.js';
import { Workspaces } from './record/workspaces/workspaces.service.js';
import { startServer, stopOnSignal } from './server.js';
import { openWorkspace } from './workspace-opening.js';

const SLUG = 'demo';

/** `second-source demo`: serves with the demo case loaded, and prints keys and lines to try it with. */
export async function demoCommand(settings: Settings, logger: Logger): Promise<void> {
  const server = await startServer(Object.assign(settings, { ROLE: 'all' as const }), logger);
  stopOnSignal(server, logger);
  const keys = await prepare(server.app);
  process.stdout.write(`Second Source is ready at ${server.address}\n\n${guide(server.address!, keys)}\n`);
}

async function prepare(app: INestApplicationContext): Promise<Record<Role, string>> {
  const get = <T>(room: new (...args: never[]) => T) => app.get(room, { strict: false });
  const database = get(Database);
  const workspace =
    (await get(Workspaces).find(SLUG)) ??
    (await database.transaction((tx) => openWorkspace(app, tx, SLUG, 'Demo desk')));
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
  return keys;
}

function guide(address: string, keys: Record<Role, string>): string {
  const api = `${address}/api/v1`;
  const as = (role: Role) => `-H 'Authorization: Bearer ${keys[role]}'`;
  return [
    'The demo case is one news article of 24 October 2024, taken apart into claims, sources and statements.',
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

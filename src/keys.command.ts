import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { ApiKeys } from './access/api-keys/api-keys.service.js';
import { Members } from './access/members/members.service.js';
import { withApplication } from './application.js';
import { type Role, ROLES, system } from './base/actor/actor.js';
import type { Settings } from './base/config/settings.js';
import { Database } from './base/database/database.service.js';
import { WorkspaceOpening } from './outputs/setup/workspace-opening.service.js';
import { CommandRefused } from './refusal.js';

const USAGE = 'second-source keys create --workspace <slug> --role <role> --name <text>';

export interface KeyRequest {
  workspace: string;
  role: Role;
  name: string;
}

/** `second-source keys create`: prints one API key and nothing else. */
export async function keysCommand(args: string[], settings: Settings, logger: Logger): Promise<void> {
  const request = readRequest(args);
  await withApplication(settings, logger, async (app) => {
    process.stdout.write(`${await createKey(app, request)}\n`);
  });
}

/** Makes a key for the program of that name; the workspace and the member are made when they are missing. */
export async function createKey(app: INestApplicationContext, request: KeyRequest): Promise<string> {
  const get = <T>(type: new (...args: never[]) => T) => app.get(type, { strict: false });
  return get(Database).transaction(async (tx) => {
    const workspace = await get(WorkspaceOpening).findOrOpen(tx, request.workspace, request.workspace);
    const member = await get(Members).findOrAdmitProgram(tx, workspace.id, request.name, request.role);
    if (member.role !== request.role) {
      throw new CommandRefused(
        `The name "${request.name}" is known in this workspace with the role ${member.role}. Use another name, or --role ${member.role}.`,
      );
    }
    const { key } = await get(ApiKeys).issue(tx, system(workspace.id), {
      memberId: member.id,
      name: request.name,
      expiresAt: null,
    });
    return key;
  });
}

function readRequest(args: string[]): KeyRequest {
  const [verb, ...rest] = args;
  if (verb !== 'create') throw new CommandRefused(`Usage: ${USAGE}`);
  const { values } = parseArgs({
    args: rest,
    options: { workspace: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } },
  });
  const { workspace, role, name } = values;
  if (!workspace || !role || !name?.trim()) throw new CommandRefused(`Usage: ${USAGE}`);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(workspace)) {
    throw new CommandRefused(
      '--workspace must be a slug: lower-case letters, digits and hyphens, at most 63.',
    );
  }
  if (!(ROLES as readonly string[]).includes(role)) {
    throw new CommandRefused(`--role must be one of ${ROLES.join(', ')}.`);
  }
  if (name.length > 500) throw new CommandRefused('--name must be at most 500 characters.');
  return { workspace, role: role as Role, name };
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { changesBetween } from '../events/event.js';
import { Events } from '../events/events.service.js';
import type { Workspace } from '../workspaces/workspace.entity.js';
import { Workspaces } from '../workspaces/workspaces.service.js';
import { WORKSPACE_UPDATED } from './policy.events.js';
import type { WorkspaceChange } from './workspace.dto.js';

/** What the workspace is called. It stands here, beside the policy, as a change of it is an event. */
@Injectable()
export class WorkspaceNaming {
  constructor(
    private readonly database: Database,
    private readonly workspaces: Workspaces,
    private readonly events: Events,
  ) {}

  read(actor: Actor): Promise<Workspace> {
    return this.workspaces.read(this.database, actor.workspaceId);
  }

  change(actor: Actor, expected: ExpectedVersion, { name }: WorkspaceChange): Promise<Workspace> {
    return this.database.transaction(async (tx) => {
      const before = await this.workspaces.lock(tx, actor.workspaceId);
      expectVersion(expected, before.version);
      if (name === undefined || name === before.name) return before;
      const after: Workspace = { ...before, name, version: before.version + 1 };
      await this.workspaces.rename(tx, after);
      await this.events.append(tx, actor, [
        WORKSPACE_UPDATED.of(after, { changes: changesBetween({ name: before.name }, { name }) }),
      ]);
      return after;
    });
  }
}

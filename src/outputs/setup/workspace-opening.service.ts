import { Injectable } from '@nestjs/common';
import type { Tx } from '../../base/database/tx.js';
import { Policies } from '../../record/policy/policies.service.js';
import type { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import { Queues } from '../../reviews/queues/queues.service.js';
import { Ratings } from '../../reviews/ratings/ratings.service.js';
import { Routing } from '../../reviews/routing/routing.service.js';

@Injectable()
export class WorkspaceOpening {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly policies: Policies,
    private readonly ratings: Ratings,
    private readonly queues: Queues,
    private readonly routing: Routing,
  ) {}

  /**
   * The workspace of that slug. A new one has everything from the start: its policy, the default rating scale, a default
   * queue and no routing rules.
   */
  async findOrOpen(tx: Tx, slug: string, name: string): Promise<Workspace> {
    // Two who open it at the same time open one.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`workspace:${slug}`]);
    return (await this.workspaces.find(slug)) ?? this.open(tx, slug, name);
  }

  private async open(tx: Tx, slug: string, name: string): Promise<Workspace> {
    const workspace = await this.workspaces.open(tx, slug, name);
    await this.policies.open(tx, workspace.id);
    await this.ratings.openScale(tx, workspace.id);
    await this.queues.openDefault(tx, workspace.id);
    await this.routing.open(tx, workspace.id);
    return workspace;
  }
}

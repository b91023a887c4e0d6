import type { INestApplicationContext } from '@nestjs/common';
import type { Tx } from './base/database/tx.js';
import { Policies } from './record/policy/policies.service.js';
import type { Workspace } from './record/workspaces/workspace.entity.js';
import { Workspaces } from './record/workspaces/workspaces.service.js';
import { Queues } from './reviews/queues/queues.service.js';
import { Ratings } from './reviews/ratings/ratings.service.js';
import { Routing } from './reviews/routing/routing.service.js';

/** Everything a new workspace has from the start: its policy, the default rating scale, a default queue and no routing rules. */
export async function openWorkspace(
  app: INestApplicationContext,
  tx: Tx,
  slug: string,
  name: string,
): Promise<Workspace> {
  const workspace = await app.get(Workspaces, { strict: false }).open(tx, slug, name);
  await app.get(Policies, { strict: false }).open(tx, workspace.id);
  await app.get(Ratings, { strict: false }).openScale(tx, workspace.id);
  await app.get(Queues, { strict: false }).openDefault(tx, workspace.id);
  await app.get(Routing, { strict: false }).open(tx, workspace.id);
  return workspace;
}

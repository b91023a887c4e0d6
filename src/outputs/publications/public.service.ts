import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { NOT_FOUND, Problem } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import type { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import { PublicView, type Shown } from './public-view.service.js';
import type { FeedQuery } from './feeds.dto.js';
import type { PublishedRating } from './publication.content.js';
import type { Publication } from './publication.entity.js';
import { PublicationsRepository } from './publications.repository.js';

/** What anybody may read of a workspace: what it has published, and what it took back. */
@Injectable()
export class PublicPublications {
  constructor(
    private readonly database: Database,
    private readonly repository: PublicationsRepository,
    private readonly workspaces: Workspaces,
    private readonly view: PublicView,
  ) {}

  async workspace(slug: string): Promise<Workspace> {
    const workspace = await this.workspaces.find(slug);
    if (workspace === null) throw nothingHere();
    return workspace;
  }

  /** The latest change first. */
  async changed(
    workspace: Workspace,
    query: FeedQuery,
    only: 'all' | 'corrections' | 'newest',
  ): Promise<Page<Shown>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.changed(this.database, workspace.id, query.limit, after, only);
    const page = pageFrom(
      rows,
      query.limit,
      (row) => [changedAt(row).toISOString(), row.id],
      (row) => row,
    );
    return { ...page, items: await this.view.of(workspace, page.items) };
  }

  /** The newest publication of each of these claims that has one, in the order of the claims. */
  async newestOf(workspaceId: string, claimIds: string[]): Promise<Shown[]> {
    const rows = await this.repository.newestOf(this.database, workspaceId, claimIds);
    return this.view.many(workspaceId, rows);
  }

  /** The rating that each of these replaced, by the publication's id; of a claim's first there is none. */
  ratingsBefore(workspaceId: string, items: Shown[]): Promise<Map<string, PublishedRating>> {
    return this.repository.ratingsBefore(
      this.database,
      workspaceId,
      items.map(({ id }) => id),
    );
  }

  async one(workspace: Workspace, id: string): Promise<Shown> {
    const row = await this.repository.find(this.database, workspace.id, id);
    if (row === null) throw nothingHere();
    const [shown] = await this.view.of(workspace, [row]);
    return shown!;
  }

  /** The newest publication of a claim that has one. */
  async newest({ id: workspaceId }: Workspace, claimId: string): Promise<{ id: string; number: number }> {
    const newest = await this.repository.newest(this.database, workspaceId, claimId);
    return newest!;
  }
}

function changedAt({ withdrawnAt, publishedAt }: Publication): Date {
  return withdrawnAt ?? publishedAt;
}

function nothingHere(): Problem {
  return new Problem(NOT_FOUND, 'Nothing is published at this address. Check it for slips.');
}

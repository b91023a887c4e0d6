import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { PublicAddress } from '../../base/http/public-address.js';
import type { ClaimState } from '../../facts/claims/claim.states.js';
import { isSettled } from '../../facts/claims/claim.states.js';
import type { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import type { Told } from './claim-review.js';
import type { NamedSource, PublishedContent } from './publication.content.js';
import type { Publication } from './publication.entity.js';
import { PublicationsRepository } from './publications.repository.js';

/** A publication as it may be shown to anybody, with what was said of it since. */
export interface Shown extends Told {
  claimId: string;
  pageUrl: string;
  publishedBy: string;
  /** Whether the claim has gone back into review since. */
  underReview: boolean;
  withdrawn: { by: string; at: Date; reason: string } | null;
}

/**
 * Makes of a publication's row what readers are shown. A source that has become confidential since is called by its
 * public label from then on; nothing else of what was published changes.
 */
@Injectable()
export class PublicView {
  constructor(
    private readonly database: Database,
    private readonly repository: PublicationsRepository,
    private readonly workspaces: Workspaces,
    private readonly address: PublicAddress,
  ) {}

  async one(row: Publication): Promise<Shown> {
    const [shown] = await this.many(row.workspaceId, [row]);
    return shown!;
  }

  async many(workspaceId: string, rows: Publication[]): Promise<Shown[]> {
    return this.of(await this.workspaces.read(this.database, workspaceId), rows);
  }

  /** As above, for whoever has the workspace; the rows are all of it. */
  async of(workspace: Workspace, rows: Publication[]): Promise<Shown[]> {
    const { id: workspaceId } = workspace;
    const ids = rows.flatMap(({ content }) => sourcesIn(content)).map(({ id }) => id);
    const known = await this.repository.publicSources(this.database, workspaceId, ids);
    const hidden = new Map(
      [...known.values()].filter(({ confidential }) => confidential).map(({ id, name }) => [id, name]),
    );
    const claimIds = rows.map(({ claimId }) => claimId);
    const statuses = await this.repository.statusOf(this.database, workspaceId, claimIds);
    return rows.map((row) => this.shown(row, workspace, hidden, statuses.get(row.claimId)!));
  }

  pageUrl({ slug }: Workspace, id: string): string {
    return `${this.address.url}/published/${slug}/${id}`;
  }

  private shown(
    row: Publication,
    workspace: Workspace,
    hidden: Map<string, string>,
    status: ClaimState,
  ): Shown {
    const pageUrl = this.pageUrl(workspace, row.id);
    const { id, claimId, number, title, summary, language, correction, authors, publishedAt, publishedBy } =
      row;
    return {
      id,
      claimId,
      number,
      title,
      summary,
      language,
      correction,
      authors,
      publishedAt,
      publishedBy,
      url: row.url ?? pageUrl,
      pageUrl,
      publisher: workspace.name,
      content: hidden.size === 0 ? row.content : renamed(row.content, hidden),
      underReview: !isSettled(status),
      withdrawn:
        row.withdrawnAt === null
          ? null
          : { by: row.withdrawnBy!, at: row.withdrawnAt, reason: row.withdrawnReason! },
    };
  }
}

function sourcesIn({ claim, statements }: PublishedContent): NamedSource[] {
  const named = statements.flatMap(({ source, basedOn }) => [source, basedOn?.source]);
  return [...named, claim.claimant].filter((source) => source !== null && source !== undefined);
}

function renamed(content: PublishedContent, hidden: Map<string, string>): PublishedContent {
  const call = <Source extends NamedSource | null>(source: Source): Source =>
    source !== null && hidden.has(source.id) ? { ...source, name: hidden.get(source.id)! } : source;
  const statements = content.statements.map((one) => ({
    ...one,
    source: call(one.source),
    url: hidden.has(one.source.id) ? null : one.url,
    basedOn: one.basedOn && { ...one.basedOn, source: call(one.basedOn.source) },
  }));
  return { ...content, claim: { ...content.claim, claimant: call(content.claim.claimant) }, statements };
}

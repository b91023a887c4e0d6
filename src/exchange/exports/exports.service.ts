import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { PublicPublications } from '../../outputs/publications/public.service.js';
import { claimReviewElements, claimReviewFeed } from '../../outputs/publications/feeds.js';
import { Workspaces } from '../../record/workspaces/workspaces.service.js';
import { ClaimViews } from '../../outputs/views/claim-views.service.js';
import { claimLine, type ClaimParts, type OpenSource } from './claim-line.js';
import { csvRow, csvWriter } from './csv.js';
import type { ExportFormat, ExportQuery } from './exports.dto.js';
import { ExportedRepository } from './exported.repository.js';

const CLAIMS_AT_ONCE = 200;

export interface Export {
  type: string;
  file: string;
  body: Readable;
}

/** Writes claims out as they are read: a stretch at a time, whoever reads slowly is waited for. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly repository: ExportedRepository,
    private readonly views: ClaimViews,
    private readonly publications: PublicPublications,
    private readonly workspaces: Workspaces,
  ) {}

  write(actor: Actor, { format, bom, ...filter }: ExportQuery): Export {
    if (bom !== undefined && format !== 'csv') throw invalidField('bom', 'goes only with format=csv');
    const stretches = this.views.stretches(actor, filter, CLAIMS_AT_ONCE);
    return { ...WRITTEN[format], body: this.writer(format, bom ?? false, actor, stretches) };
  }

  private writer(
    format: ExportFormat,
    bom: boolean,
    actor: Actor,
    stretches: AsyncIterable<Claim[]>,
  ): Readable {
    if (format === 'csv') {
      const rows = Readable.from(mapped(this.parts(actor, stretches), csvRow));
      const csv = csvWriter(bom);
      rows.once('error', (error) => csv.destroy(error));
      csv.once('close', () => rows.destroy());
      return rows.pipe(csv);
    }
    const text =
      format === 'ndjson'
        ? mapped(this.parts(actor, stretches), (parts) => `${JSON.stringify(claimLine(parts))}\n`)
        : this.claimReviews(actor, stretches);
    return Readable.from(text, { objectMode: false });
  }

  private async *parts(actor: Actor, stretches: AsyncIterable<Claim[]>): AsyncGenerator<ClaimParts> {
    const labels = await this.repository.labels(this.database, actor.workspaceId);
    for await (const claims of stretches) yield* await this.partsOf(actor.workspaceId, claims, labels);
  }

  private async partsOf(
    workspaceId: string,
    claims: Claim[],
    labels: Map<string, string>,
  ): Promise<ClaimParts[]> {
    const ids = claims.map(({ id }) => id);
    const statements = groupedByClaim(await this.repository.statements(this.database, workspaceId, ids));
    const evidence = groupedByClaim(await this.repository.evidence(this.database, workspaceId, ids));
    const named = new Map(
      claims.map((claim) => [
        claim.id,
        [
          claim.claimantId,
          ...(statements.get(claim.id) ?? []).flatMap((row) => [
            row.sourceId,
            row.reportedById,
            row.basedOnSourceId,
          ]),
        ].filter((id) => id !== null),
      ]),
    );
    const rows = await this.repository.sources(this.database, workspaceId, [...named.values()].flat());
    const sources = new Map(
      rows.map((source) => [
        source.id,
        {
          ...source,
          openName: source.confidential ? (labels.get(source.id) ?? source.publicLabel!) : source.name,
        },
      ]),
    );
    return claims.map((claim) => ({
      claim,
      statements: statements.get(claim.id) ?? [],
      evidence: evidence.get(claim.id) ?? [],
      sources: withAncestors(named.get(claim.id)!, sources),
    }));
  }

  /** The feed of ClaimReviews with its elements between head and foot, as they come. */
  private async *claimReviews(actor: Actor, stretches: AsyncIterable<Claim[]>): AsyncGenerator<string> {
    const { name } = await this.workspaces.read(this.database, actor.workspaceId);
    const [head, foot] = JSON.stringify(claimReviewFeed(name, [])).split('[]') as [string, string];
    yield `${head}[`;
    let separator = '\n';
    for await (const claims of stretches) {
      const ids = claims.map(({ id }) => id);
      for (const element of claimReviewElements(await this.publications.newestOf(actor.workspaceId, ids))) {
        yield separator + JSON.stringify(element);
        separator = ',\n';
      }
    }
    yield `]${foot}\n`;
  }
}

const WRITTEN: Record<ExportFormat, Omit<Export, 'body'>> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', file: 'claims.csv' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', file: 'claims.ndjson' },
  'claim-review': { type: 'application/ld+json; charset=utf-8', file: 'claims.jsonld' },
};

async function* mapped<From, To>(from: AsyncIterable<From>, map: (one: From) => To): AsyncGenerator<To> {
  for await (const one of from) yield map(one);
}

function groupedByClaim<Row extends { claimId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.claimId, [...(groups.get(row.claimId) ?? []), row]);
  return groups;
}

function withAncestors(ids: string[], known: Map<string, OpenSource>): Map<string, OpenSource> {
  const found = new Map<string, OpenSource>();
  for (let at: string[] = ids; at.length > 0;) {
    const sources = at.map((id) => known.get(id)!);
    for (const source of sources) found.set(source.id, source);
    at = sources.flatMap(({ parentId }) => (parentId === null || found.has(parentId) ? [] : [parentId]));
  }
  return found;
}

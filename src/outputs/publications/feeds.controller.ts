import { applyDecorators, Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiSecurity,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INVALID, NOT_FOUND, UNAVAILABLE } from '../../base/errors/problem.js';
import { etagOf, sendTagged } from '../../base/http/prepared-answer.js';
import { UNCHANGED } from '../../base/http/operation.js';
import { ListCursors, type Page } from '../../base/http/pages.js';
import { PublicAddress } from '../../base/http/public-address.js';
import type { Workspace } from '../../record/workspaces/workspace.entity.js';
import { atom, claimReviewFeed, corrections } from './feeds.js';
import { ClaimReviewFeedDto, CorrectionsDto, FeedQuery } from './feeds.dto.js';
import { PublicPublications } from './public.service.js';
import type { Shown } from './public-view.service.js';

const ATOM = 'application/atom+xml';
const JSON_LD = 'application/ld+json';
const EXAMPLE =
  '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Front desk</title>…</feed>';

/** A feed that anybody may read without a key, and keep for a minute. */
function Feed(summary: string, content: Record<string, object>): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary,
      description: 'Open to everybody, the latest change first. A header `Link: <…>; rel="next"` leads on.',
    }),
    ApiParam({ name: 'workspace', description: 'The slug of the workspace.', example: 'front-desk' }),
    ApiResponse({ status: 200, description: 'Done.', content }),
    UNCHANGED,
    ApiExtension('x-problems', [INVALID, NOT_FOUND, UNAVAILABLE]),
    ApiSecurity({}),
  );
}

@Controller('feeds/:workspace')
@ApiExtraModels(ClaimReviewFeedDto, CorrectionsDto)
export class FeedsController {
  constructor(
    private readonly publications: PublicPublications,
    private readonly address: PublicAddress,
  ) {}

  @Get('claim-review.json')
  @Feed('Follow what a workspace has published, as ClaimReview', {
    [JSON_LD]: { schema: { $ref: getSchemaPath(ClaimReviewFeedDto) } },
  })
  claimReview(
    @Param('workspace') slug: string,
    @Query() query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ slug, query, request, reply, only: 'newest', type: JSON_LD }, (workspace, page) =>
      Promise.resolve(JSON.stringify(claimReviewFeed(workspace.name, page.items))),
    );
  }

  @Get('atom.xml')
  @Feed('Follow what a workspace has published, as Atom', {
    [ATOM]: { schema: { type: 'string' }, example: EXAMPLE },
  })
  atom(
    @Param('workspace') slug: string,
    @Query() query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ slug, query, request, reply, only: 'all', type: ATOM }, (workspace, page, next) => {
      const id = `urn:uuid:${workspace.id}`;
      const self = this.address.url + request.url;
      return Promise.resolve(atom({ publisher: workspace.name, self, next, id }, page.items));
    });
  }

  @Get('corrections.json')
  @Feed('Follow what a workspace has corrected and withdrawn', {
    'application/json': { schema: { $ref: getSchemaPath(CorrectionsDto) } },
  })
  corrections(
    @Param('workspace') slug: string,
    @Query() query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { slug, query, request, reply, only: 'corrections' as const, type: 'application/json' };
    return this.answer(asked, async (workspace, { items, nextCursor }) => {
      const before = await this.publications.ratingsBefore(workspace.id, items);
      return JSON.stringify({ items: corrections(items, before), nextCursor });
    });
  }

  private async answer(
    { slug, query, request, reply, only, type }: Asked,
    write: (workspace: Workspace, page: Page<Shown>, next: string | null) => Promise<string>,
  ): Promise<void> {
    const workspace = await this.publications.workspace(slug);
    const cursors = new ListCursors(request.url);
    cursors.open(query as unknown as Record<string, unknown>);
    const page = await this.publications.changed(workspace, query, only);
    const shown = cursors.close(page) as Page<Shown>;
    const next = shown.nextCursor === null ? null : this.pageAt(request.url, shown.nextCursor);
    const content = await write(workspace, shown, next);
    void reply.header('cache-control', 'public, max-age=60').header('access-control-allow-origin', '*');
    if (next !== null) void reply.header('link', `<${next}>; rel="next"`);
    const tagged = { content, etag: etagOf(content), type: `${type}; charset=utf-8` };
    void sendTagged(request, reply, tagged);
  }

  private pageAt(url: string, cursor: string): string {
    const next = new URL(url, this.address.url);
    next.searchParams.set('cursor', cursor);
    return next.href;
  }
}

interface Asked {
  slug: string;
  query: FeedQuery;
  request: FastifyRequest;
  reply: FastifyReply;
  only: 'all' | 'corrections' | 'newest';
  type: string;
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, matches } from '../../base/http/prepared-answer.js';
import { PathId } from '../../base/http/path-id.js';
import { PAGE_POLICY, publicationPage } from './page.js';
import { PublicPublications } from './public.service.js';
import { PublicView } from './public-view.service.js';

/** The page of a publication, for people; it stands outside the API. */
@Controller('published/:workspace')
@ApiExcludeController()
export class PageController {
  constructor(
    private readonly publications: PublicPublications,
    private readonly view: PublicView,
  ) {}

  @Get(':id')
  async page(
    @Param('workspace') slug: string,
    @Param('id', PathId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const workspace = await this.publications.workspace(slug);
    const shown = await this.publications.one(workspace, id);
    const newest = await this.publications.newestNumber(workspace, shown.claimId);
    const replacedBy =
      newest.number === shown.number
        ? null
        : { number: newest.number, url: this.view.pageUrl(workspace, newest.id) };
    const content = publicationPage(shown, replacedBy);
    const etag = etagOf(content);
    void reply
      .header('etag', etag)
      .header('cache-control', 'public, max-age=60')
      .header('content-security-policy', PAGE_POLICY)
      .header('referrer-policy', 'no-referrer');
    if (matches(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    void reply
      .status(shown.withdrawn === null ? 200 : 410)
      .header('content-type', 'text/html; charset=utf-8')
      .send(content);
  }
}

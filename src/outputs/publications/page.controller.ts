import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, sendTagged } from '../../base/http/prepared-answer.js';
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
    const newest = await this.publications.newest(workspace, shown.claimId);
    const replacedBy =
      newest.number === shown.number
        ? null
        : { number: newest.number, url: this.view.pageUrl(workspace, newest.id) };
    const content = publicationPage(shown, replacedBy);
    void reply
      .header('cache-control', 'public, max-age=60')
      .header('content-security-policy', PAGE_POLICY)
      .header('referrer-policy', 'no-referrer');
    void sendTagged(request, reply, {
      content,
      etag: etagOf(content),
      type: 'text/html; charset=utf-8',
      status: shown.withdrawn === null ? 200 : 410,
    });
  }
}

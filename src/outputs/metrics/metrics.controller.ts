import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.service.js';
import { TokenGuard } from './token.guard.js';

/** For a scraper that reaches only the API's port; no operation of the API, so its description leaves it out. */
@Controller('metrics')
@ApiExcludeController()
@UseGuards(TokenGuard)
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { DryRunDto, presentRouting, RoutingRulesDto, RoutingRulesGiven } from './routing.dto.js';
import { Routing } from './routing.service.js';

@Controller('routing-rules')
export class RoutingController {
  constructor(private readonly routing: Routing) {}

  @Get()
  @May('routing.read')
  @Operation({ summary: 'Read which claims go to which queue', answer: RoutingRulesDto })
  async read(@Caller() actor: Actor): Promise<RoutingRulesDto> {
    return presentRouting(await this.routing.read(actor));
  }

  @Put()
  @May('routing.change')
  @Operation({
    summary: 'Replace the routing rules of your workspace',
    description:
      'They decide for claims that are queued from now on without naming a queue; what is queued already stays where it is. The change is the event `queue.routing-changed`, with the rules before and after.',
    answer: RoutingRulesDto,
    ifMatch: true,
  })
  async replace(
    @Caller() actor: Actor,
    @IfMatch() expected: ExpectedVersion,
    @Body() given: RoutingRulesGiven,
  ): Promise<RoutingRulesDto> {
    return presentRouting(await this.routing.replace(actor, expected, given.rules));
  }

  @Post('dry-run')
  @May('routing.change')
  @Operation({
    summary: 'Show where the newest claims would have gone by these rules',
    description: 'The last 100 claims that were entered, as they are now. Nothing is changed.',
    answer: DryRunDto,
  })
  dryRun(@Caller() actor: Actor, @Body() given: RoutingRulesGiven): Promise<DryRunDto> {
    return this.routing.tryOut(actor, given.rules);
  }
}

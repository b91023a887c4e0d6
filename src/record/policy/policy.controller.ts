import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PolicyChange, PolicyDto, presentPolicy } from './policy.dto.js';
import { Policies } from './policies.service.js';

@Controller('policy')
export class PolicyController {
  constructor(private readonly policies: Policies) {}

  @Get()
  @May('policy.read')
  @Operation({ summary: 'Read the policy of your workspace', answer: PolicyDto })
  async read(@Caller() actor: Actor): Promise<PolicyDto> {
    return presentPolicy(await this.policies.read(actor));
  }

  @Patch()
  @May('policy.change')
  @Operation({
    summary: 'Change the policy of your workspace',
    description:
      'A new threshold recomputes every claim by job; until then their answers say `stale`. What was in force before stays readable with `asOf`.',
    answer: PolicyDto,
    ifMatch: true,
  })
  async change(
    @Caller() actor: Actor,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: PolicyChange,
  ): Promise<PolicyDto> {
    return presentPolicy(await this.policies.change(actor, expected, change));
  }
}

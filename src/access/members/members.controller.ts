import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { MEMBER_DUPLICATE, MEMBER_LAST_ADMIN } from './member.errors.js';
import { MemberChange, MemberDto, MemberPage, MembersQuery, NewMember, presentMember } from './member.dto.js';
import { Members } from './members.service.js';

@Controller('members')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Post()
  @May('member.manage')
  @Operation({
    summary: 'Admit a person as a member',
    answer: MemberDto,
    status: 201,
    errors: [MEMBER_DUPLICATE],
  })
  async admit(@Caller() actor: Actor, @Body() given: NewMember): Promise<MemberDto> {
    return presentMember(await this.members.admit(actor, given), actor);
  }

  @Get()
  @May('member.read')
  @Operation({
    summary: 'List the members of your workspace',
    answer: MemberPage,
    query: MembersQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: MembersQuery): Promise<Page<MemberDto>> {
    const page = await this.members.list(actor, query);
    return { ...page, items: page.items.map((member) => presentMember(member, actor)) };
  }

  @Patch(':id')
  @May('member.manage')
  @Operation({
    summary: 'Change a member',
    answer: MemberDto,
    finds: true,
    ifMatch: true,
    errors: [MEMBER_LAST_ADMIN],
  })
  async change(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: MemberChange,
  ): Promise<MemberDto> {
    return presentMember(await this.members.change(actor, id, expected, change), actor);
  }

  @Delete(':id')
  @May('member.manage')
  @Operation({
    summary: 'Remove a member',
    description: 'Their keys stop working at once and their leases end. What they did stays on the record.',
    status: 204,
    finds: true,
    errors: [MEMBER_LAST_ADMIN],
  })
  async remove(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<void> {
    await this.members.remove(actor, id);
  }
}

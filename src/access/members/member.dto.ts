import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { type Actor, hasRole, type Role, ROLES } from '../../base/actor/actor.js';
import { Languages, OneOf, Text, Texts } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import type { MemberRow } from './members.repository.js';

export class NewMember {
  @Text({ max: 320, example: 'reviewer@newsroom.example', description: 'The address of the person.' })
  @IsEmail({}, { message: 'must be an e-mail address' })
  email: string;

  @Text({ example: 'Front desk reviewer' })
  name: string;

  @OneOf(ROLES, { example: 'reviewer' })
  role: Role;

  @Languages({ optional: true, default: [], description: 'Languages the member reads (BCP 47).' })
  languages: string[] = [];

  @Texts({ max: 50, each: 100, optional: true, default: [], example: ['imagery'] })
  skills: string[] = [];
}

export class MemberChange {
  @Text({ optional: true, example: 'Front desk reviewer' })
  name?: string;

  @OneOf(ROLES, { optional: true, example: 'editor' })
  role?: Role;

  @Languages({ optional: true })
  languages?: string[];

  @Texts({ max: 50, each: 100, optional: true, example: ['imagery'] })
  skills?: string[];
}

export class MembersQuery extends PageQuery {}

export class MemberDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'Front desk reviewer' })
  name: string;

  @ApiProperty({ enum: ['person', 'program'], example: 'person' })
  kind: 'person' | 'program';

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'reviewer@newsroom.example',
    description: 'Shown to admins and to the member; null for others and for programs.',
  })
  email: string | null;

  @ApiProperty({ enum: ROLES, example: 'reviewer' })
  role: Role;

  @ApiProperty({ type: [String], example: ['en'] })
  languages: string[];

  @ApiProperty({ type: [String], example: ['imagery'] })
  skills: string[];

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export const MemberPage = pageOf(MemberDto, 'MemberPage');

export function presentMember(member: MemberRow, actor: Actor): MemberDto {
  const showsEmail = hasRole(actor, 'admin') || member.id === actor.memberId;
  return {
    id: member.id,
    name: member.name,
    kind: member.accountId === null ? 'program' : 'person',
    email: showsEmail ? member.email : null,
    role: member.role,
    languages: member.languages,
    skills: member.skills,
    createdAt: member.createdAt.toISOString(),
    version: member.version,
  };
}

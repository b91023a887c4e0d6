import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, type Doer, type Role, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { changesBetween } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Member } from './member.entity.js';
import { lastAdmin } from './member.errors.js';
import { MEMBER_ADMITTED, MEMBER_ERASED, MEMBER_REMOVED, MEMBER_UPDATED } from './member.events.js';
import type { MemberChange, NewMember } from './member.dto.js';
import { type MemberPlace, type MemberRow, MembersRepository } from './members.repository.js';

@Injectable()
export class Members {
  private readonly changed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly repository: MembersRepository,
    private readonly accounts: Accounts,
    private readonly events: Events,
  ) {}

  /** Whoever remembers what a member may do is told here that it has changed. */
  whenChanged(listener: () => void): void {
    this.changed.add(listener);
  }

  async read(actor: Actor, id: string): Promise<MemberRow> {
    const member = await this.repository.find(this.database, actor.workspaceId, id);
    if (member === null) throw notFound('member');
    return member;
  }

  exists(reader: Reader, workspaceId: string, id: string): Promise<MemberRow | null> {
    return this.repository.find(reader, workspaceId, id);
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<MemberRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.page(this.database, actor.workspaceId, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async admit(actor: Actor, given: NewMember): Promise<MemberRow> {
    return this.database.transaction(async (tx) => {
      const accountId = await this.accounts.findOrCreate(tx, given.email);
      const { name, role, languages, skills } = given;
      const id = await this.insert(tx, {
        workspaceId: actor.workspaceId,
        accountId,
        name,
        role,
        languages,
        skills,
      });
      await this.events.append(tx, actor, [MEMBER_ADMITTED.of({ id }, shown(given))]);
      return (await this.repository.find(tx, actor.workspaceId, id))!;
    });
  }

  /** The program of a name, made when there is none. Its role is given; whether it fits is the caller's to judge. */
  async findOrAdmitProgram(tx: Tx, workspaceId: string, name: string, role: Role): Promise<MemberRow> {
    const known = await this.repository.findProgram(tx, workspaceId, normalise(name));
    if (known !== null) return known;
    const given = { workspaceId, accountId: null, name, role, languages: [], skills: [] };
    const id = await this.insert(tx, given);
    await this.events.append(tx, { workspaceId, memberId: null }, [MEMBER_ADMITTED.of({ id }, shown(given))]);
    return (await this.repository.find(tx, workspaceId, id))!;
  }

  /** A person with a role, whatever place and role they had in the workspace before. */
  async findOrAdmitPerson(
    tx: Tx,
    workspaceId: string,
    { email, name, role }: Pick<NewMember, 'email' | 'name' | 'role'>,
  ): Promise<MemberRow> {
    const machine = system(workspaceId);
    const accountId = await this.accounts.findOrCreate(tx, email);
    const known = await this.repository.findPerson(tx, workspaceId, accountId);
    if (known === null) {
      const given = { workspaceId, accountId, name, role, languages: [], skills: [] };
      const id = await this.insert(tx, given);
      await this.events.append(tx, machine, [MEMBER_ADMITTED.of({ id }, shown(given))]);
      return (await this.repository.find(tx, workspaceId, id))!;
    }
    if (known.role === role) return known;
    const after = { ...known, role, roleSince: new Date(), version: known.version + 1 };
    await this.save(tx, after);
    const changes = changesBetween(shown(known), shown(after));
    await this.events.append(tx, machine, [MEMBER_UPDATED.of({ id: known.id }, { changes, renamed: false })]);
    return after;
  }

  async change(
    actor: Actor,
    id: string,
    expected: ExpectedVersion,
    change: MemberChange,
  ): Promise<MemberRow> {
    return this.database.transaction(async (tx) => {
      const admins = await this.repository.countAdmins(tx, actor.workspaceId);
      const before = await this.lock(tx, actor, id);
      expectVersion(expected, before.version);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after: MemberRow = { ...before, ...given, version: before.version + 1 };
      after.nameKey = normalise(after.name);
      if (before.role !== after.role) after.roleSince = new Date();
      if (before.role === 'admin' && after.role !== 'admin' && admins === 1) throw lastAdmin();
      const renamed = before.name !== after.name;
      const changes = changesBetween(shown(before), shown(after));
      if (!renamed && Object.keys(changes).length === 0) return before;
      await this.save(tx, after);
      await this.events.append(tx, actor, [MEMBER_UPDATED.of({ id }, { changes, renamed })]);
      return after;
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction((tx) => this.end(tx, actor, id));
  }

  /** Where the person behind a member or an address is or was a member; a program is it in one place. */
  placesOf(tx: Tx, { member, email }: { member?: string; email?: string }): Promise<MemberPlace[]> {
    return this.repository.placesOf(tx, member ?? null, email === undefined ? null : normalise(email));
  }

  /** Takes away for good what tells who they are, and their place if they have it still. What they did stays. */
  async erase(tx: Tx, places: MemberPlace[]): Promise<void> {
    for (const { workspaceId, id, removed } of places) {
      const machine = system(workspaceId);
      if (!removed) await this.end(tx, machine, id);
      const erased = await this.events.eraseContents(tx, workspaceId, id);
      await this.repository.erase(tx, id);
      await this.events.append(tx, machine, [MEMBER_ERASED.of({ id }, { erased })]);
    }
    const accounts = new Set(places.map(({ accountId }) => accountId).filter((id) => id !== null));
    for (const id of accounts) await this.accounts.delete(tx, id);
  }

  private async end(tx: Tx, doer: Doer, id: string): Promise<void> {
    const admins = await this.repository.countAdmins(tx, doer.workspaceId);
    const member = await this.lock(tx, doer, id);
    if (member.role === 'admin' && admins === 1) throw lastAdmin();
    await this.save(tx, { ...member, removedAt: new Date(), version: member.version + 1 });
    await this.events.append(tx, doer, [MEMBER_REMOVED.of({ id }, {})]);
  }

  private async lock(tx: Tx, { workspaceId }: Doer, id: string): Promise<MemberRow> {
    const member = await this.repository.lock(tx, workspaceId, id);
    if (member === null) throw notFound('member');
    return member;
  }

  private async save(tx: Tx, member: MemberRow): Promise<void> {
    await this.repository.save(tx, member);
    tx.afterCommit(() => this.changed.forEach((listener) => listener()));
  }

  private async insert(
    tx: Tx,
    member: Pick<MemberRow, 'workspaceId' | 'accountId' | 'name' | 'role' | 'languages' | 'skills'>,
  ): Promise<string> {
    const id = uuid();
    await tx.repository(Member).insert({ ...member, id, nameKey: normalise(member.name) });
    return id;
  }
}

function shown({ role, languages, skills }: Pick<Member, 'role' | 'languages' | 'skills'>) {
  return { role, languages, skills };
}

import { randomBytes } from 'node:crypto';
import { makeKey } from '../../../src/access/api-keys/secret.js';
import { claim, Client, type Json, source, Workspace } from '../../setup/workspace.js';
import { move, queue, sql } from '../reviewing.js';
import type { ToldDesk } from './desk.js';

/** Everybody who acts in a history, in the order in which steps name them. */
export const MEMBERS = ['r1', 'r2', 'r3', 'r4', 'r5', 'e1', 'e2'] as const;
export type Name = (typeof MEMBERS)[number] | 'checker' | 'admin' | 'viewer';
export const CLAIMS = 50;
/** Of every kind: taken or offered, for one to three decisions, blind or not, by each kind of agreement. */
export const QUEUES: Record<string, unknown>[] = [
  { name: 'one', reviews: 1, agreement: 'unanimous' },
  { name: 'two blind', reviews: 2, agreement: 'unanimous' },
  { name: 'three blind', reviews: 3, agreement: 'majority' },
  { name: 'two open', reviews: 2, blind: false, agreement: 'within_one' },
  { name: 'offered', mode: 'push', reviews: 1, blind: false },
  { name: 'offered blind', mode: 'push', reviews: 3, agreement: 'within_one' },
  { name: 'one at a time', reviews: 2, agreement: 'majority', maxLeases: 1 },
  { name: 'for Koreanists', reviews: 2, languages: ['ko'] },
];
/** Where what is overdue goes, by the numbers of queues: from those that are taken from, and to such as are offered. */
const ESCALATIONS = new Map([
  [0, 6],
  [1, 5],
  [2, 3],
  [4, 7],
  [6, 7],
]);
const COPIED =
  `workspaces policy_versions members api_keys rating_scales ratings routing_versions queues queue_needs parties
  party_names party_versions sources source_placements claims statements rounds slots`.split(/\s+/);

/** A newsroom as it stands before anything is reviewed, made through the API once; histories begin with copies of its rows. */
export class Template {
  private constructor(private readonly rows: Record<string, Json[]>) {}

  static async make(): Promise<Template> {
    const workspace = Workspace.open();
    const by = {} as Record<Name, Client>;
    for (const name of MEMBERS)
      by[name] = await workspace.client(name.startsWith('e') ? 'editor' : 'reviewer', name);
    by.checker = await workspace.client('fact_checker', 'checker');
    by.admin = await workspace.client('admin', 'admin');
    by.viewer = await workspace.client('viewer', 'viewer');
    await learnKorean(by);
    const queues: string[] = [];
    for (const asked of QUEUES) queues.push((await queue(by.admin, asked)).id as string);
    for (const [from, to] of ESCALATIONS) {
      const sent = await by.admin.patch(`/queues/${queues[from]}`, { escalateTo: queues[to] }, '*');
      if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
    }
    await enterClaims(by, queues);
    const [{ workspaceId }] = await sql(
      workspace.desk,
      'select id as "workspaceId" from workspaces where slug = $1',
      [workspace.slug],
    );
    const rows: Record<string, Json[]> = {};
    for (const table of COPIED) {
      const own = table === 'workspaces' ? 'id' : 'workspace_id';
      const found = await sql(workspace.desk, `select to_jsonb(t) as row from ${table} t where ${own} = $1`, [
        workspaceId,
      ]);
      rows[table] = found.map(({ row }) => row);
    }
    // The shared desk's machine may have offered some already.
    for (const slot of rows['slots']!) slot.state = 'waiting';
    for (const round of rows['rounds']!) round.stalled_at = null;
    return new Template(rows);
  }

  /** A newsroom of its own on a desk: the same rows under other ids, with other keys. */
  async copyTo(desk: ToldDesk): Promise<Newsroom> {
    const salt = BigInt(`0x${randomBytes(5).toString('hex')}`);
    // Ids keep their order: only their last digits change.
    const renamed = (id: string) =>
      id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) ^ salt).toString(16).padStart(12, '0');
    const copied = JSON.parse(
      JSON.stringify(this.rows).replaceAll(
        /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
        renamed,
      ),
    ) as Record<string, Json[]>;
    copied['workspaces']![0].slug = `w-${salt.toString(16)}`;
    const members = copied['members']!;
    const keys = new Map<string, string>();
    for (const row of copied['api_keys']!) {
      const { key, prefix, hash, lastFour } = makeKey();
      Object.assign(row, { prefix, secret_hash: `\\x${hash.toString('hex')}`, last_four: lastFour });
      keys.set(row.member_id as string, key);
    }
    await desk.query('begin');
    for (const table of COPIED)
      await desk.prepared(
        `copy ${table}`,
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(copied[table])],
      );
    await desk.query('commit');
    const people = new Map(members.map(({ name, id }) => [name as Name, id as string]));
    return new Newsroom(desk, copied, people, keys);
  }
}

/** Where one history takes place. */
export class Newsroom {
  constructor(
    readonly desk: ToldDesk,
    readonly rows: Record<string, Json[]>,
    private readonly people: Map<Name, string>,
    private readonly keys: Map<string, string>,
  ) {}

  get workspaceId(): string {
    return this.rows['workspaces']![0].id;
  }

  /** In the order in which they were entered, as steps number them. */
  get claimIds(): string[] {
    return this.rows['claims']!.map(({ id }) => id as string).sort();
  }

  get queueIds(): string[] {
    return QUEUES.map(({ name }) => this.rows['queues']!.find((row) => row.name === name).id as string);
  }

  /** The queue that each may send to when it sends at all. */
  get escalations(): Map<number, string | null> {
    return new Map(
      QUEUES.map((_, i) => [i, ESCALATIONS.has(i) ? this.queueIds[ESCALATIONS.get(i)!]! : null]),
    );
  }

  idOf(name: Name): string {
    return this.people.get(name)!;
  }

  nameOf(id: string): Name {
    return [...this.people].find(([, one]) => one === id)![0];
  }

  by(name: Name): Client {
    return new Client(this.desk, this.keys.get(this.idOf(name))!);
  }
}

async function learnKorean(by: Record<Name, Client>): Promise<void> {
  const { items } = (await by.admin.get('/members')).body;
  for (const name of ['r1', 'r2', 'e1']) {
    const { id, version } = items.find((member: Json) => member.name === name);
    const learned = await by.admin.patch(`/members/${id}`, { languages: ['ko'] }, version);
    if (learned.status !== 200) throw new Error(JSON.stringify(learned.body));
  }
}

/** Most wait in a queue; some were entered by those who review, some go against the record whatever one decides. */
async function enterClaims(by: Record<Name, Client>, queues: string[]): Promise<void> {
  const [one, two] = [await source(by.checker, { party: 'one' }), await source(by.checker, { party: 'two' })];
  for (let i = 0; i < CLAIMS; i++) {
    const author = i % 9 === 4 ? by[MEMBERS[i % 7]!] : by.checker;
    const fields = { priority: (i * 7) % 10 };
    const entered = await claim(author, fields);
    if (i % 10 === 3)
      for (const { id: sourceId } of [one, two]) await said(by.checker, entered.id, sourceId, 'asserts');
    if (i % 10 === 7) await said(by.checker, entered.id, one.id, 'denies');
    if (i % 11 === 5) await said(by[MEMBERS[i % 5]!], entered.id, two.id, 'questions');
    if (i % 4 === 3) continue;
    const queued = await move(by.checker, entered.id, { to: 'queued', queueId: queues[i % queues.length] });
    if (queued.status !== 200) throw new Error(JSON.stringify(queued.body));
  }
}

async function said(by: Client, claimId: string, sourceId: string, stance: string): Promise<void> {
  const answer = await by.post(`/claims/${claimId}/statements`, { sourceId, stance });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

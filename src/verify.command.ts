import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import type { Settings } from './base/config/settings.js';
// Declares every type of event.
import './app.module.js';
import { createDataSource } from './base/database/data-source.js';
import { Database } from './base/database/database.service.js';
import { ENTITIES } from './entities.js';
import { CAPTURES_BOOK } from './facts/captures/captures.book.js';
import { CLAIMS_BOOK } from './facts/claims/claims.book.js';
import { EVIDENCE_BOOK } from './facts/evidence/evidence.book.js';
import { STATEMENTS_BOOK } from './facts/statements/statements.book.js';
import { joinInstallation } from './installation.js';
import { type Audited, ClaimAudit } from './outputs/audit/claim-audit.js';
import { ClaimAuditRepository } from './outputs/audit/claim-audit.repository.js';
import { PUBLICATIONS_BOOK } from './outputs/publications/publications.book.js';
import type { EventType } from './record/events/event.js';
import { declaredEvents } from './record/events/event-type.js';
import { Findings } from './record/heads/findings.js';
import type { SignedHead } from './record/heads/head.js';
import { publicKeyFrom } from './record/heads/signing-key.js';
import { Verification, type Verified } from './record/heads/verification.js';
import { VerificationRepository } from './record/heads/verification.repository.js';
import { ADJUDICATIONS_BOOK, DECISIONS_BOOK } from './reviews/decisions/decisions.book.js';
import { CommandRefused } from './refusal.js';

/** What stands in rows beside the record and is told by it; the first are the claims themselves. */
const BOOKS = [
  CLAIMS_BOOK,
  STATEMENTS_BOOK,
  EVIDENCE_BOOK,
  CAPTURES_BOOK,
  DECISIONS_BOOK,
  ADJUDICATIONS_BOOK,
  PUBLICATIONS_BOOK,
];
const TOLD_AT_MOST = 1000;
const PROGRESS_MS = 2000;

/** `second-source verify`: a line for each thing that does not fit; answers the exit code, 1 when there is one. */
export async function verifyCommand(args: string[], settings: Settings, logger: Logger): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { head: { type: 'string' }, 'public-key': { type: 'string' } },
  });
  const saved = values.head === undefined ? [] : readHeads(values.head);
  const trusted = values['public-key'] === undefined ? null : readPublicKey(values['public-key']);
  const installation = await joinInstallation(settings, logger);
  try {
    const dataSource = await createDataSource(installation.settings.DATABASE_URL!, ENTITIES, {
      connections: 2,
      unlimited: true,
    }).initialize();
    try {
      const database = new Database(dataSource);
      const repository = new VerificationRepository(database);
      const findings = new Findings(await repository.slugs(), teller());
      const verified = await new Verification(repository, {
        saved,
        trusted,
        unfed: namesOf(({ inFeed }) => !inFeed),
        erasing: namesOf(({ erases }) => erases),
        found: findings.add,
        progress: progress(({ chains, events }) => [events, `events of ${chains} chains`]),
      }).run();
      const audited = await new ClaimAudit(new ClaimAuditRepository(database), {
        books: BOOKS,
        found: findings.add,
        progress: progress(({ claims }) => [claims, 'claims']),
      }).run();
      process.stdout.write(summary({ ...verified, ...audited }, findings.count, trusted !== null));
      return findings.count === 0 ? 0 : 1;
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await installation.close();
  }
}

/** Heads as they are served, as an event or a webhook brings them, one or many, also a line each. */
function readHeads(path: string): SignedHead[] {
  const text = read(path);
  const heads = (parse(text) ??
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parse)) as unknown;
  const found = headsIn(heads);
  if (found.length === 0) {
    throw new CommandRefused(
      `${path} holds no head of a history. Save what GET /api/v1/history/heads answers, or the events history.head-signed.`,
    );
  }
  return found;
}

function headsIn(value: unknown): SignedHead[] {
  if (Array.isArray(value)) return value.flatMap(headsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('format' in value && value.format === 'second-source/history-head/1') return [value as SignedHead];
  return Object.values(value).flatMap(headsIn);
}

function namesOf(wanted: (type: EventType) => boolean): string[] {
  return declaredEvents()
    .filter(wanted)
    .map(({ name }) => name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readPublicKey(path: string) {
  const key = publicKeyFrom(read(path));
  if (key === null) throw new CommandRefused(`${path} holds no public key of Ed25519 in PEM.`);
  return key;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandRefused(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

function teller(): (fault: string) => void {
  let told = 0;
  return (fault) => {
    told += 1;
    if (told <= TOLD_AT_MOST) process.stdout.write(`${fault}\n`);
    if (told === TOLD_AT_MOST) process.stdout.write('More is counted and not told.\n');
  };
}

/** Says now and then how far it has come: how many of what were looked at. */
function progress<So>(reached: (so: So) => [number, string]): (so: So) => void {
  const begun = performance.now();
  let told = begun;
  return (so) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    const [count, what] = reached(so);
    const rate = Math.round(count / ((now - begun) / 1000));
    process.stderr.write(`${count} ${what} looked at, ${rate} a second\n`);
  };
}

function summary(so: Verified & Audited, faults: number, signed: boolean): string {
  const { chains, events, erased, places, heads, unsigned, claims, unknown } = so;
  const without =
    unknown === 0 ? '' : ` (${unknown} not to be held against events that have lost their contents)`;
  const looked = `${events} events (${erased} erased) of ${chains} chains, ${places} places of the feed, ${heads} heads${unsigned === 0 ? '' : `, ${unsigned} without a signature`}, ${claims} claims${without}`;
  if (faults > 0) return `${faults} things do not fit, in ${looked}.\n`;
  const whose =
    heads > unsigned && !signed
      ? ' Signatures were checked with the keys kept beside them; --public-key checks whose they are.'
      : '';
  return `The record is whole: ${looked}.${whose}\n`;
}

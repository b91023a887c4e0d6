import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import type { Settings } from './base/config/settings.js';
// Declares every type of event.
import './app.module.js';
import { createDataSource } from './base/database/data-source.js';
import { Database } from './base/database/database.service.js';
import { ENTITIES } from './entities.js';
import { joinInstallation } from './installation.js';
import type { EventType } from './record/events/event.js';
import { declaredEvents } from './record/events/event-type.js';
import type { SignedHead } from './record/heads/head.js';
import { publicKeyFrom } from './record/heads/signing-key.js';
import { Verification, type Verified } from './record/heads/verification.js';
import { VerificationRepository } from './record/heads/verification.repository.js';
import { CommandRefused } from './refusal.js';

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
      const verified = await new Verification(new VerificationRepository(new Database(dataSource)), {
        saved,
        trusted,
        unfed: namesOf(({ inFeed }) => !inFeed),
        erasing: namesOf(({ erases }) => erases),
        found: teller(),
        progress: progress(),
      }).run();
      process.stdout.write(summary(verified, trusted !== null));
      return verified.faults === 0 ? 0 : 1;
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

function progress(): (so: Verified) => void {
  const begun = performance.now();
  let told = begun;
  return ({ chains, events }) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    const rate = Math.round(events / ((now - begun) / 1000));
    process.stderr.write(`${events} events of ${chains} chains looked at, ${rate} a second\n`);
  };
}

function summary({ chains, events, erased, places, heads, faults }: Verified, signed: boolean): string {
  const looked = `${events} events (${erased} erased) of ${chains} chains, ${places} places of the feed, ${heads} heads`;
  if (faults > 0) return `${faults} things do not fit, in ${looked}.\n`;
  const whose =
    heads > 0 && !signed
      ? ' Signatures were checked with the keys kept beside them; --public-key checks whose they are.'
      : '';
  return `The record is whole: ${looked}.${whose}\n`;
}

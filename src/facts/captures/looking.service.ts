import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { system } from '../../base/actor/actor.js';
import { versionOfProgram } from '../../base/config/home.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import { Events } from '../../record/events/events.service.js';
import { Claims } from '../claims/claims.service.js';
import type { CheckOutcome } from '../evidence/evidence.entity.js';
import { EvidenceItems } from '../evidence/evidence.service.js';
import { STORAGE_UNAVAILABLE } from '../files/file.errors.js';
import type { KeptFile } from '../files/file.entity.js';
import { Files } from '../files/files.service.js';
import type { Capture } from './capture.entity.js';
import { evidenceChecked } from './capture.events.js';
import { CapturesRepository, type DueLook } from './captures.repository.js';
import { type Fetched, Fetching } from './fetching.service.js';
import { isGone, nextLookIn } from './schedule.rules.js';

/** What cannot be kept for want of a disk is looked at again so much later. */
const PUT_OFF_MINUTES = 10;

/** What the web answers for what is not there, and will not be again (RFC 9110). */
const NOT_THERE = [404, 410];

/** What a look found, before it is known what was there before. */
interface Found extends Fetched {
  startedAt: Date;
  file: KeptFile | null;
}

/** One look at a link: asks for it, keeps what is there, and writes down what that says. */
@Injectable()
export class Looking {
  private readonly tool = `second-source ${versionOfProgram()}`;

  constructor(
    private readonly database: Database,
    private readonly repository: CapturesRepository,
    private readonly fetching: Fetching,
    private readonly files: Files,
    private readonly claims: Claims,
    private readonly evidence: EvidenceItems,
    private readonly events: Events,
  ) {}

  async look(due: DueLook, signal: AbortSignal): Promise<void> {
    const startedAt = new Date();
    const fetched = await this.fetching.fetch(due.url, signal);
    let found: Found;
    try {
      found = { ...(await this.keep(due, fetched)), startedAt };
    } catch (error) {
      await this.repository.putOff(this.database, due, PUT_OFF_MINUTES);
      throw error;
    }
    // Cut off as this process ends, it says nothing; another one looks at once.
    if (signal.aborted) return this.repository.giveBack(this.database, due);
    const { fileId } = await this.database.transaction((tx) => this.write(tx, due, found));
    if (found.file !== null && found.file.id !== fileId) await this.files.discard(found.file);
  }

  private async keep(due: DueLook, fetched: Fetched): Promise<Omit<Found, 'startedAt'>> {
    const { answer, url } = fetched;
    if (answer === null) return { ...fetched, file: null };
    if (answer.status < 200 || answer.status >= 300) {
      answer.discard();
      return { ...fetched, file: null, fault: `The server answered ${answer.status}.` };
    }
    try {
      const declaredType = [answer.headers['content-type'] ?? []].flat()[0] ?? null;
      const incoming = { name: nameOf(url), declaredType, bytes: answer.body };
      return { ...fetched, file: await this.files.receive(system(due.workspaceId), incoming) };
    } catch (error) {
      // Ours to mend, and no word about the link.
      if (error instanceof Problem && error.kind === STORAGE_UNAVAILABLE) throw error;
      const fault = error instanceof Problem ? (error.more.errors?.[0]?.message ?? error.detail) : null;
      return { ...fetched, file: null, fault: fault ?? `It broke off: ${(error as Error).message}.` };
    } finally {
      answer.discard();
    }
  }

  private async write(tx: Tx, due: DueLook, found: Found): Promise<Capture> {
    const { workspaceId, claimId, id: evidenceId, askedBy } = due;
    await this.claims.lock(tx, workspaceId, claimId);
    const before = await this.repository.outcomes(tx, workspaceId, evidenceId);
    const kept = await this.keptFile(tx, due);
    const outcome = outcomeOf(found, kept);
    const file = outcome === 'unchanged' ? kept : found.file;
    if (file !== null && file !== kept) await this.files.attach(tx, workspaceId, file.id, '');
    const capture = await this.repository.insert(tx, {
      id: uuid(),
      workspaceId,
      claimId,
      evidenceId,
      cause: askedBy !== null ? 'asked' : before.length === 0 ? 'added' : 'scheduled',
      outcome,
      startedAt: found.startedAt,
      finishedAt: new Date(),
      url: due.url,
      redirects: found.redirects,
      finalUrl: found.url,
      status: found.answer?.status ?? null,
      headers: found.answer?.headers ?? null,
      fileId: file?.id ?? null,
      fault: found.fault,
      tool: this.tool,
    });
    if (outcome !== 'failed')
      await this.events.append(tx, system(workspaceId), [evidenceChecked(capture, file, askedBy)]);
    await this.plan(tx, due, capture, [outcome, ...before], found.forbidden);
    return capture;
  }

  private async plan(
    tx: Tx,
    due: DueLook,
    capture: Capture,
    outcomes: CheckOutcome[],
    isForbidden: boolean,
  ): Promise<void> {
    await this.repository.note(tx, due, capture, isForbidden ? null : nextLookIn(outcomes));
    const { workspaceId, evidenceId, fault } = capture;
    if (isGone(outcomes))
      await this.evidence.noteGone(
        tx,
        system(workspaceId),
        evidenceId,
        `${fault!} So it did the time before.`,
      );
  }

  private async keptFile(tx: Tx, { workspaceId, id }: DueLook): Promise<KeptFile | null> {
    const kept = await this.repository.newestKept(tx, workspaceId, id);
    if (kept === null) return null;
    return (await this.files.known(tx, workspaceId, [kept.fileId!])).get(kept.fileId!) ?? null;
  }
}

function outcomeOf({ file, answer }: Found, before: KeptFile | null): CheckOutcome {
  if (file === null) return answer !== null && NOT_THERE.includes(answer.status) ? 'vanished' : 'failed';
  if (before === null) return 'captured';
  return before.sha256 === file.sha256 ? 'unchanged' : 'changed';
}

/** The last part of an address's path, as people call a file. */
function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last).replaceAll('\0', '').slice(0, 255) || hostname;
  } catch {
    return last.slice(0, 255);
  }
}

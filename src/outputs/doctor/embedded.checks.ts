import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { urlOf } from '../../base/database/embedded-postgres.js';
import {
  askOwner,
  clusterName,
  expectUsable,
  explain,
  type Folder,
  folderOf,
  processes,
  startedByHand,
} from '../../base/database/embedded-postgres.folder.js';
import { carriedMajor } from '../../base/database/embedded-postgres.program.js';
import { type Finding, ok, problem, warning } from './finding.js';

const CHECK = 'embedded database';
const MIB = 1024 * 1024;
const LITTLE = 1024 * MIB;
const LITTLE_SHARE = 0.05;
const NEXT_TO_NOTHING = 100 * MIB;

/** Looks at the data folder and asks its owner where the server is; starts nothing and tidies nothing. */
export async function examineEmbedded(dataDir: string): Promise<{ url: string | null; findings: Finding[] }> {
  const folder = folderOf(dataDir);
  try {
    if (!existsSync(folder.path)) {
      accessSync(nearest(folder.path), constants.W_OK | constants.X_OK);
      return {
        url: null,
        findings: [
          warning(
            CHECK,
            `There is none in ${dataDir} yet.`,
            'The first start makes it. If there was one, DATA_DIR leads to the wrong place.',
          ),
        ],
      };
    }
    readdirSync(folder.path); // says in its own word when it is no folder
    expectUsable(folder, dataDir);
    const owner = await askOwner(folder);
    if (owner === null) return { url: null, findings: stopped(folder, dataDir) };
    if (owner.port !== null) {
      return {
        url: urlOf(folder, owner.port),
        findings: [ok(CHECK, `It runs (process ${owner.pid}, port ${owner.port}).`)],
      };
    }
    return {
      url: null,
      findings: [
        problem(
          CHECK,
          `The process ${owner.pid} that owns ${dataDir} does not say where its server is.`,
          'If it stays so, stop that process and start again; its log says what it waits for.',
        ),
      ],
    };
  } catch (error) {
    return { url: null, findings: [problem(CHECK, explain(error, dataDir).message, 'Then ask again.')] };
  }
}

function stopped(folder: Folder, dataDir: string): Finding[] {
  if (!existsSync(folder.cluster)) {
    return [warning(CHECK, `There is none in ${dataDir} yet.`, 'The first start makes it.')];
  }
  const file = `${folder.cluster}/PG_VERSION`;
  const made = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (made === '' || !existsSync(folder.password)) {
    return [
      problem(CHECK, `The files in ${folder.path} are damaged.`, 'Load a backup into a new data folder.'),
    ];
  }
  if (made !== carriedMajor()) {
    return [
      problem(
        CHECK,
        `It was made by PostgreSQL ${made}; this installation carries PostgreSQL ${carriedMajor()}, which cannot open it.`,
        'Dump it with the version that made it and load the dump into a new data folder.',
      ),
    ];
  }
  const byHand = startedByHand(folder);
  if (byHand !== undefined) {
    return [
      problem(
        CHECK,
        `A PostgreSQL that was started by hand (pid ${byHand.pid}) uses ${folder.cluster}.`,
        'Stop it first.',
      ),
    ];
  }
  const name = clusterName(folder);
  const orphan = processes().find(({ command }) => command.includes(name));
  if (orphan !== undefined) {
    return [
      warning(
        CHECK,
        `A killed process has left its PostgreSQL running (pid ${orphan.pid}).`,
        'The next start ends it and goes on.',
      ),
    ];
  }
  return [
    warning(
      CHECK,
      `It does not run, so nothing in it can be looked at.`,
      'Start Second Source and ask again.',
    ),
  ];
}

/** The disk below the data folder, or below where it will be made. */
export function examineDisk(dataDir: string): Finding[] {
  const { bavail, blocks, bsize } = statfsSync(nearest(dataDir));
  const free = bavail * bsize;
  const share = bavail / blocks;
  const message = `${size(free)} (${Math.floor(share * 100)} %) are free below ${dataDir}.`;
  const advice = 'Make space, or move DATA_DIR to a larger disk; PostgreSQL stops when it is full.';
  if (free < NEXT_TO_NOTHING) return [problem('disk', message, advice)];
  if (free < LITTLE || share < LITTLE_SHARE) return [warning('disk', message, advice)];
  return [ok('disk', message)];
}

function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path));
}

function size(bytes: number): string {
  return bytes < 10 * LITTLE ? `${Math.floor(bytes / MIB)} MiB` : `${Math.floor(bytes / LITTLE)} GiB`;
}

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/base/database/embedded-postgres.js';

export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** A statement that was run, whoever sent it, and how PostgreSQL did it. */
export interface Plan {
  statement: string;
  nodes: PlanNode[];
}

/** A PostgreSQL of its own that tells the plan of every statement it has run, as it ran it. */
export class WatchedDatabase {
  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly folder: string,
    private readonly log: string[],
    private readonly marker: pg.Client,
  ) {}

  static async start(): Promise<WatchedDatabase> {
    const folder = mkdtempSync(join(tmpdir(), 'second-source-plans-'));
    const log: string[] = [];
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      log: (line) => log.push(line),
      settings: {
        fsync: 'off',
        max_wal_size: '2GB',
        // A job that starts by itself while a test looks would change what the planner knows.
        autovacuum: 'off',
        session_preload_libraries: 'auto_explain',
        'auto_explain.log_min_duration': '0',
        'auto_explain.log_nested_statements': 'on',
        'auto_explain.log_analyze': 'on',
        'auto_explain.log_timing': 'off',
        'auto_explain.log_format': 'json',
        'auto_explain.log_parameter_max_length': '0',
      },
    });
    const marker = new pg.Client({ connectionString: postgres.url });
    await marker.connect();
    return new WatchedDatabase(postgres, folder, log, marker);
  }

  get url(): string {
    return this.postgres.url;
  }

  /** The same database for what nobody needs to see. */
  get quietUrl(): string {
    return `${this.postgres.url}?options=${encodeURIComponent('-c auto_explain.log_min_duration=-1')}`;
  }

  /** The plans of everything that was run since this was asked last. */
  async plans(): Promise<Plan[]> {
    const { lines, mark } = await this.told();
    return readPlans(lines).filter(({ statement }) => !statement.includes(mark));
  }

  /** Passes over everything that was run until now. */
  async forget(): Promise<void> {
    await this.told();
  }

  private async told(): Promise<{ lines: string[]; mark: string }> {
    // Each statement is told before its client has its answer, and all in one stream: behind this one there is none.
    const mark = `mark ${performance.now()}`;
    await this.marker.query(`select '${mark}'`);
    while (!this.log.some((line) => line.includes(mark)) || this.log.at(-1) !== '\t}') await delay(1);
    return { lines: this.log.splice(0), mark };
  }

  async stop(): Promise<void> {
    await this.marker.end();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A plan begins with a line of its own; the lines that go on with it are indented. */
function readPlans(lines: string[]): Plan[] {
  const starts = lines.flatMap((line, i) => (/^LOG: +duration: .* plan:$/.test(line) ? [i] : []));
  return starts.map((start) => {
    let end = start + 1;
    while (lines[end]?.startsWith('\t') === true) end += 1;
    const text = lines.slice(start + 1, end).join('\n');
    const { 'Query Text': statement, Plan: root } = JSON.parse(text) as {
      'Query Text': string;
      Plan: PlanNode;
    };
    return { statement, nodes: flatten(root) };
  });
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

/** How many rows a node looked at, shown or not. */
export function rowsRead(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}

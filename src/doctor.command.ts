import { parseArgs } from 'node:util';
import { examine } from './outputs/doctor/examination.js';
import type { Finding, Level } from './outputs/doctor/finding.js';

/** `second-source doctor`: one line per check; answers the exit code, 1 when something is wrong. */
export async function doctorCommand(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const findings = await examine(environment);
  const status = worst(findings);
  process.stdout.write(
    values.json ? `${JSON.stringify({ status, findings }, null, 2)}\n` : inLines(findings),
  );
  return status === 'problem' ? 1 : 0;
}

function inLines(findings: Finding[]): string {
  const lines = findings.map(({ check, level, message, advice }) =>
    [level.padEnd(8), `${check}:`, message, ...(advice === null ? [] : [advice])].join(' '),
  );
  return `${lines.join('\n')}\n`;
}

function worst(findings: Finding[]): Level {
  const found = (wanted: Level) => findings.some(({ level }) => level === wanted);
  return found('problem') ? 'problem' : found('warning') ? 'warning' : 'ok';
}

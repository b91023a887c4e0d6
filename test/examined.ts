import { run } from './edge/process.js';

/** Runs `second-source doctor` as a person does. */
export async function examined(environment: Record<string, string>) {
  const { code, stdout, stderr } = await run(['doctor'], {
    SECRETS_KEY: process.env['TEST_SECRETS_KEY']!,
    ...environment,
  });
  const lines = stdout.trimEnd().split('\n');
  /** What is told besides what is well. */
  const ills = lines.filter((line) => !line.startsWith('ok '));
  return { code, stdout, stderr, lines, ills };
}

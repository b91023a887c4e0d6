import type pg from 'pg';
import { rows } from './connecting.js';
import { type Finding, lasting, ok, problem, warning } from './finding.js';

const CLOCK_SAMPLES = 5;
const NOTABLE_SKEW_S = 2;
const HARMFUL_SKEW_S = 30;

/** Half of the way there and back is taken off; the quickest of several answers is the most exact. */
export async function examineClock(db: pg.Client): Promise<Finding[]> {
  let best = { took: Infinity, ahead: 0 };
  for (let i = 0; i < CLOCK_SAMPLES; i++) {
    const asked = Date.now();
    const [row] = await rows<{ ms: number }>(
      db,
      'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
    );
    const answered = Date.now();
    const took = answered - asked;
    if (took < best.took) best = { took, ahead: (row!.ms - (asked + answered) / 2) / 1000 };
  }
  const apart = Math.abs(best.ahead);
  if (apart <= NOTABLE_SKEW_S) return [ok('clock', "This machine's clock and the database's agree.")];
  const message = `The database's clock is ${lasting(apart)} ${best.ahead > 0 ? 'ahead of' : 'behind'} this machine's; leases and the record go by the database's.`;
  const advice =
    'Keep both machines in time (chrony, systemd-timesyncd); find out which of the two is wrong.';
  return [apart > HARMFUL_SKEW_S ? problem('clock', message, advice) : warning('clock', message, advice)];
}

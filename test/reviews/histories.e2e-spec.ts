import fc from 'fast-check';
import { ToldDesk } from './history/desk.js';
import { History } from './history/history.js';
import { Template } from './history/newsroom.js';
import { Reading } from './history/reading.js';
import { anyStep, withKill } from './history/steps.js';

const LONG = process.env['LONG'] === '1';
/** More and longer ones before one believes in a change: HISTORIES=5000 STEPS=100. */
const HISTORIES = Number(process.env['HISTORIES'] ?? (LONG ? 2000 : 200));
const STEPS = Number(process.env['STEPS'] ?? (LONG ? 60 : 20));
/** A failure names the seed that takes the same steps again. Other steps are taken with another one: SEED=… */
const SEED = Number(process.env['SEED'] ?? 7);
/** So many run at a time, each on a desk of its own, so that each has its machine to itself. A start costs as much as some histories. */
const LANES = HISTORIES > 200 ? 2 : 1;
/** In one of so many the server is killed while requests are under way, at least once. */
const KILLED_EACH = 25;

const steps = fc.noBias(
  fc.array(anyStep, { minLength: Math.ceil(STEPS / 2), maxLength: STEPS, size: 'max' }),
);

/** What must have happened for a run to show anything. */
const HAPPENINGS = `offered leased renewed held submitted released declined expired handed_over broken round.opened
  round.cancelled round.disagreed round.settled claim.adjudicated member.removed policy.changed queue.updated
  round.overdue round.escalated claim.re-review-opened claim.re-review-extended killed`;

/** What has been seen in a lane: how often each thing happened, and what was read beside a blind decision. */
interface Seen {
  happened: Map<string, number>;
  reading: Reading;
}

describe('any history of five reviewers, two editors and fifty claims', () => {
  it('loses no claim, leases no slot twice, decides nothing without a lease, and shows no blind decision', async () => {
    const template = await Template.make();
    const lanes = Array.from({ length: LANES }, (_, i) => runLane(template, SEED + i, HISTORIES / LANES));
    // Each is let come to its end, so that no desk is left behind.
    await Promise.allSettled(lanes);
    const seen = await Promise.all(lanes);
    if (HISTORIES < 200) return;
    const happened = new Set(seen.flatMap((lane) => [...lane.happened.keys()]));
    expect(HAPPENINGS.split(/\s+/).filter((what) => !happened.has(what))).toEqual([]);
    const read = new Set(seen.flatMap(({ reading }) => [...reading.blindly]));
    expect(seen[0]!.reading.operations.filter((operation) => !read.has(operation))).toEqual([]);
  }, 3_600_000);
});

async function runLane(template: Template, seed: number, numRuns: number): Promise<Seen> {
  const desk = await ToldDesk.open();
  const reading = await Reading.of(desk);
  const happened = new Map<string, number>();
  let begun = 0;
  try {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const killable = ++begun % KILLED_EACH === 0;
        const history = await History.begin(template, desk, reading, killable);
        for (const step of killable ? withKill(given) : given) await history.take(step);
        for (const [what, times] of history.replay.seen)
          happened.set(what, (happened.get(what) ?? 0) + times);
      }),
      { seed, numRuns, endOnFailure: true },
    );
    return { happened, reading };
  } finally {
    await desk.close();
  }
}

import Sequencer from '@jest/test-sequencer';

/** What takes longest, mostly as it starts many servers: begun last, one of these would run alone at the end. */
const FIRST = [
  'test/reviews/histories.e2e-spec.ts',
  'test/doctor.e2e-spec.ts',
  'test/redis.e2e-spec.ts',
  'test/reviews/taking-many.e2e-spec.ts',
  'test/reviews/workers.e2e-spec.ts',
  'test/facts/recomputation.e2e-spec.ts',
  'test/edge/metrics.e2e-spec.ts',
  'test/reviews/lost-jobs.e2e-spec.ts',
  'test/edge/fuzz.e2e-spec.ts',
  'test/plans.e2e-spec.ts',
  'test/doctor-neighbours.e2e-spec.ts',
  'test/embedded-postgres.spec.ts',
  'test/edge/settings.e2e-spec.ts',
];

/** Jest itself knows how long a file takes only where it has run before, which a fresh checkout has not. */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = FIRST.findIndex((file) => path.endsWith(file));
      return at < 0 ? FIRST.length : at;
    };
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}

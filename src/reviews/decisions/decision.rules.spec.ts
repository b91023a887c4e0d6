import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { contradictsRecord } from './decision.rules.js';

describe('whether a verdict contradicts the record', () => {
  const contradicting = {
    refutes: ['corroborated'],
    supports: ['denied', 'retracted'],
    neither: [] as string[],
  };

  for (const polarity of ['refutes', 'supports', 'neither'] as const) {
    it.each(CORROBORATION_STATUSES.map((status) => [status]))(
      `a rating that ${polarity} on a claim that is %s`,
      (status) => {
        expect(contradictsRecord(polarity, status)).toBe(contradicting[polarity].includes(status));
      },
    );
  }
});

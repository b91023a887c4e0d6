import { CORROBORATION_STATUSES, statusOf, type Tally } from './status.js';
import { summarise } from './summary.js';

const tallyOf = (counts: Partial<Tally>): Tally => ({
  ...{ support: 0, oppose: 0, divided: 0, partial: 0, withdrawn: 0, excluded: 0 },
  ...counts,
});

describe('status and summary', () => {
  it.each<[Partial<Tally>, string, string]>([
    [{ support: 1, oppose: 1 }, 'contested', '1 independent origin supports, 1 opposes.'],
    [{ support: 2, oppose: 1 }, 'contested', '2 independent origins support, 1 opposes.'],
    [{ support: 1, oppose: 2 }, 'contested', '1 independent origin supports, 2 oppose.'],
    [{ divided: 1 }, 'contested', '1 independent origin is divided, none supports or opposes.'],
    [{ divided: 2, oppose: 1 }, 'contested', '1 independent origin opposes, 2 are divided.'],
    [{ divided: 1, support: 3 }, 'contested', '3 independent origins support, 1 is divided.'],
    [
      { divided: 1, support: 3, partial: 1, oppose: 1, excluded: 1 },
      'contested',
      '3 independent origins support (1 only in part), 1 opposes, 1 is divided, 1 relay has lost its base.',
    ],
    [{ support: 2 }, 'corroborated', '2 independent origins support, none opposes.'],
    [
      { support: 2, partial: 2 },
      'corroborated',
      '2 independent origins support (only in part), none opposes.',
    ],
    [{ support: 1 }, 'single_source', '1 independent origin supports, none opposes.'],
    [{ support: 1, withdrawn: 1 }, 'single_source', '1 independent origin supports, none opposes.'],
    [
      { support: 1, partial: 1 },
      'single_source',
      '1 independent origin supports (only in part), none opposes.',
    ],
    [
      { withdrawn: 1 },
      'retracted',
      'No independent origin supports or opposes, 1 source withdrew its support.',
    ],
    [
      { withdrawn: 2, oppose: 1, excluded: 2 },
      'retracted',
      '1 independent origin opposes, none supports, 2 sources withdrew their support, 2 relays have lost their base.',
    ],
    [{ oppose: 1 }, 'denied', '1 independent origin opposes, none supports.'],
    [{ oppose: 2 }, 'denied', '2 independent origins oppose, none supports.'],
    [{}, 'unsourced', 'No independent origin supports or opposes.'],
  ])('%j', (counts, status, summary) => {
    const tally = tallyOf(counts);
    expect(statusOf(tally, 2)).toBe(status);
    expect(summarise(statusOf(tally, 2), tally, 1)).toBe(summary);
  });

  it('say so when nothing is on record', () => {
    expect(summarise('unsourced', tallyOf({}), 0)).toBe('No statement is on record.');
  });

  it('move with the threshold', () => {
    const statuses = [1, 2, 3].map((threshold) => statusOf(tallyOf({ support: 2 }), threshold));
    expect(statuses).toEqual(['corroborated', 'corroborated', 'single_source']);
  });

  it('come from six lines, tried in this order', () => {
    expect(CORROBORATION_STATUSES.join()).toBe(
      'contested,corroborated,single_source,retracted,denied,unsourced',
    );
  });
});

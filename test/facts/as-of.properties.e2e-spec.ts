import fc from 'fast-check';
import { anyStep, History } from './histories.js';
import { Remembered } from './remembered.js';
import { corroboration } from './steps.js';

const steps = fc.array(anyStep, { minLength: 12, maxLength: 30, size: 'max' });

describe('any history', () => {
  it('changes no answer about a moment that has passed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const desk = await History.open();
        const remembered = new Remembered(desk.by);
        for (const step of history) {
          if ((await desk.take(step)) >= 300) continue;
          await remembered.now(desk.claimId);
          await remembered.at(desk.claimId, (await corroboration(desk.by, desk.claimId)).asOf);
        }
        await remembered.expectUnchanged();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('changes none when many write at once and are asked about the moments at which they write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 4 }), async (histories) => {
        const desk = await History.open();
        const remembered = new Remembered(desk.by);
        let writing = true;
        const readers = [0, 1, 4].map(async (ago) => {
          while (writing) await remembered.at(desk.claimId, new Date(Date.now() - ago).toISOString());
        });
        const writers = histories.map(async (history) => {
          for (const step of history) await desk.take(step);
        });
        await Promise.all(writers).finally(() => (writing = false));
        await Promise.all(readers);
        await remembered.now(desk.claimId);
        expect(remembered.size).toBeGreaterThan(histories.length);
        await remembered.expectUnchanged();
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

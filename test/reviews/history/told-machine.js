import { AppModule } from '../../../dist/src/app.module.js';
import { JobRunner } from '../../../dist/src/base/jobs/job-runner.service.js';

/*
 * Loaded before the program. A server that runs no jobs of its own accord runs one when its parent sends its name, so
 * that a history can say when the machine does what.
 */
const given = AppModule.with;
AppModule.with = (settings) => ({ ...given(settings), providers: [TOLD] });

const TOLD = {
  provide: 'told machine',
  inject: [JobRunner],
  useFactory: (runner) =>
    process.on('message', async (name) => {
      const fault = await runner
        .pair()
        .get(name)
        .perform({})
        .then(() => null, String);
      process.send({ name, fault });
    }),
};

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/setup/global-setup.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
  testTimeout: 90_000,
  testSequencer: '<rootDir>/test/setup/sequencer.js',
  // Much of the time is waited for the machine's own sweeps, so twice as many as there are cores on a small machine.
  maxWorkers: 4,
  testPathIgnorePatterns: [
    '/node_modules/',
    // What says itself where jobs are kept, or knows of none, need not run again when all servers keep them in Redis.
    ...(process.env.JOBS === 'redis'
      ? [
          '/src/',
          '/test/doctor',
          '/test/redis',
          '/test/embedded-postgres',
          '/test/reviews/histories',
          '/test/plans',
          '/test/edge/settings',
          '/test/edge/secret-files',
        ]
      : []),
  ],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'],
};

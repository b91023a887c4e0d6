/*
 * What says itself where jobs are kept, or in what no job has a part, need not run again when all servers keep them in
 * Redis: requests and their refusals, reads, the rule, the record's chains.
 */
const NOT_ON_REDIS = [
  '/src/',
  '/test/doctor',
  '/test/embedded-postgres',
  '/test/erasing',
  '/test/outgoing/',
  '/test/plans',
  '/test/publications/',
  '/test/redis',
  '/test/transcript',
  '/test/verifying',
  '/test/edge/(bad-|conventions|description|foreign-keys|fuzz|limits|permissions|secret|settings|tenancy)',
  '/test/exchange/(exports|external-reviews)',
  '/test/facts/(as-of|claim|confidential|corroboration|evidence|merging|part|policy|polling|rebuilt|record|similar)',
  '/test/facts/(sources|statements|timeline|workspace)',
  '/test/reviews/(histories|queues|rating-scale|reviews-read|routing|stats-|transitions)',
];

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
  // Of what hangs; the machine may be slow.
  testTimeout: 240_000,
  testSequencer: '<rootDir>/test/setup/sequencer.js',
  // Much of the time is waited for the machine's own sweeps, so twice as many as there are cores on a small machine.
  maxWorkers: 4,
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.JOBS === 'redis' ? NOT_ON_REDIS : [])],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'],
};

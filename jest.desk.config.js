import base from './jest.config.js';

/** What is seen and done in a real browser, against real servers; wants a Chromium on the machine. */
export default {
  ...base,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/desk/**/*.browser-spec.ts'],
  // A browser and its server keep two cores busy.
  maxWorkers: 2,
};

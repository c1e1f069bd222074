/** One project for each kind of test, so that each can be run by its own name. */
const project = (displayName, folder, options = {}) => ({
  displayName,
  testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  ...options,
})

export default {
  // Some tests index the shipped documents first, on machines that may be busy or slow.
  testTimeout: 60_000,
  projects: [
    project('unit', '{architecture,calibration,corpus,docs,indexer,relevance,server}'),
    project('http', 'http'),
    project('faults', 'faults'),
    project('browser', 'browser'),
  ],
}

/** The package in a real n8n: one n8n for the whole run, and the search of its log and executions for the key at the end. */
module.exports = {
	rootDir: '../..',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testEnvironment: '<rootDir>/test/e2e/run/environment.mjs',
	globalSetup: '<rootDir>/test/e2e/run/start.mjs',
	globalTeardown: '<rootDir>/test/e2e/run/stop.mjs',
	testSequencer: '<rootDir>/test/e2e/run/order.js',
	maxWorkers: 1,
	testTimeout: 120_000,
};

const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] };
const common = { transform, testEnvironment: 'node', modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'] };
const engine = {
	...common,
	testEnvironmentOptions: { globalsCleanup: 'off' },
	setupFilesAfterEnv: ['<rootDir>/test/support/engine-environment.js'],
	testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
};

/** Of the whole suite, where --coverage is asked for. */
const coverage = {
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageThreshold: { global: { statements: 100, functions: 100, lines: 100, branches: 99 } },
};

/** Engine tests run twice: on the n8n-core of n8n 2.x and, through a resolver, on that of n8n 1.123. */
module.exports = {
	...coverage,
	testTimeout: 30_000,
	// Many engine tests wait for servers, so every core has one to work on.
	maxWorkers: '100%',
	projects: [
		{
			...common,
			displayName: 'unit',
			setupFiles: ['<rootDir>/test/support/propertySeed.js'],
			testMatch: ['<rootDir>/test/{unit,property,simulation}/**/*.test.ts'],
		},
		{ ...engine, displayName: 'engine 2.x' },
		{ ...engine, displayName: 'engine 1.x', resolver: '<rootDir>/test/support/engine-v1-resolver.js' },
	],
};

/** The unit tests as the mutation test runs them: without a type check, which each mutant would pay for. */
module.exports = {
	rootDir: '..',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', isolatedModules: true, diagnostics: false }] },
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
	testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
	testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
	testTimeout: 30_000,
};

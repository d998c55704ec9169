/** The parts that decide: mutants of these files must be killed by the unit tests. */
export default {
	mutate: [
		'nodes/shared/criteria/**/*.ts',
		'nodes/shared/ipqs/{response,errors,phone,country}.ts',
		'nodes/shared/run/{retry,pace,pool,spread,lookup,batch}.ts',
	],
	testRunner: 'jest',
	jest: { projectType: 'custom', configFile: 'test/mutation.jest.config.js', enableFindRelatedTests: true },
	coverageAnalysis: 'perTest',
	reporters: ['clear-text', 'progress', 'json'],
	jsonReporter: { fileName: '.cache/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
	tempDirName: '.cache/stryker',
	incremental: true,
	incrementalFile: '.cache/stryker-incremental.json',
	concurrency: 2,
	timeoutMS: 30_000,
	thresholds: { high: 98, low: 95, break: 95 },
};

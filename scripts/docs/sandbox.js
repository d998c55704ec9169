const { code, table } = require('./markdown');

const OUTCOMES = { accept: 'Accept', qa: 'QA', reject: 'Reject' };

/** Test values of an operation; `nn` stands for the digits that choose the result. */
function testValues({ sandbox: { formats, cases, defaultDescription } }) {
	const described = cases.map(({ digits, description }) => `${code(digits)} ${description}`);
	const results = cases.length === 0 ? defaultDescription : [...described, `any other: ${defaultDescription}`].join('; ');
	return [formats.map(code).join(' or '), results];
}

/** Blocks about the test values of the sandbox. */
const sandboxBlocks = ({ phoneSandbox, sandboxFailures, operations, presets, decide }) => {
	const { cases, cleanBody, defaultDescription } = phoneSandbox;
	const outcomes = (body) => presets.map(({ name }) => OUTCOMES[decide({ preset: name }, body).outcome]);
	const row = (number, description, body) => [number, description, ...outcomes(body)];
	return {
		'phone-sandbox': () =>
			table(
				['Number ends in', 'Result', ...presets.map(({ label }) => label)],
				[
					...cases.map(({ digits, description, body }) => row(code(`555 01${digits}`), description, body)),
					...sandboxFailures.map(({ digits, description, recovers }) =>
						row(code(`555 01${digits}`), description, recovers ? cleanBody : null),
					),
					row('any other', defaultDescription, cleanBody),
				],
			),
		'operation-sandbox': () =>
			table(
				['Operation', 'Test value', 'What `nn` chooses'],
				operations.map((operation) => [operation.title, ...testValues(operation)]),
			),
	};
};

module.exports = { sandboxBlocks };

import { findResult } from '../../../nodes/shared/criteria/result';

const RESULT = { success: true, valid: true, fraud_score: 12 };

describe('a result that went through a cell or a model', () => {
	it('is read from its JSON text', () => {
		expect(findResult({ ipqs: ` ${JSON.stringify(RESULT)}` }, 'ipqs')).toEqual({ kind: 'result', result: RESULT, sandbox: false });
	});

	it('is a lookup that was not answered where its text says so', () => {
		const failed = { success: false, lookup: { status: 'failed', reason: 'timeout', sandbox: true } };
		expect(findResult({ ipqs: JSON.stringify(failed) }, 'ipqs')).toEqual({ kind: 'failed', reason: 'timeout', sandbox: true });
	});

	it.each(['{', '{"fraud_score": 12', 'fraud_score', '[1]', '', '{}', 'null'])('is none where the text holds none: %s', (text) => {
		expect(findResult({ ipqs: text }, 'ipqs')).toEqual({ kind: 'none' });
	});
});

describe('an answer about something else', () => {
	it.each(['smtp_score', 'proxy', 'unsafe', 'exposed', 'fraud_chance'])('is no result of a phone lookup: one with %s', (field) => {
		expect(findResult({ ipqs: { ...RESULT, [field]: 0 } }, 'ipqs')).toEqual({ kind: 'none' });
	});

	it('is not looked for in a row, which may hold anything beside the number\'s fields', () => {
		expect(findResult({ ...RESULT, VOIP: false, proxy: 'no' }, '')).toMatchObject({ kind: 'result' });
	});
});

import { compilePolicies } from '../../../../nodes/shared/policyNode/policyResolver';
import { extractResults } from '../../../../nodes/shared/policyNode/extractResults';
import { DEFAULT_RESULT_LOCATIONS } from '../../../../nodes/shared/policyNode/resultLocations';
import { CLEAN, policyOf } from '../criteria/evaluations';

const ITEM = { ipqs: CLEAN, ipqs_email: { valid: true, fraud_score: 0, disposable: false } };

const resolve = (policy: object) => compilePolicies({ policy: policyOf(policy) })([]);
const ofPhone = resolve({ preset: 'standard', judge: ['phone'] });
const ofEmail = resolve({ preset: 'standard', judge: ['email'] });

const kindsOf = (...policies: Parameters<typeof extractResults>[2]): string[] =>
	Object.entries(extractResults(ITEM, DEFAULT_RESULT_LOCATIONS, policies)).map(([kind, { kind: found }]) => `${kind}: ${found}`);

describe('the results of an item', () => {
	it('are those that its policy judges', () => {
		expect(kindsOf(ofPhone)).toEqual(['phone: result']);
		expect(kindsOf(ofEmail)).toEqual(['email: result']);
	});

	it('are those that either of two policies judges', () => {
		expect(kindsOf(ofPhone, ofEmail)).toEqual(['phone: result', 'email: result']);
		expect(kindsOf(ofPhone, ofPhone)).toEqual(['phone: result']);
	});

	it('are none of a policy that is invalid, or not there', () => {
		expect(kindsOf({ error: 'The policy could not be read' }, undefined)).toEqual([]);
		expect(kindsOf({ error: 'The policy could not be read' }, ofPhone)).toEqual(['phone: result']);
		expect(kindsOf(undefined, ofEmail)).toEqual(['email: result']);
	});

	it('are in the fields that the node names', () => {
		const { resultFields } = DEFAULT_RESULT_LOCATIONS;
		const locations = { ...DEFAULT_RESULT_LOCATIONS, resultFields: { ...resultFields, phone: 'lookup.phone' } };
		expect(extractResults({ lookup: { phone: CLEAN } }, locations, [ofPhone])).toEqual({
			phone: { kind: 'result', result: CLEAN, sandbox: false },
		});
	});
});

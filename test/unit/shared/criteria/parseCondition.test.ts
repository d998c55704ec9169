import { parseCondition } from '../../../../nodes/shared/criteria/parseCondition';
import type { Condition } from '../../../../nodes/shared/criteria/types';

/** The condition, or the issues of its members. */
const read = (field: string, operator: string, value?: unknown): Condition | string[] => {
	const issues: string[] = [];
	const condition = parseCondition({ field, operator, value }, (member, message) => issues.push(`${member} ${message}`));
	return condition ?? issues;
};

const SCORES = 'equals, notEquals, greaterThan, greaterOrEqual, lessThan, lessOrEqual, between, isKnown or isUnknown';
const RANGE = ['value must be two numbers, the lower one first, such as [50, 84]'];
const LIST = ['value must be a list of at least one text'];
const TEXT = ['value must be text that is not empty'];
const OUT_OF_RANGE = ['value must be from 0 to 100, because Fraud Score has no other values'];
const COUNTRY = ['value must be a country, such as US'];
const ONE_COUNTRY = ["value must be one country. Use 'Is One Of' for several"];

describe('a condition in JSON', () => {
	it.each<[string, string, unknown, unknown]>([
		['fraud_score', 'greaterOrEqual', 85, 85],
		['fraud_score', 'greaterOrEqual', ' 85 ', 85],
		['fraud_score', 'equals', 'threshold', 'threshold'],
		['fraud_score', 'between', [50, 84], [50, 84]],
		['fraud_score', 'between', ['50', 50], [50, 50]],
		['fraud_score', 'between', [0, 100], [0, 100]],
		['fraud_score', 'equals', 0, 0],
		['fraud_score', 'equals', 100, 100],
		['email.fraud_score', 'equals', 'threshold', 'threshold'],
		['dialing_code', 'equals', '598', 598],
		['country', 'equals', 'USA', 'US'],
		['country', 'notEquals', 'United States (US)', 'US'],
		['country', 'in', ['USA', 'UK'], ['US', 'GB']],
		['country', 'in', 'Canada', ['CA']],
		['country', 'contains', ' Uni ', 'Uni'],
		['country', 'startsWith', 'U', 'U'],
		['carrier', 'contains', ' Verizon ', 'Verizon'],
		['mcc', 'equals', 310, '310'],
		['mcc', 'in', [310, ' 311 '], ['310', '311']],
		['line_type', 'notIn', ['Wireless'], ['Wireless']],
	])('%s %s %j has its value in canonical form', (field, operator, value, taken) => {
		expect(read(field, operator, value)).toEqual({ field, operator, value: taken });
	});

	it('has no value if the operator takes none', () => {
		expect(read('VOIP', 'isTrue')).toEqual({ field: 'VOIP', operator: 'isTrue' });
		expect(read('VOIP', 'isTrue', 'yes')).toEqual(['value must be removed, because isTrue takes no value']);
	});

	it.each<[string, string, unknown, string[]]>([
		['fraud_score', 'between', [84, 50], RANGE],
		['fraud_score', 'between', [50], RANGE],
		['fraud_score', 'between', [], RANGE],
		['fraud_score', 'between', [50, 'high'], RANGE],
		['fraud_score', 'between', [50, 84, 90], RANGE],
		['fraud_score', 'between', '50, 84', RANGE],
		['line_type', 'in', [], LIST],
		['line_type', 'in', 'Wireless', LIST],
		['line_type', 'in', ['Wireless', ' '], LIST],
		['line_type', 'in', ['Wireless', null], LIST],
		['line_type', 'equals', ' ', TEXT],
		['line_type', 'equals', ['Wireless'], TEXT],
		['mcc', 'equals', NaN, TEXT],
		['fraud_score', 'equals', -1, OUT_OF_RANGE],
		['fraud_score', 'equals', 101, OUT_OF_RANGE],
		['fraud_score', 'between', [-1, 50], OUT_OF_RANGE],
		['fraud_score', 'between', [50, 101], OUT_OF_RANGE],
		['country', 'equals', 'Atlantis', COUNTRY],
		['country', 'equals', '', COUNTRY],
		['country', 'in', ['US', 'Atlantis'], COUNTRY],
		['country', 'equals', 'US, CA', ONE_COUNTRY],
		['fraud_score', 'equals', 'high', ['value must be a number or "threshold"']],
		['dialing_code', 'equals', 'threshold', ['value must be a number']],
	])('%s %s %j has an issue that says what the value must be', (field, operator, value, issues) => {
		expect(read(field, operator, value)).toEqual(issues);
	});

	it('with an unknown field has an issue that suggests a similar one, and no other issue', () => {
		expect(read(' voip ', '>=', 1)).toEqual(['field must be an IPQS response field with a single value, such as VOIP']);
		expect(read('identity_data', 'isKnown')).toEqual(['field must be an IPQS response field with a single value, such as fraud_score']);
	});

	it('with an operator that does not fit has an issue that lists those that do', () => {
		expect(read('fraud_score', 'contains', 'a')).toEqual([`operator cannot be used with Fraud Score. Use ${SCORES}`]);
		expect(read('fraud_score', '>=', 85)).toEqual([`operator must be ${SCORES}`]);
	});
});

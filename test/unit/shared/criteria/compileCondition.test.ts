import { CONDITION_FIELDS, conditionField, type ConditionField } from '../../../../nodes/shared/criteria/conditionFields';
import { compileCondition, isNullNormal, operandOf } from '../../../../nodes/shared/criteria/compileCondition';
import { OPERATORS, operatorsFor, type OperatorName } from '../../../../nodes/shared/criteria/operators';
import { BASE, type ConditionValue } from '../../../../nodes/shared/criteria/types';
import { PASSED_OVER, RESULT_KIND_INFO, RESULT_KINDS } from '../../../../nodes/shared/criteria/resultKinds';

const judge = (field: string, operator: OperatorName, value: ConditionValue | undefined, actual: unknown): string =>
	compileCondition({ field, operator, source: BASE, ...(value === undefined ? {} : { value }) }).evaluate({ phone: { [field]: actual } });

const fieldNamed = (name: string): ConditionField => {
	const field = conditionField(name);
	if (field === undefined) throw new TypeError(name);
	return field;
};

/** Field, operator, operand, values for which the condition is true, values for which it is false. */
const CASES: ReadonlyArray<
	readonly [field: string, operator: OperatorName, value: ConditionValue | undefined, yes: unknown[], no: unknown[]]
> = [
	['fraud_score', 'equals', 85, [85, '85', ' 85 ', '85.0'], [84, 86, '0']],
	['fraud_score', 'notEquals', 85, [84, '86'], [85, '85']],
	['fraud_score', 'greaterThan', 85, [86, '85.5'], [85, 84]],
	['fraud_score', 'greaterOrEqual', 85, [85, '95'], [84, '84.9']],
	['fraud_score', 'lessThan', 85, [84, 0], [85, 86]],
	['fraud_score', 'lessOrEqual', 85, [85, 0], [86, '100']],
	['fraud_score', 'between', [50, 84], [50, 84, '60'], [49, 85]],
	['fraud_score', 'isKnown', undefined, [0, '95'], [null, 'N/A', '', 'high', undefined]],
	['fraud_score', 'isUnknown', undefined, [null, 'N/A', '', 'high', undefined], [0, '95']],
	['VOIP', 'isTrue', undefined, [true, 'true', 'TRUE', 1, '1'], [false, 'false', 0, '0']],
	['VOIP', 'isFalse', undefined, [false, 'false', 'False', 0, '0'], [true, 'true', 1, '1']],
	['VOIP', 'isKnown', undefined, [true, 'false'], [null, 'maybe', 2]],
	['VOIP', 'isUnknown', undefined, [null, 'maybe', 2, 'Premium required.'], [true, 'false']],
	['line_type', 'equals', 'Toll-Free', ['Toll Free', 'toll-free', 'TOLL FREE'], ['Wireless']],
	['line_type', 'equals', 'Wireless', ['Wireless', 'Mobile', 'mobile'], ['Landline']],
	['line_type', 'notEquals', 'Mobile', ['Landline', 'VOIP'], ['Wireless', 'Mobile']],
	['line_type', 'in', ['Mobile', 'Landline'], ['Wireless', 'landline'], ['VOIP', 'Pager']],
	['line_type', 'notIn', ['Wireless', 'Landline'], ['VOIP', 'Toll-Free', 'Something New'], ['Mobile', 'Landline']],
	['active_status', 'startsWith', 'Active Line', ['Active Line', 'Active Line - Low Confidence'], ['Disconnected Line']],
	['active_status', 'contains', 'low confidence', ['Active Line - Low Confidence'], ['Active Line']],
	['active_status', 'isKnown', undefined, ['Disconnected Line'], ['Inconclusive Status', 'N/A', null, 'Enterprise L4+ required.']],
	[
		'user_activity',
		'isUnknown',
		undefined,
		['Enterprise L4+ required.', 'Disabled for performance. Contact support for further assistance.'],
		['none', 'high'],
	],
	['country', 'equals', 'us', ['US', 'us', ' US ', 'USA', 'United States'], ['CA', 'Atlantis']],
	['country', 'notEquals', 'US', ['CA', 'Atlantis'], ['us', 'USA']],
	['country', 'in', ['US', 'CA'], ['us', 'CA'], ['GB']],
	['country', 'notIn', ['US', 'CA'], ['GB'], ['ca']],
	['carrier', 'contains', 'onvoy', ['ONVOY, LLC'], ['AT&T Mobility']],
	['carrier', 'startsWith', 'at&t', ['AT&T Mobility'], ['My AT&T']],
	['carrier', 'equals', 'T-Mobile', [' t-mobile '], ['TMobile', 'T Mobile']],
	['carrier', 'isKnown', undefined, ['Service required by law', 'Unknown'], ['N/A', '', null]],
	['carrier', 'isUnknown', undefined, ['N/A', ' ', null], ['Verizon']],
	['mnc', 'equals', '004', ['004'], ['04']],
	['city', 'equals', 'Straßberg', ['STRAßBERG'], ['Strassberg']],
];

describe('conditions', () => {
	it.each(CASES)('%s %s %p is true for these values and false for all others', (field, operator, value, yes, no) => {
		for (const actual of yes) expect([actual, judge(field, operator, value, actual)]).toEqual([actual, 'true']);
		for (const actual of no) expect([actual, judge(field, operator, value, actual)]).toEqual([actual, 'false']);
	});

	it('the cases above cover every operator of every type', () => {
		const typeOf = (name: string) => CONDITION_FIELDS.find((field) => field.name === name)?.type;
		const covered = new Set(CASES.map(([field, operator]) => `${typeOf(field)} ${operator}`));
		covered.add('choice isUnknown').add('choice isKnown');
		const all = OPERATORS.flatMap(({ name, fieldTypes }) => fieldTypes.map((type) => `${type} ${name}`));
		expect(all.filter((one) => !covered.has(one))).toEqual([]);
	});

	it.each(CASES.filter(([, operator]) => operator !== 'isKnown' && operator !== 'isUnknown'))(
		'%s %s %p is unknown where IPQS gave no value',
		(field, operator, value) => {
			const type = CONDITION_FIELDS.find(({ name }) => name === field)?.type;
			const gaps = [null, undefined, '', '  ', 'N/A', 'n/a', {}, [], ...(type === 'text' ? [] : ['Premium required.'])];
			for (const gap of gaps) expect([gap, judge(field, operator, value, gap)]).toEqual([gap, 'unknown']);
		},
	);

	it('an inconclusive line status and an identity match of Unknown are unknown', () => {
		expect(judge('active_status', 'equals', 'Disconnected Line', 'Inconclusive Status')).toBe('unknown');
		const match = compileCondition({
			field: 'transaction_details.phone_name_identity_match',
			operator: 'notEquals',
			value: 'Match',
			source: BASE,
		});
		expect(match.evaluate({ phone: { transaction_details: { phone_name_identity_match: 'Unknown' } } })).toBe('unknown');
		expect(match.evaluate({ phone: { transaction_details: { phone_name_identity_match: 'Mismatch' } } })).toBe('true');
		expect(match.evaluate({ phone: { transaction_details: { phone_name_identity_match: 'Match' } } })).toBe('false');
		expect(match.evaluate({ phone: { transaction_details: null } })).toBe('unknown');
	});

	it('a known choice is read in the spelling of IPQS, any other text unchanged', () => {
		const { value } = fieldNamed('line_type');
		expect(['toll-free', 'Mobile', ' Smart Device ', 'N/A', 7].map((line_type) => value({ phone: { line_type } }))).toEqual([
			'Toll Free',
			'Wireless',
			'Smart Device',
			null,
			null,
		]);
		expect(fieldNamed('fraud_score').value({ phone: { fraud_score: '95' } })).toBe(95);
	});

	it('a value is found in its object, and in a column with the whole name', () => {
		const { raw } = fieldNamed('transaction_details.risk_score');
		expect(
			[{ transaction_details: { risk_score: 7 } }, { 'transaction_details.risk_score': 8 }, { transaction_details: null }].map((phone) =>
				raw({ phone }),
			),
		).toEqual([7, 8, undefined]);
	});

	it('the code of a field has only upper-case letters, digits and underscores', () => {
		expect([fieldNamed('fraud_score').code, fieldNamed('transaction_details.risk_score').code]).toEqual([
			'FRAUD_SCORE',
			'TRANSACTION_DETAILS_RISK_SCORE',
		]);
	});

	it('an operand is always a list', () => {
		expect([undefined, 85, 'US', [50, 84], ['US', 'CA']].map(operandOf)).toStrictEqual([[], [85], ['US'], [50, 84], ['US', 'CA']]);
	});

	it.each([
		['fraud_score', {}, false],
		['VOIP', { country: 'GB' }, false],
		['prepaid', {}, true],
		['active_status', { country: 'US' }, true],
		['do_not_call', { country: 'GB' }, true],
		['do_not_call', { country: 'Germany' }, true],
		['do_not_call', { country: 'US' }, false],
		['do_not_call', { country: 'Canada' }, false],
		['do_not_call', { country: 'GB, FR' }, false],
		['do_not_call', { country: 'Atlantis' }, false],
		['do_not_call', {}, false],
		['tcpa_blacklist', { country: 'GB' }, true],
		['tcpa_blacklist', { country: 'US' }, false],
	])('whether it is normal that %s is unknown in %p: %p', (field, result, expected) => {
		expect(isNullNormal(fieldNamed(field), { phone: result })).toBe(expected);
	});

	it('it is not normal that a field is unknown if there is no result', () => {
		expect(isNullNormal(fieldNamed('prepaid'), {})).toBe(false);
		expect(fieldNamed('prepaid').raw({})).toBeUndefined();
	});

	it('a condition about a result that is passed over is false, whatever its operator; without a result it is unknown', () => {
		const evaluate = (operator: OperatorName, results: object) =>
			compileCondition({ field: 'email.disposable', operator, source: BASE }).evaluate(results);
		expect(['isTrue', 'isUnknown'].map((operator) => evaluate(operator as OperatorName, { email: PASSED_OVER }))).toEqual([
			'false',
			'false',
		]);
		expect(evaluate('isTrue', {})).toBe('unknown');
	});

	it('a field is called by its result, unless it is the phone', () => {
		const names = ['VOIP', 'email.disposable', 'ip.proxy', 'url.unsafe', 'device.fraud_chance', 'leak.exposed'];
		expect(names.map((name) => fieldNamed(name).label)).toEqual([
			...['VOIP', 'Email: Disposable', 'IP: Proxy', 'URL: Unsafe', 'Device: Fraud Chance', 'Leak: Exposed'],
		]);
	});

	it('more spellings than the limit of the memo are all read correctly, again and again', () => {
		const spellings = Array.from({ length: 1_100 }, (_, index) => `Line-Kind ${index}`);
		const read = () =>
			spellings.map((actual, index) => [
				judge('line_type', 'equals', `line kind ${index}`, actual),
				judge('line_type', 'equals', 'Wireless', actual),
			]);
		const first = read();
		expect(first).toEqual(spellings.map(() => ['true', 'false']));
		expect(read()).toEqual(first);
		expect([judge('line_type', 'equals', 'Wireless', 'Mobile'), judge('line_type', 'equals', 'Wireless', 'N/A')]).toEqual([
			'true',
			'unknown',
		]);
	});

	it('a condition on a field that conditions cannot use throws', () => {
		expect(() => judge('identity_data', 'isKnown', undefined, [])).toThrow(new TypeError('Conditions cannot use the field identity_data'));
	});

	it('conditions can use every field with a single value', () => {
		expect(CONDITION_FIELDS.map(({ name }) => name)).toEqual(
			RESULT_KINDS.flatMap((kind) =>
				RESULT_KIND_INFO[kind].fields
					.filter(({ type }) => type !== 'list' && type !== 'object')
					.map(({ name }) => (kind === 'phone' ? name : `${kind}.${name}`)),
			),
		);
		for (const { name, type } of CONDITION_FIELDS) expect([name, operatorsFor(type).length > 0]).toEqual([name, true]);
	});
});

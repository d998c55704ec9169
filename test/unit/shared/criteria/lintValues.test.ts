import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { findOddValues } from '../../../../nodes/shared/criteria/lintValues';
import { PRESETS } from '../../../../nodes/shared/criteria/presets';
import { CLEAN, outcomeOf, policyOf, ruled } from './evaluations';

const compiled = (policy: unknown) => compilePolicy(effectivePolicy(policyOf(policy)));

describe('values that a field is not known to have', () => {
	it.each(PRESETS.map(({ name }) => name))('%s has none', (preset) => {
		expect(findOddValues(compiled({ preset, judge: ['phone', 'email', 'ip'] }))).toEqual([]);
	});

	const LINE_TYPES = ['Wireless', 'Landline', 'VOIP', 'Toll Free', 'Satellite', 'Premium Rate', 'Pager'];
	const lineType = (operator: string, value: unknown) => ({ field: 'line_type', operator, value });

	it.each([
		['equals', 'Wirless'],
		['notEquals', 'Cell'],
		['in', ['Wireless', 'Land Line Phone']],
		['notIn', ['Wirless', 'Landlin']],
		['startsWith', 'Line'],
		['contains', 'lesss'],
	])('line_type %s %j is not known, and listed once per rule', (operator, value) => {
		expect(findOddValues(compiled(ruled(lineType(operator, value))))).toEqual([
			{ rule: 'Rule 0', field: 'Line Type', problem: 'choice', known: LINE_TYPES },
		]);
	});

	it('each rule and field with such a value is listed', () => {
		const conditions = [lineType('equals', 'A'), lineType('equals', 'B'), { field: 'user_activity', operator: 'equals', value: 'often' }];
		const policy = {
			rules: [
				{ name: 'One', match: 'any', conditions, action: 'qa' },
				{ name: 'Two', conditions: [lineType('equals', 'C')], action: 'qa' },
			],
		};
		expect(findOddValues(compiled(policy)).map(({ rule, field }) => [rule, field])).toEqual([
			['One', 'Line Type'],
			['One', 'User Activity'],
			['Two', 'Line Type'],
		]);
	});

	it.each<{ field: string; operator: string; value?: unknown }>([
		lineType('equals', 'Mobile'),
		lineType('equals', 'toll-free'),
		lineType('in', ['WIRELESS', 'Premium_Rate']),
		lineType('startsWith', 'Toll'),
		lineType('contains', 'line'),
		{ field: 'active_status', operator: 'startsWith', value: 'Active Line' },
		{ field: 'active_status', operator: 'equals', value: 'Phone Turned Off' },
		{ field: 'transaction_details.phone_name_identity_match', operator: 'equals', value: 'no match' },
		lineType('isKnown', undefined),
		{ field: 'carrier', operator: 'equals', value: 'Anything' },
		{ field: 'fraud_score', operator: 'equals', value: 7 },
	])('%j has only values that IPQS can send', (row) => {
		expect(findOddValues(compiled(ruled(row)))).toEqual([]);
	});

	it('a value that IPQS is not known to send is allowed, and matches if IPQS sends it', () => {
		expect(outcomeOf(ruled(lineType('equals', 'Smart Device')), { ...CLEAN, line_type: 'smart device' })).toBe('reject');
	});

	const problemOf = (field: string, operator: string, value: unknown) => findOddValues(compiled(ruled({ field, operator, value })))[0];

	it.each([
		['formatted', 'equals', '12015550123', '+12015550123'],
		['formatted', 'startsWith', '1201', '+12015550123'],
		['formatted', 'in', ['+12015550123', '12015550124'], '+12015550123'],
		['region', 'equals', 'Texas', 'TX'],
		['region', 'notIn', ['TX', 'british columbia'], 'TX'],
		['mcc', 'equals', 'US', '310'],
		['mnc', 'startsWith', 'x', '004'],
		['timezone', 'equals', 'EST', 'America/Chicago'],
		['ip.timezone', 'equals', 'PST', 'America/Denver'],
	])('%s %s %j is out of the format of the field', (field, operator, value, example) => {
		expect(problemOf(field, operator, value)).toMatchObject({ problem: 'format', example });
	});

	it.each([
		['formatted', 'startsWith', '+1201'],
		['formatted', 'contains', '201555'],
		['region', 'equals', 'TX'],
		['region', 'equals', 'Georgia'],
		['region', 'equals', 'West Bengal'],
		['ip.region', 'equals', 'Texas'],
		['timezone', 'startsWith', 'America'],
		['timezone', 'contains', 'Chicago'],
		['mcc', 'equals', 310],
	])('%s %s %j can match', (field, operator, value) => {
		expect(problemOf(field, operator, value)).toBeUndefined();
	});

	it.each([
		['line_type', 'equals', 'Wireless, Landline'],
		['line_type', 'notEquals', 'VOIP,Pager'],
		['city', 'equals', 'Houston, Dallas'],
		['carrier', 'contains', 'Onvoy, Bandwidth'],
		['email.deliverability', 'equals', 'high, medium'],
	])('%s %s %j is a list under an operator that takes one value', (field, operator, value) => {
		expect(problemOf(field, operator, value)).toMatchObject({ problem: 'list', operator: { name: operator } });
	});

	it.each([
		['carrier', 'equals', 'Onvoy, LLC'],
		['carrier', 'contains', 'Bandwidth.com, Inc.'],
		['name', 'equals', 'Ada, Bob'],
		['city', 'equals', 'Houston,'],
	])('%s %s %j is one value', (field, operator, value) => {
		expect(problemOf(field, operator, value)).toBeUndefined();
	});

	it.each([
		['active_status', 'equals', 'Inconclusive Status'],
		['active_status', 'notIn', ['Disconnected Line', 'inconclusive status']],
		['transaction_details.phone_name_identity_match', 'equals', 'Unknown'],
	])('%s %s %j compares with a value that means unknown', (field, operator, value) => {
		expect(problemOf(field, operator, value)).toMatchObject({ problem: 'unknown' });
	});

	it('the line type of a transaction can be called Unknown', () => {
		expect(problemOf('transaction_details.billing_phone_line_type', 'equals', 'Unknown')).toBeUndefined();
		const policy = ruled({ field: 'transaction_details.billing_phone_line_type', operator: 'equals', value: 'Unknown' });
		expect(outcomeOf(policy, { ...CLEAN, transaction_details: { billing_phone_line_type: 'Unknown' } })).toBe('reject');
	});
});

import { normalizeEmail } from '../../../../nodes/shared/ipqs/formats';
import { saysNoValue } from '../../../../nodes/shared/ipqs/noValue';

describe('text that says that there is no value', () => {
	it.each([
		...['N/A', 'n/a', 'n.a.', 'N A', 'na', '(none)', 'None', 'NULL', 'nil', 'NaN', 'undefined', 'unknown', 'unspecified', '#N/A'],
		...['not available', 'Not Applicable', 'not specified', 'not set', 'not provided', 'not known', 'not found', 'TBD', '--none--'],
		...['no', 'No email', 'no e-mail', 'no-mail', 'noemail', 'No email address', 'no IP', 'no ip address', 'no URL', 'no website'],
		...['no domain', 'empty', 'blank', 'missing', '-', '–', '???', '...', ''],
	])('%j', (text) => expect(saysNoValue(text)).toBe(true));

	it.each([
		'ada',
		'nobody',
		'nonesuch',
		'no way',
		'no phone',
		'banana',
		'n',
		'none of your business',
		'not',
		'unknown person',
		'0',
		'x',
		'nana',
	])('%j is something else', (text) => expect(saysNoValue(text)).toBe(false));

	it('is no part of an email address', () => {
		for (const text of ['none@example.org', 'na@example.org', 'unknown@unknown.example']) {
			expect(saysNoValue(text)).toBe(false);
			expect(normalizeEmail(text)).toBe(text);
		}
	});
});

import { overwriteWarning, overwritesOtherResult } from '../../../../nodes/shared/lookupNode/overwriteWarning';
import { phoneLookup } from '../../../../nodes/IpqsPhoneValidation/validate.operation';
import { getResult } from '../../../../nodes/Ipqs/resources/deviceFingerprint/getResult.operation';
import { validate } from '../../../../nodes/Ipqs/resources/email/validate.operation';

const LOOKUP = { status: 'ok' };
const PHONE = { success: true, valid: true, VOIP: false, lookup: LOOKUP };

describe('overwrite warning', () => {
	it.each<[string, unknown, boolean]>([
		['a phone result', PHONE, true],
		['an earlier e-mail result', { success: true, valid: true, smtp_score: 3, lookup: LOOKUP }, false],
		['a lookup that was not answered', { success: false, message: 'IPQS did not respond in time', lookup: LOOKUP }, false],
		['a field of the lead', { VOIP: false }, false],
		['text', 'ipqs', false],
		['nothing', undefined, false],
	])('an e-mail result in place of %s: %s', (_what, previous, replaced) => {
		expect(overwritesOtherResult({ ipqs: previous }, 'ipqs', validate)).toBe(replaced);
	});

	it('is found at the end of a path', () => {
		expect(overwritesOtherResult({ checks: { ipqs: PHONE } }, 'checks.ipqs', validate)).toBe(true);
		expect(overwritesOtherResult({ ipqs: PHONE }, 'checks.ipqs', validate)).toBe(false);
	});

	it('is not claimed where the own result is known in part alone, or the same was looked up before', () => {
		expect(overwritesOtherResult({ ipqs: PHONE }, 'ipqs', getResult)).toBe(false);
		expect(overwritesOtherResult({ ipqs: PHONE }, 'ipqs', phoneLookup)).toBe(false);
	});

	it('is told with what to do', () => {
		expect(overwriteWarning(2)).toBe(
			"The result of another lookup was overwritten in 2 leads. Use a different name in 'Put Result in Field'",
		);
	});
});

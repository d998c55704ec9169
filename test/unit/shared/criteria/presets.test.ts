import { PRESETS, isPresetName, presetRules } from '../../../../nodes/shared/criteria/presets';
import { CLEAN, decided, outcomeOf } from './evaluations';

const lead = (changes: object) => ({ ...CLEAN, ...changes });

describe('presets', () => {
	it.each(PRESETS.map(({ name }) => name))('%s accepts a clean number', (preset) => {
		expect(decided({ preset }, CLEAN)).toMatchObject({
			outcome: 'accept',
			rule: null,
			source: 'default',
			reason: 'No rule matched',
			codes: '',
			reasons: [],
		});
	});

	it.each([
		['standard', 85, 'reject', 'accept'],
		['ipqsHighRisk', 90, 'reject', 'qa'],
		['ipqsHighRisk', 75, 'qa', 'accept'],
		['clearAbuse', 90, 'reject', 'accept'],
		['strict', 85, 'reject', 'qa'],
		['strict', 50, 'qa', 'accept'],
		['outreach', 85, 'reject', 'accept'],
	])('%s at fraud score %d gives %s from there up and %s below', (preset, score, from, below) => {
		expect([score - 1, score, score + 1].map((fraud_score) => outcomeOf({ preset }, lead({ fraud_score })))).toEqual([below, from, from]);
	});

	it.each(PRESETS.map(({ name }) => name))('%s rejects from the threshold that the user sets', (preset) => {
		const outcomes = [59, 60, 61].map((fraud_score) => decided({ preset, fraudThreshold: 60 }, lead({ fraud_score })));
		expect(outcomes.map(({ codes }) => codes.includes('FRAUD_SCORE'))).toEqual([preset === 'strict', true, true]);
		expect(outcomes.map(({ outcome }) => outcome === 'reject')).toEqual([false, true, true]);
	});

	it.each(PRESETS.map(({ name }) => name))('%s adds a QA threshold as its last rule', (preset) => {
		const outcomes = [39, 40, 41].map((fraud_score) => outcomeOf({ preset, qaThreshold: 40 }, lead({ fraud_score })));
		expect(outcomes).toEqual(['accept', 'qa', 'qa']);
	});

	it.each([
		['standard', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['standard', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['standard', { VOIP: true }, 'qa', 'VOIP'],
		['standard', { prepaid: true }, 'qa', 'PREPAID'],
		['standard', { active: false }, 'qa', 'INACTIVE'],
		['ipqsHighRisk', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['ipqsHighRisk', { active: false, active_status: 'Disconnected Line' }, 'reject', 'INACTIVE'],
		['ipqsHighRisk', { active: false, active_status: 'Phone Turned Off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['ipqsHighRisk', { recent_abuse: true }, 'qa', 'RECENT_ABUSE'],
		['ipqsHighRisk', { risky: true }, 'qa', 'RISKY'],
		['clearAbuse', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['clearAbuse', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['clearAbuse', { VOIP: true, prepaid: true, active: false }, 'accept', ''],
		['strict', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['strict', { active: false }, 'reject', 'INACTIVE'],
		['strict', { active: false, active_status: 'phone turned off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['strict', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['strict', { risky: true }, 'reject', 'RISKY'],
		['strict', { spammer: true }, 'reject', 'SPAMMER'],
		['strict', { VOIP: true }, 'qa', 'VOIP'],
		['strict', { prepaid: true }, 'qa', 'PREPAID'],
		['outreach', { do_not_call: true }, 'reject', 'DO_NOT_CALL'],
		['outreach', { tcpa_blacklist: true }, 'reject', 'TCPA_BLACKLIST'],
		['outreach', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['outreach', { active: false }, 'reject', 'INACTIVE'],
		['outreach', { active: false, active_status: 'Phone Turned Off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['outreach', { line_type: 'Toll-Free' }, 'qa', 'LINE_TYPE'],
		['outreach', { line_type: 'Mobile' }, 'accept', ''],
		['outreach', { line_type: 'Landline' }, 'accept', ''],
	])('%s sends %p to %s with the codes "%s"', (preset, changes, outcome, codes) => {
		expect(decided({ preset }, lead(changes))).toMatchObject({ outcome, codes });
	});

	it.each(PRESETS.map(({ name, label, fraudThreshold }) => [name, { label, fraudThreshold }] as const))(
		'%s written out as JSON decides alike, with the same hash',
		(preset, { label, fraudThreshold }) => {
			const { rejecting, qa } = presetRules(preset);
			const rules = [...rejecting, ...qa];
			const written = JSON.parse(JSON.stringify({ name: label, fraudThreshold, rules })) as object;
			for (const fraud_score of [0, 50, 74, 85, 90, null]) {
				const [one, other] = [decided({ preset }, lead({ fraud_score })), decided(written, lead({ fraud_score }))];
				expect({ ...other, policy: other.policy.hash }).toEqual({ ...one, policy: one.policy.hash });
			}
		},
	);

	it('inherited names of objects are not names of presets', () => {
		expect(['strict', 'Strict', 'toString', ''].map(isPresetName)).toEqual([true, false, false, false]);
	});
});

import { ReportCollector, reportItems } from '../../../../../nodes/shared/criteria/report/collect';
import type { LeadRecord, MoveCauses, ReportItem, ReportSetup } from '../../../../../nodes/shared/criteria/report/types';
import { evaluation, KNOWN, lead, POLICY, reportOf, setupOf } from './leads';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

function totalOf(leads: readonly LeadRecord[], setup: Partial<ReportSetup> = {}): ReportItem {
	const [variant] = reportOf(leads, setup).variants;
	if (variant === undefined) throw new Error('There is no variant');
	return variant.total;
}

describe('a report', () => {
	it('counts outcomes and gives their rates with four decimals', () => {
		const total = totalOf([lead('accept'), lead('accept'), lead('reject')]);
		expect(total).toMatchObject({ leads: 3, accept: 2, qa: 0, reject: 1, acceptRate: 0.6667, qaRate: 0, rejectRate: 0.3333 });
	});

	it('has no rate without a lead', () => {
		expect(totalOf([])).toMatchObject({ leads: 0, acceptRate: null, qaRate: null, rejectRate: null, policy: { name: null, hash: null } });
	});

	it('leaves out what was not asked for', () => {
		expect(totalOf([lead('accept')])).toMatchObject({ group: null, changed: null, known: null, money: null });
	});

	it.each(['failed_lookup', 'unusable_number', 'no_result', 'bad_policy'])('counts decisions from %s as not judged', (source) => {
		const leads = [lead('qa', { evaluations: [evaluation('qa', { source })] }), lead('accept')];
		expect(totalOf(leads)).toMatchObject({ unjudged: 1, unknownDecided: 0 });
	});

	it('counts decisions that rest on an unknown value', () => {
		const leads = [lead('qa', { evaluations: [evaluation('qa', { source: 'unknown' })] }), lead('accept')];
		expect(totalOf(leads)).toMatchObject({ unjudged: 0, unknownDecided: 1 });
	});

	it('counts a code once a lead, from frequent to rare, ten at most', () => {
		const withCodes = (codes: string) => lead('reject', { evaluations: [evaluation('reject', { codes })] });
		const leads = [withCodes('VOIP, FRAUD_SCORE, VOIP'), withCodes('FRAUD_SCORE'), withCodes(''), withCodes(' PREPAID,, ')];
		expect(totalOf(leads).topCodes).toEqual([
			{ code: 'FRAUD_SCORE', leads: 2 },
			{ code: 'PREPAID', leads: 1 },
			{ code: 'VOIP', leads: 1 },
		]);
		const many = Array.from({ length: 5000 }, (_, index) => withCodes(`CODE_${index % 2500}`));
		expect(totalOf(many).topCodes).toHaveLength(10);
	});

	it('counts changes of outcome, and leads without a decision to compare with apart', () => {
		const from = (outcome: LeadRecord['comparedWith']) => ({ comparedWith: outcome });
		const leads = [
			lead('reject', from({ outcome: 'accept' })),
			lead('accept', from({ outcome: 'accept' })),
			lead('qa', from({ outcome: 'reject' })),
			lead('reject', from(null)),
		];
		expect(totalOf(leads, { comparison: { source: 'decision' } }).changed).toEqual({
			acceptToQa: 0,
			acceptToReject: 1,
			qaToAccept: 0,
			qaToReject: 0,
			rejectToAccept: 0,
			rejectToQa: 1,
			notCompared: 1,
		});
	});

	it('counts known results by outcome, and never one that is not known', () => {
		const leads = [
			...times(3, lead('reject', { known: 'bad' })),
			lead('reject', { known: 'good' }),
			lead('qa', { known: 'bad' }),
			...times(5, lead('accept', { known: 'good' })),
			...times(7, lead('reject')),
		];
		expect(totalOf(leads, { known: KNOWN }).known).toEqual({
			good: { accept: 5, qa: 0, reject: 1 },
			bad: { accept: 0, qa: 1, reject: 3 },
			precision: 0.75,
			recall: 0.75,
		});
	});

	it('has no precision without a rejected known lead and no recall without a bad one', () => {
		expect(totalOf([lead('reject'), lead('accept', { known: 'good' })], { known: KNOWN }).known).toMatchObject({
			precision: null,
			recall: null,
		});
	});

	it('sums money from the costs', () => {
		const leads = [
			lead('reject', { known: 'bad', chargedAttempts: 2 }),
			lead('reject', { known: 'bad', chargedAttempts: null }),
			lead('reject', { known: 'good', chargedAttempts: 1 }),
		];
		expect(totalOf(leads, { known: KNOWN, costPerLead: 20, costPerLookup: 0.1 }).money).toEqual({
			spentOnLookups: 0.3,
			savedOnRejected: 40,
			lostOnGoodRejected: 20,
		});
	});

	it.each([
		['no cost per lead', { costPerLookup: 0.1, known: KNOWN }, { spentOnLookups: 0.1, savedOnRejected: null, lostOnGoodRejected: null }],
		['no cost per lookup', { costPerLead: 20, known: KNOWN }, { spentOnLookups: null, savedOnRejected: 20, lostOnGoodRejected: 0 }],
		['no known results', { costPerLead: 20, costPerLookup: 1 }, { spentOnLookups: 1, savedOnRejected: null, lostOnGoodRejected: null }],
		[
			'a cost that is no number',
			{ costPerLead: Infinity, costPerLookup: NaN, known: KNOWN },
			{ spentOnLookups: null, savedOnRejected: null },
		],
	])('leaves sums unknown with %s', (_, setup, money) => {
		expect(totalOf([lead('reject', { known: 'bad', chargedAttempts: 1 })], setup).money).toMatchObject(money);
	});

	it('leaves spending unknown if no lead tells its charged attempts', () => {
		const leads = [lead('accept'), lead('accept')];
		expect(totalOf(leads, { costPerLookup: 1 }).money?.spentOnLookups).toBeNull();
		expect(reportOf(leads)).toMatchObject({ leads: 2, unpricedLeads: 2 });
		expect(reportOf([...leads, lead('accept', { chargedAttempts: 0 })])).toMatchObject({ leads: 3, unpricedLeads: 2 });
	});

	it('names the policy, without a hash if leads were judged by different ones', () => {
		const judgedBy = (name: string | null, hash: string) => lead('qa', { evaluations: [evaluation('qa', { policy: { name, hash } })] });
		expect(totalOf([judgedBy('Standard', 'a1'), judgedBy('Standard', 'a1')]).policy).toEqual(POLICY);
		expect(totalOf([judgedBy('Standard', 'a1'), judgedBy('Standard', 'b2'), judgedBy('Standard', 'a1')]).policy).toEqual({
			name: 'Standard',
			hash: null,
		});
		expect(totalOf([judgedBy('Standard', 'a1'), judgedBy('Strict', 'b2')]).policy).toEqual({ name: null, hash: null });
		expect(totalOf([judgedBy('Standard', 'a1'), judgedBy('Mine', 'a1')]).policy).toEqual({ name: null, hash: null });
	});

	it('counts sandbox results', () => {
		expect(reportOf([lead('accept', { sandbox: true }), lead('accept')]).sandboxLeads).toBe(1);
	});

	it('counts what the comparison does, with its known results', () => {
		const leads = [
			lead('accept', { comparedWith: { outcome: 'reject' }, known: 'bad' }),
			lead('accept', { comparedWith: { outcome: 'qa' }, known: 'good' }),
			lead('accept', { comparedWith: null, known: 'good' }),
		];
		const { comparison } = reportOf(leads, { comparison: { source: 'policy', name: 'Strict' }, known: KNOWN });
		expect(comparison).toEqual({
			accept: 0,
			qa: 1,
			reject: 1,
			notCompared: 1,
			known: { good: { accept: 0, qa: 1, reject: 0 }, bad: { accept: 0, qa: 0, reject: 1 }, precision: 1, recall: 1 },
		});
		expect(reportOf(leads, { comparison: { source: 'decision' } }).comparison?.known).toBeNull();
		expect(reportOf(leads).comparison).toBeNull();
	});

	it('counts how known leads were decided at the time', () => {
		const leads = [
			lead('accept', { earlier: { outcome: 'accept' }, known: 'good' }),
			lead('accept', { earlier: null, known: 'bad' }),
			lead('accept', { earlier: { outcome: 'reject' } }),
		];
		expect(reportOf(leads).earlier).toEqual({
			good: { accept: 1, qa: 0, reject: 0, undecided: 0 },
			bad: { accept: 0, qa: 0, reject: 0, undecided: 1 },
			unknown: { accept: 0, qa: 0, reject: 1, undecided: 0 },
		});
	});

	it('needs one evaluation per variant', () => {
		const collector = new ReportCollector(setupOf({ variants: [{ name: 'a' }, { name: 'b' }] }), null);
		expect(() => collector.add(lead('accept'))).toThrow('one evaluation per variant');
	});
});

describe('the rules behind changes', () => {
	const movesOf = (leads: readonly LeadRecord[]): readonly MoveCauses[] =>
		reportOf(leads, { comparison: { source: 'decision' } }).variants[0]?.moves ?? [];

	it('are the new rule for stricter changes, and the earlier one for more lenient changes', () => {
		const stricter = lead('reject', {
			comparedWith: { outcome: 'accept', rule: 'Earlier' },
			evaluations: [evaluation('reject', { rule: 'Fraud Score', codes: 'FRAUD_SCORE' })],
		});
		const lenient = lead('accept', { comparedWith: { outcome: 'qa', rule: 'VOIP', codes: 'VOIP' } });
		expect(movesOf([stricter, stricter, lenient, lead('accept', { comparedWith: { outcome: 'accept' } })])).toEqual([
			{ move: { name: 'acceptToReject', from: 'accept', to: 'reject' }, leads: 2, causes: [{ cause: 'Fraud Score', leads: 2 }] },
			{ move: { name: 'qaToAccept', from: 'qa', to: 'accept' }, leads: 1, causes: [{ cause: 'VOIP', leads: 1 }] },
		]);
	});

	it('are the first code without a rule, and null without either', () => {
		const moved = (more: object) => lead('accept', { comparedWith: { outcome: 'reject', ...more } });
		expect(movesOf([moved({ codes: ' VALID , VOIP' }), moved({ rule: null }), moved({})])[0]?.causes).toEqual([
			{ cause: null, leads: 2 },
			{ cause: 'VALID', leads: 1 },
		]);
	});

	it('are five at most, also if each lead has a different one', () => {
		const leads = Array.from({ length: 1000 }, (_, index) => lead('accept', { comparedWith: { outcome: 'qa', rule: `Rule ${index}` } }));
		const [move] = movesOf(leads);
		expect(move?.leads).toBe(1000);
		expect(move?.causes).toHaveLength(5);
	});
});

describe('report items', () => {
	const variants = [{ name: 'a' }, { name: 'b' }];
	const evaluations = [evaluation('accept'), evaluation('reject')];

	it('are one for each variant without grouping', () => {
		const items = reportItems(reportOf([lead('accept', { evaluations })], { variants }));
		expect(items.map(({ variant, group, accept, reject }) => [variant, group, accept, reject])).toEqual([
			['a', null, 1, 0],
			['b', null, 0, 1],
		]);
	});

	it('are one for each variant and group, from large groups to small ones', () => {
		const leads = [
			...times(29, lead('accept', { group: 'small', evaluations })),
			...times(30, lead('accept', { group: 'large', evaluations })),
		];
		const report = reportOf(leads, { variants, groupBy: 'campaign' });
		expect(reportItems(report).map(({ variant, group, leads: count, small }) => [variant, group, count, small])).toEqual([
			['a', 'large', 30, false],
			['a', 'small', 29, true],
			['b', 'large', 30, false],
			['b', 'small', 29, true],
		]);
		expect(report.variants.map(({ total }) => total.leads)).toEqual([59, 59]);
	});

	it('are 200 groups at most, and the rest as other', () => {
		const leads = Array.from({ length: 10_000 }, (_, index) => lead('accept', { group: `g${String(index).padStart(4, '0')}` }));
		const report = reportOf([...leads, lead('qa', { group: null })], { groupBy: 'campaign' });
		const items = reportItems(report);
		expect(items).toHaveLength(201);
		expect(items[200]).toMatchObject({ group: 'other', leads: 9801, accept: 9800, qa: 1 });
		expect(report.groupCount).toBe(10_000);
	});

	it('count a group that is called other with the rest', () => {
		const leads = [
			...times(3, lead('accept', { group: 'other' })),
			...Array.from({ length: 200 }, (_, index) => lead('qa', { group: `g${index}` })),
		];
		const items = reportItems(reportOf(leads, { groupBy: 'campaign' }));
		expect(items).toHaveLength(200);
		expect(items.find(({ group }) => group === 'other')).toMatchObject({ accept: 3, qa: 1 });
	});
});

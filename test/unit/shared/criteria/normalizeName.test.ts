import { normalizeName, parseCampaigns, UniqueNames } from '../../../../nodes/shared/criteria/normalizeName';

describe('a name', () => {
	it.each([
		['Solar', 'solar'],
		['Solar Energy', 'solar energy'],
		[' Solar', 'solar'],
		['Solar  ', 'solar'],
		['Solar \t Energy', 'solar energy'],
		['\u00a0 Solar', 'solar'],
		['\uff33\uff2f\uff2c\uff21\uff32', 'solar'],
		['E\u0301nergie', '\u00e9nergie'],
		['', ''],
	])('is compared without case and kinds of spaces: %j', (name, normalized) => {
		expect(normalizeName(name)).toBe(normalized);
	});

	it.each(['Solar\u200b', '\ufeffSolar', 'So\u00adlar', '\u200eSolar\u200f', ' \u2060 Solar'])(
		'is compared without invisible characters, which copying leaves: %j',
		(name) => {
			expect(normalizeName(name)).toBe('solar');
		},
	);
});

describe('the campaigns in a text', () => {
	it.each<[string, string[]]>([
		['Solar', ['Solar']],
		[' Solar , Roof Repair,', ['Solar', 'Roof Repair']],
		[' ', []],
		[',', []],
	])('are separated by commas: %j', (text, campaigns) => {
		expect(parseCampaigns(text)).toEqual(campaigns);
	});
});

describe('unique names', () => {
	it('differ in more than case and spaces, from each other and from those taken', () => {
		const names = new UniqueNames(['VOIP']);
		expect(['voip', 'VOIP ', 'Prepaid', 'prepaid', 'Prepaid (2)', 'prepaid'].map((name) => names.add(name))).toEqual([
			'voip (2)',
			'VOIP  (3)',
			'Prepaid',
			'prepaid (2)',
			'Prepaid (2) (2)',
			'prepaid (3)',
		]);
	});

	it('cost linear time if thousands want the same one', () => {
		const names = new UniqueNames();
		const given = Array.from({ length: 20_000 }, () => names.add('VOIP is true'));
		expect(new Set(given).size).toBe(20_000);
		expect(given.at(-1)).toBe('VOIP is true (20000)');
	});
});

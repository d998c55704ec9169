import { NUMBERING_PLANS } from '../../../../nodes/shared/ipqs/numberingPlans';
import { numberingPlansModule } from '../../../../scripts/numberingPlans/table';
import { gzippedSize, sourceFiles } from '../../../support/sourceFiles';

const FILE = sourceFiles['shared/ipqs/numberingPlans.ts'] ?? '';

describe('the table of numbering plans', () => {
	it('is that of the libphonenumber that is installed; otherwise run npm run numbering-plans', () => {
		expect(FILE === numberingPlansModule()).toBe(true);
	});

	it('adds less than 10 kB to the package', () => {
		expect(gzippedSize(FILE)).toBeLessThan(10_000);
	});

	it('has patterns that compile, and lengths from the shortest on', () => {
		for (const [region, callingCode, lengths, ...patterns] of NUMBERING_PLANS) {
			expect(region).toMatch(/^(?:[A-Z]{2})?$/);
			expect(callingCode).toMatch(/^[1-9]\d{0,2}$/);
			expect([...lengths].sort((one, other) => one - other)).toEqual(lengths);
			for (const pattern of patterns) expect(() => new RegExp(pattern)).not.toThrow();
		}
	});

	it('has the main country of a shared calling code first', () => {
		const firstOf = (wanted: string) => NUMBERING_PLANS.find(([, callingCode]) => callingCode === wanted)?.[0];
		expect(['1', '7', '39', '44', '47', '61', '212', '262', '290', '358', '590', '599'].map(firstOf)).toEqual([
			'US',
			'RU',
			'IT',
			'GB',
			'NO',
			'AU',
			'MA',
			'RE',
			'SH',
			'FI',
			'GP',
			'CW',
		]);
	});

	it('has calling codes that no other one begins with', () => {
		const codes = [...new Set(NUMBERING_PLANS.map(([, callingCode]) => callingCode))];
		for (const code of codes) expect(codes.filter((other) => other.startsWith(code))).toEqual([code]);
	});
});

import { callExport } from '../../support/cli';

const readLeads = (file: string) => callExport('demo/leads.mjs', 'readLeads', `test/fixtures/leads/${file}`);

describe('leads are read', () => {
	it('from an array of objects, of which some may lack the phone column', () => {
		expect(readLeads('array.json')).toEqual({
			leads: [{ name: 'Ada Marsh' }, { name: 'Ben Marsh', Cell: '+1 201 555 0101' }],
			phoneColumn: 'Cell',
		});
	});

	it('from an object with leads, numbers as they are', () => {
		expect(readLeads('wrapped.json')).toEqual({ leads: [{ name: 'Ada Marsh', phone: 12015550100 }], phoneColumn: 'phone' });
	});

	it('from CSV with empty lines and empty values', () => {
		expect(readLeads('commas.csv')).toEqual({
			leads: [
				{ name: 'Ada Marsh', PHONE_NUMBER: '+1 201 555 0100' },
				{ name: 'Ben Marsh', PHONE_NUMBER: '' },
			],
			phoneColumn: 'PHONE_NUMBER',
		});
	});

	it('from CSV with semicolons, a byte order mark and quoted values, as spreadsheets write it', () => {
		expect(readLeads('semicolons.csv')).toEqual({
			leads: [
				{ 'Full Name': 'Ada Marsh', 'Mobile Number': '+1 201 555 0100', Campaign: 'Spring' },
				{ 'Full Name': 'Marsh; Ben', 'Mobile Number': '+44 7700 900123', Campaign: 'Spring' },
			],
			phoneColumn: 'Mobile Number',
		});
	});

	it('from text with tabs', () => {
		expect(readLeads('tabs.txt')).toEqual({
			leads: [{ name: 'Ada Marsh', telephone: '+1 201 555 0100' }],
			phoneColumn: 'telephone',
		});
	});

	it("from Meta's export: UTF-16 with tabs, quotes within values and p: before numbers", () => {
		expect(readLeads('meta.tsv')).toMatchObject({
			leads: [{ id: 'l:1', campaign_name: 'Spring "Solar"', full_name: 'Ada Marsh', phone_number: 'p:+12015550100' }],
			phoneColumn: 'phone_number',
		});
	});

	it.each([
		['UTF-16, high bytes first', 'utf16be.csv', 'Zoë Marsh'],
		['Windows-1252', 'windows.csv', 'Zoë Marsh'],
		['a line that names the separator', 'separator.csv', 'Ada Marsh'],
	])('from CSV with %s', (_with, file, name) => {
		expect(readLeads(file)).toEqual({ leads: [{ name, phone: '+1 201 555 0100' }], phoneColumn: 'phone' });
	});
});

describe('leads', () => {
	it('prefers a column named phone to one named mobile, wherever it stands', () => {
		expect(callExport('demo/leads.mjs', 'findPhoneColumn', [{ mobile: '1' }, { 'Phone No.': '2' }])).toBe('Phone No.');
	});
});

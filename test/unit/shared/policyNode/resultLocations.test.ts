import type { INodeParameters } from 'n8n-workflow';
import { DEFAULT_RESULT_LOCATIONS, readCampaigns, readResultLocations } from '../../../../nodes/shared/policyNode/resultLocations';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { fakeNode } from '../../../support/fake-node';

const read = (parameters: INodeParameters) =>
	readResultLocations(new NodeParameters(fakeNode({ parameters, items: [{ seven: 7, field: ' lookup ' }] }).node, []), 0);

describe('the fields of an item with its results', () => {
	const DEFAULT_FIELDS = {
		...{ phone: 'ipqs', email: 'ipqs_email', ip: 'ipqs_ip', url: 'ipqs_url', device: 'ipqs_device', leak: 'ipqs_leak' },
	};

	it('are where the lookup nodes put them, unless others are filled in', () => {
		expect(read({})).toEqual({ resultFields: DEFAULT_FIELDS, campaignFields: [] });
		expect(read({ options: { resultFields: {} } })).toEqual(DEFAULT_RESULT_LOCATIONS);
		expect(read({ resultField: ' lookups.phone ', options: { resultFields: { values: { email: ' mail ', url: '' } } } })).toEqual({
			resultFields: { ...DEFAULT_FIELDS, phone: 'lookups.phone', email: 'mail' },
			campaignFields: [],
		});
		expect(read({ resultField: '=field' }).resultFields.phone).toBe('lookup');
	});

	it('are the item itself where the field of the phone result is empty', () => {
		expect(read({ resultField: '' }).resultFields.phone).toBe('');
	});

	it("have one place for the phone's: 'Result Field'", () => {
		expect(read({ options: { resultFields: { values: { phone: 'elsewhere' } } } }).resultFields.phone).toBe('ipqs');
	});

	it.each<[string, INodeParameters, string]>([
		['Result Field', { resultField: '=seven' }, 'Result Field'],
		['Campaign Field', { campaignField: '=seven' }, 'Campaign Field'],
		['Result Fields', { options: { resultFields: { values: { email: '=seven' } } } }, 'Other Result Fields'],
	])('and %s must be text', (_what, parameters, label) => {
		expect(() => read(parameters)).toThrow(`'${label}' must be the name of a field, such as ipqs`);
	});
});

describe('the campaigns of an item', () => {
	it('are in one field or several, the strongest first', () => {
		expect(read({ campaignField: ' campaign, lead.type ,' }).campaignFields).toEqual(['campaign', 'lead.type']);
		const json = { campaign: ' Solar ', lead: { type: 4711 } };
		expect(readCampaigns(json, ['campaign', 'lead.type'])).toEqual({ campaigns: ['Solar', '4711'], hasField: true });
		expect(readCampaigns(json, ['lead.type', 'campaign'])).toEqual({ campaigns: ['4711', 'Solar'], hasField: true });
	});

	it('are none where the fields have no text and no number', () => {
		expect(readCampaigns({ campaign: ' ', type: null }, ['campaign', 'type'])).toEqual({ campaigns: [], hasField: true });
		expect(readCampaigns({ campaign: ['Solar'], type: true }, ['campaign', 'type'])).toEqual({ campaigns: [], hasField: true });
	});

	it('are none where the item has none of the fields, or no field is asked for', () => {
		expect(readCampaigns({ other: 1 }, ['campaign'])).toEqual({ campaigns: [], hasField: false });
		expect(readCampaigns({ other: 1 }, ['campaign', 'other'])).toEqual({ campaigns: ['1'], hasField: true });
		expect(readCampaigns({ '': 'Solar' }, [])).toEqual({ campaigns: [], hasField: false });
	});
});

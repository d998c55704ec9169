import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypes,
	type IWorkflowDataProxyAdditionalKeys,
} from 'n8n-workflow';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { CONDITION_FIELDS } from '../../nodes/shared/criteria/conditionFields';
import { operatorsFor } from '../../nodes/shared/criteria/operators';

const criteria = new IpqsCriteria();
const { properties, hints = [], subtitle = '' } = criteria.description;
const nodeTypes = { getByName: () => criteria, getByNameAndVersion: () => criteria, getKnownTypes: () => ({}) } as unknown as INodeTypes;

/** Parameters as the editor stores them: without hidden ones, with defaults filled in. */
function filledIn(parameters: IDataObject): { node: INode; workflow: Workflow } {
	const node: INode = {
		id: '1',
		name: 'Criteria',
		type: 'n8n-nodes-ipqs.ipqsCriteria',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	};
	const workflow = new Workflow({ id: 'w', nodes: [node], connections: {}, active: false, nodeTypes });
	return { node: workflow.getNode('Criteria') ?? node, workflow };
}

const resolved = (expression: string, parameters: IDataObject, keys: IWorkflowDataProxyAdditionalKeys = {}): unknown => {
	const { node, workflow } = filledIn(parameters);
	return workflow.expression.getSimpleParameterValue(node, expression, 'manual', keys, undefined, undefined);
};

const shownHints = (parameters: IDataObject): string[] =>
	hints.filter(({ displayCondition = '' }) => resolved(displayCondition, parameters) === true).map(({ message }) => message);

const valuesOf = (collection: INodeProperties | undefined): INodeProperties[] =>
	(collection?.options?.[0] as INodePropertyCollection).values;
const named = (list: readonly INodeProperties[], name: string): INodeProperties | undefined =>
	list.find((property) => property.name === name);
const menuOf = (property: INodeProperties | undefined): string[] =>
	(property?.options as INodePropertyOptions[]).map(({ value }) => String(value));

describe('the form of IPQS Criteria', () => {
	it('a new node is complete without any input', () => {
		const { node } = filledIn({});
		expect(NodeHelpers.getNodeParametersIssues(properties, node, criteria.description)).toBeNull();
		expect(node.parameters).toEqual({
			resultField: 'ipqs',
			policySource: 'preset',
			preset: 'standard',
			presetNotice: '',
			judge: ['phone'],
			fraudThreshold: '',
			qaThreshold: '',
			rules: {},
			defaultAction: 'accept',
			onFailedLookup: 'qa',
			campaignField: '',
			mode: 'enforce',
			options: {},
		});
	});

	it.each([
		[{}, 'Standard'],
		[{ preset: 'ipqsHighRisk' }, 'IPQS High Risk'],
		[{ policySource: 'rules' }, 'Rules'],
		[{ policySource: 'json', mode: 'monitor' }, 'Policy JSON (Monitor)'],
	])('the subtitle of %j is "%s"', (parameters, text) => {
		expect(resolved(subtitle, parameters)).toBe(text);
	});

	/** The title of a collapsed row. The editor passes the row and its index to the expression. */
	const titleOf = (collection: string, value: IDataObject, index: number): unknown => {
		const { itemTitle = '' } = named(properties, collection)?.typeOptions?.fixedCollection ?? {};
		return resolved(itemTitle, {}, { $collection: { item: { value, index } } } as IWorkflowDataProxyAdditionalKeys);
	};

	it.each([
		[{ name: 'Suspicious VOIP', action: 'qa' }, 0, 'Suspicious VOIP: QA'],
		[{ name: '', action: 'reject' }, 1, 'Rule 2: Reject'],
		[{ action: 'accept' }, 0, 'Rule 1: Accept'],
		[{}, 2, 'Rule 3: QA'],
	])('the title of the collapsed rule %j in row %d is "%s"', (row, index, title) => {
		expect(titleOf('rules', row, index)).toBe(title);
	});

	it('the title of a collapsed override is its campaign, or its number', () => {
		expect(titleOf('overrides', { campaign: 'Solar, Roofing' }, 0)).toBe('Solar, Roofing');
		expect([{}, { campaign: '' }].map((row) => titleOf('overrides', row, 1))).toEqual(['Campaign 2', 'Campaign 2']);
	});

	it('hints before a run need only the parameters', () => {
		const bare = { values: [{ name: 'A' }] };
		const right = { values: [{ name: 'A', conditions: { values: [{ field: 'VOIP' }] } }] };
		expect(shownHints({})).toEqual([]);
		expect(shownHints({ policySource: 'rules', rules: right })).toEqual([]);
		expect(shownHints({ mode: 'monitor' })).toEqual(['Monitor: decisions are recorded, but every lead goes to Accept']);
		expect(shownHints({ onFailedLookup: 'accept' })).toEqual(['Leads whose lookup failed go to Accept without being checked']);
		expect(shownHints({ policySource: 'rules' })).toEqual(['Add at least one rule']);
		expect(shownHints({ policySource: 'rules', rules: bare })).toEqual(['A rule has no condition. Add one, or remove the rule.']);
		const forCampaigns = { rules: { values: [{ ...right.values[0], campaigns: 'Solar' }] } };
		expect(shownHints(forCampaigns)).toEqual(["A rule applies only to certain campaigns. Set 'Campaign Field'."]);
		expect(shownHints({ ...forCampaigns, campaignField: 'campaign' })).toEqual([]);
	});

	it('a condition offers every field with a single value, and each field exactly one menu of fitting operators', () => {
		const condition = valuesOf(named(valuesOf(named(properties, 'rules')), 'conditions'));
		const fields = menuOf(named(condition, 'field'));
		expect([...fields].sort()).toEqual(CONDITION_FIELDS.map(({ name }) => name).sort());
		for (const { name, type } of CONDITION_FIELDS) {
			const shown = condition.filter(
				(property) => property.name.endsWith('Operator') && property.displayOptions?.show?.field?.includes(name),
			);
			expect([name, shown.map((property) => property.name)]).toEqual([name, [`${type}Operator`]]);
			// A score can also be compared with 'Fraud Score Threshold', which JSON writes as a value.
			const ofForm = type === 'number' ? ['reachesThreshold'] : [];
			expect(menuOf(shown[0]).sort()).toEqual([...operatorsFor(type).map((operator) => operator.name), ...ofForm].sort());
		}
	});

	it('a condition stores only the operator and value of its field', () => {
		const stored = (row: IDataObject) => {
			const { node } = filledIn({ policySource: 'rules', rules: { values: [{ conditions: { values: [row] } }] } });
			const [rule] = (node.parameters.rules as { values: Array<{ conditions: { values: IDataObject[] } }> }).values;
			return rule?.conditions.values[0];
		};
		expect(stored({ field: 'fraud_score' })).toEqual({ field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 });
		expect(stored({ field: 'fraud_score', numberOperator: 'between', numberValue: 5 })).toEqual({
			field: 'fraud_score',
			numberOperator: 'between',
			numberValue: 5,
			numberTo: 100,
		});
		expect(stored({ field: 'fraud_score', numberOperator: 'isUnknown' })).toEqual({ field: 'fraud_score', numberOperator: 'isUnknown' });
		expect(stored({ field: 'VOIP', numberValue: 5 })).toEqual({ field: 'VOIP', booleanOperator: 'isTrue' });
		expect(stored({ field: 'line_type' })).toEqual({ field: 'line_type', choiceOperator: 'equals', choiceValues: [] });
		expect(stored({ field: 'line_type', choiceOperator: 'contains' })).toEqual({
			...{ field: 'line_type', choiceOperator: 'contains' },
			choiceText: '',
		});
		expect(stored({ field: 'carrier', textOperator: 'isKnown' })).toEqual({ field: 'carrier', textOperator: 'isKnown' });
	});

	it('offers the rules of the phone first to be left out, in alphabetical order', () => {
		const menu = menuOf(named(named(properties, 'options')?.options as INodeProperties[], 'disableRules'));
		const email = menu.findIndex((rule) => rule.includes('Email'));
		expect(menu.slice(0, email)).toEqual(expect.arrayContaining(['Fraud Score', 'Prepaid', 'VOIP']));
		expect(menu.slice(0, email)).toEqual([...menu.slice(0, email)].sort((one, other) => one.localeCompare(other, 'en')));
		expect(new Set(menu).size).toBe(menu.length);
	});

	it('says what a threshold adds to the preset, and which operator uses the threshold of own rules', () => {
		const hintsOf = (name: string) => properties.filter((property) => property.name === name).map(({ hint }) => hint);
		expect(hintsOf('qaThreshold')).toEqual(['Optional: this phone fraud score and higher also go to QA']);
		expect(hintsOf('fraudThreshold')).toEqual([
			'Rejects this score and higher. Defaults to 85 (90 for email)',
			'Rejects this score and higher. Defaults to 90',
			"Used by conditions with 'Reaches the Fraud Threshold'. Defaults to 85",
		]);
	});

	it('the placeholder of a threshold is the one of the preset', () => {
		const thresholds = properties
			.filter(({ name }) => name === 'fraudThreshold')
			.map(({ placeholder, displayOptions }) => [placeholder, displayOptions?.show?.preset ?? displayOptions?.show?.policySource]);
		expect(thresholds).toEqual([
			['e.g. 85', ['standard', 'strict', 'outreach']],
			['e.g. 90', ['ipqsHighRisk', 'clearAbuse']],
			['e.g. 85', ['rules']],
		]);
	});
});

describe('what a user sees', () => {
	/** Labels of the parameters that the editor shows, without the menu 'Options', which is empty until one is added. */
	const shown = (parameters: IDataObject, form: readonly INodeProperties[] = properties): string[] => {
		const { node } = filledIn(parameters);
		return form
			.filter((property) => NodeHelpers.displayParameter(node.parameters, property, node, criteria.description))
			.filter(({ name, type }) => name !== 'options' && type !== 'notice')
			.map(({ displayName }) => displayName);
	};

	it('is what the chosen preset does, under its menu', () => {
		const { options } = properties.find(({ name }) => name === 'preset') ?? {};
		for (const { value, description } of options as INodePropertyOptions[]) {
			const { node } = filledIn({ preset: value });
			const index = properties.findIndex(({ name }) => name === 'preset');
			const notices = properties.filter(
				(property) => property.type === 'notice' && NodeHelpers.displayParameter(node.parameters, property, node, criteria.description),
			);
			expect(notices.map(({ displayName }) => displayName)).toEqual([description]);
			expect(properties.slice(index + 1).indexOf(notices[0] as INodeProperties)).toBeLessThan((options ?? []).length);
		}
		const { node } = filledIn({ policySource: 'json' });
		expect(
			properties.some(
				(property) => property.type === 'notice' && NodeHelpers.displayParameter(node.parameters, property, node, criteria.description),
			),
		).toBe(false);
	});

	it.each([
		['a preset', {}],
		['another preset', { preset: 'ipqsHighRisk' }],
		['own rules', { policySource: 'rules' }],
		['JSON', { policySource: 'json' }],
	])('is 11 parameters at most, if leads are judged by phone alone and %s', (_, parameters) => {
		const labels = shown(parameters);
		expect(labels.length).toBeLessThanOrEqual(11);
		expect(new Set(labels).size).toBe(labels.length);
		expect(labels.filter((label) => label.startsWith('Override'))).toEqual([]);
	});

	it('is about campaigns only with Campaign Field', () => {
		const base = shown({});
		const added = (parameters: IDataObject) => shown({ campaignField: 'campaign', ...parameters }).filter((label) => !base.includes(label));
		expect(added({})).toEqual(['Overrides From', 'Overrides']);
		expect(added({ overridesSource: 'rows' })).toEqual(['Overrides From', 'Override Rows']);
		expect(added({ campaignField: '={{ $json.field }}' })).toEqual(['Overrides From', 'Overrides']);
		expect(shown({ policySource: 'json', campaignField: 'campaign' })).toEqual(shown({ policySource: 'json' }));
	});
});

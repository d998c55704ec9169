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
import { CONDITION_FIELDS } from '../../nodes/shared/criteria/conditions';
import { operatorsFor } from '../../nodes/shared/criteria/operators';

const criteria = new IpqsCriteria();
const { properties, hints = [], subtitle = '' } = criteria.description;
const nodeTypes = { getByName: () => criteria, getByNameAndVersion: () => criteria, getKnownTypes: () => ({}) } as unknown as INodeTypes;

/** What the editor makes of parameters that were set by hand: hidden ones dropped, defaults filled in. */
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
	test('a fresh node needs nothing filled in', () => {
		const { node } = filledIn({});
		expect(NodeHelpers.getNodeParametersIssues(properties, node, criteria.description)).toBeNull();
		expect(node.parameters).toEqual({
			resultField: 'ipqs',
			policySource: 'preset',
			preset: 'standard',
			fraudThreshold: '',
			qaThreshold: '',
			defaultAction: 'accept',
			onFailedLookup: 'qa',
			campaignField: '',
			mode: 'enforce',
			options: {},
		});
	});

	test.each([
		[{}, 'Standard'],
		[{ preset: 'ipqsHighRisk' }, 'IPQS High Risk'],
		[{ policySource: 'rules' }, 'Rules'],
		[{ policySource: 'json', mode: 'monitor' }, 'Policy JSON (Monitor)'],
	])('the subtitle of %j is "%s"', (parameters, text) => {
		expect(resolved(subtitle, parameters)).toBe(text);
	});

	/** What the editor writes on a row that is folded up: it hands the row and its place to the expression. */
	const titleOf = (collection: string, value: IDataObject, index: number): unknown => {
		const { itemTitle = '' } = named(properties, collection)?.typeOptions?.fixedCollection ?? {};
		return resolved(itemTitle, {}, { $collection: { item: { value, index } } } as IWorkflowDataProxyAdditionalKeys);
	};

	test.each([
		[{ name: 'Suspicious VOIP', action: 'qa' }, 0, 'Suspicious VOIP: QA'],
		[{ name: '', action: 'reject' }, 1, 'Rule 2: Reject'],
		[{ action: 'accept' }, 0, 'Rule 1: Accept'],
	])('the rule %j in row %d is called "%s" where it is folded up', (row, index, title) => {
		expect(titleOf('rules', row, index)).toBe(title);
	});

	test('an override that is folded up is called by its campaign', () => {
		expect(titleOf('overrides', { campaign: 'Solar, Roofing' }, 0)).toBe('Solar, Roofing');
	});

	test('before a run it points out what the parameters alone show', () => {
		const bare = { values: [{ name: 'A' }] };
		const right = { values: [{ name: 'A', conditions: { values: [{ field: 'VOIP' }] } }] };
		expect(shownHints({})).toEqual([]);
		expect(shownHints({ policySource: 'rules', rules: right })).toEqual([]);
		expect(shownHints({ mode: 'monitor' })).toEqual(['Monitor: decisions are recorded, and every lead goes to Accept']);
		expect(shownHints({ onFailedLookup: 'accept' })).toEqual(['Leads whose lookup was not answered go to Accept unchecked']);
		expect(shownHints({ policySource: 'rules' })).toEqual(['Add a rule: without one nothing can be decided']);
		expect(shownHints({ policySource: 'rules', rules: bare })).toEqual(['A rule has no condition: add one, or remove the rule']);
	});

	test('a condition offers every field with a single value, and each field exactly one menu of fitting operators', () => {
		const condition = valuesOf(named(valuesOf(named(properties, 'rules')), 'conditions'));
		const fields = menuOf(named(condition, 'field'));
		expect([...fields].sort()).toEqual(CONDITION_FIELDS.map(({ name }) => name).sort());
		for (const { name, type } of CONDITION_FIELDS) {
			const shown = condition.filter(
				(property) => property.name.endsWith('Operator') && property.displayOptions?.show?.field?.includes(name),
			);
			expect([name, shown.map((property) => property.name)]).toEqual([name, [`${type}Operator`]]);
			expect(menuOf(shown[0]).sort()).toEqual(
				operatorsFor(type)
					.map((operator) => operator.name)
					.sort(),
			);
		}
	});

	test('a condition stores the operator and value of its field alone', () => {
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
		expect(stored({ field: 'line_type' })).toEqual({ field: 'line_type', choiceOperator: 'equals', choiceValue: '' });
		expect(stored({ field: 'carrier', textOperator: 'isKnown' })).toEqual({ field: 'carrier', textOperator: 'isKnown' });
	});

	test('the placeholder of an empty threshold is what holds then', () => {
		const thresholds = properties
			.filter(({ name }) => name === 'fraudThreshold')
			.map(({ placeholder, displayOptions }) => [placeholder, displayOptions?.show?.preset]);
		expect(thresholds).toEqual([
			['e.g. 85', ['standard', 'strict', 'outreach']],
			['e.g. 90', ['ipqsHighRisk', 'clearAbuse']],
		]);
	});
});

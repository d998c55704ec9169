import type { INodeTypeDescription } from 'n8n-workflow';
import { RESOURCES } from '../../nodes/Ipqs/resources';
import { n8n } from './support/n8n';

const LOOKUPS = ['ipqs', 'ipqsPhoneValidation'];
const NODES = [...LOOKUPS, 'ipqsBacktest', 'ipqsCriteria'];
const CREDENTIALS = ['ipqsApi', 'ipqsCustomIntegrationApi'];

const withTools = (names: readonly string[]): string[] =>
	names.flatMap((name) => [`n8n-nodes-ipqs.${name}`, `n8n-nodes-ipqs.${name}Tool`]).sort();

const read = async (path: string): Promise<Response> => await fetch(`${n8n.url}${path}`, { headers: { cookie: n8n.rest.cookie } });

const readTypes = async <Type>(kind: 'nodes' | 'credentials'): Promise<Type[]> =>
	(await (await read(`/types/${kind}.json`)).json()) as Type[];

interface Iconed {
	name: string;
	iconUrl: { light: string; dark: string };
}

const iconsOf = ({ iconUrl }: Iconed): string[] => [iconUrl.light, iconUrl.dark];

describe('package', () => {
	it('n8n says nothing about the package while it loads', () => {
		expect(n8n.log()).toContain('Version: ');
		expect(n8n.log()).not.toMatch(/ipqs|loading package|could not be loaded/i);
	});

	it('n8n lists the nodes, each also as a tool', async () => {
		const listed = (await readTypes<INodeTypeDescription>('nodes'))
			.map(({ name }) => name)
			.filter((name) => name.startsWith('n8n-nodes-ipqs.'));
		expect(listed.sort()).toEqual(withTools(NODES));
	});

	it('n8n lists the credentials, which the lookups alone ask for', async () => {
		const users = (await readTypes<INodeTypeDescription>('nodes')).filter(({ credentials = [] }) =>
			credentials.some(({ name }) => name === 'ipqsApi'),
		);
		expect(users.map(({ name }) => name).sort()).toEqual(withTools(LOOKUPS));
		expect((await readTypes<Iconed>('credentials')).map(({ name }) => name)).toEqual(expect.arrayContaining(CREDENTIALS));
	});

	it('n8n serves every icon, for light and for dark', async () => {
		const nodes = (await readTypes<Iconed>('nodes')).filter(({ name }) => name.startsWith('n8n-nodes-ipqs.'));
		const credentials = (await readTypes<Iconed>('credentials')).filter(({ name }) => CREDENTIALS.includes(name));
		const icons = [...new Set([...nodes, ...credentials].flatMap(iconsOf))];
		const answers = await Promise.all(icons.map(async (icon) => await read(`/${icon}`)));
		expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(icons.map(() => [200, 'image/svg+xml']));
		expect(icons.length).toBeGreaterThanOrEqual(6);
	});

	it.each([
		['ipqsPhoneValidation', 'ipqs', 'fraud_score'],
		['ipqsCriteria', 'decision', 'outcome'],
		...RESOURCES.flatMap(({ name, operations }) =>
			operations.map((operation) => [`ipqs/${name}/${operation.name}`, operation.outputField ?? 'ipqs', 'lookup']),
		),
	])('n8n serves the fields of %s before any run', async (place, field = '', part = '') => {
		const [name, ...operation] = place?.split('/') ?? [];
		const answer = await read(`/schemas/n8n-nodes-ipqs.${name}/1.0.0${operation.map((step) => `/${step}`).join('')}.json`);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({
			properties: { [field]: { properties: { [part]: { type: expect.any(String) as string } } } },
		});
	});
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { ROOT } from '../../scripts/package/tarball.mjs';

/** Shorter than a user would have it, so that the test does not last an hour. */
export const SWEEP = { everySeconds: 10, untouchedSeconds: 20 };

const ACTIVATION_LIMIT = 30_000;
const POLL = 500;

const EXAMPLE = JSON.parse(readFileSync(join(ROOT, 'workflows', 'durable-intake.json'), 'utf8'));

const TABLE = EXAMPLE.nodes.find(({ name }) => name === 'Lead Table').parameters.tableName;

/** What the sticky notes tell a user to change, and the pace of the sweep; all else is as in the example. */
const CHANGES = {
	'Look Up Phone Number': (node, credential) => ({
		...node,
		parameters: { ...node.parameters, authentication: 'apiKey', options: {} },
		credentials: { ipqsApi: credential },
	}),
	'Every 5 Minutes': (node) => ({
		...node,
		parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: SWEEP.everySeconds }] } },
	}),
	'Find Open Leads': (node) =>
		JSON.parse(JSON.stringify(node).replace('minus({ minutes: 10 })', `minus({ seconds: ${SWEEP.untouchedSeconds} })`)),
};

/**
 * Imports the example of the durable intake with a credential for the stand-in, and activates it.
 *
 * @param {{ url: string, rest: Function }} n8n
 * @param {{ baseUrl: string, requestsPerSecond: number }} account
 * @returns {Promise<string>} the address that takes leads
 */
export async function openIntake({ url, rest }, { baseUrl, requestsPerSecond }) {
	const { id, name } = await rest('POST', '/credentials', {
		name: 'Stand-in',
		type: 'ipqsApi',
		data: { apiKey: 'stand-in', keyLocation: 'header', baseUrl, requestsPerSecond },
	});
	const nodes = EXAMPLE.nodes.map((node) => CHANGES[node.name]?.(node, { id, name }) ?? node);
	const { connections, settings } = EXAMPLE;
	const workflow = await rest('POST', '/workflows', { name: EXAMPLE.name, nodes, connections, settings });
	await rest('POST', `/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });

	const address = `${url}/webhook/${EXAMPLE.nodes.find((node) => node.name === 'Lead In').parameters.path}`;
	const limit = Date.now() + ACTIVATION_LIMIT;
	// A GET has no webhook of its own: n8n then says that there is one for POST.
	while (!(await (await fetch(address)).text()).includes('POST')) {
		if (Date.now() > limit) throw new Error('n8n did not open the webhook');
		await wait(POLL);
	}
	return address;
}

/**
 * Has PostgreSQL itself note every write that leaves a lead decided, from the moment n8n makes the table: neither n8n nor the
 * workflow takes part in the count.
 *
 * @param {(sql: string) => Promise<any>} ask
 */
export const noteDecisions = (ask) =>
	ask(`
		create table noted_decision (lead int not null);
		create function note_decision() returns trigger language plpgsql as $$
			begin insert into noted_decision values (new.id); return new; end $$;
		create function watch_table() returns event_trigger language plpgsql as $$
			declare made record;
			begin
				for made in select object_identity table_name from pg_event_trigger_ddl_commands()
					where object_type = 'table' and object_identity like '%data_table_user_%'
				loop
					execute format('create trigger noted after update on %s for each row
						when (new.state = ''decided'') execute function note_decision()', made.table_name);
				end loop;
			end $$;
		create event trigger watched on ddl_command_end when tag in ('CREATE TABLE') execute function watch_table();
	`);

/** @returns {Promise<object[]>} the table's rows, each with `decisions`: how often it was decided; none where n8n has no table yet */
export async function readRows(ask) {
	const [table] = await ask(`select id from data_table where name = '${TABLE}'`);
	if (table === undefined) return [];
	return await ask(
		`select rows.*, (select count(*) from noted_decision where lead = rows.id) decisions from "data_table_user_${table.id}" rows order by id`,
	);
}

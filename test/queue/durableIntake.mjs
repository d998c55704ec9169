import { publish, readExample } from './publish.mjs';

/** Shorter than in the example, so that the test takes minutes. */
export const SWEEP = { intervalSeconds: 10, minAgeSeconds: 20 };

const EXAMPLE = readExample('durable-intake.json');

const TABLE = EXAMPLE.nodes.find(({ name }) => name === 'Create Lead Table').parameters.tableName;

/** Changes to nodes of the example: those that its notes ask the user to make, and the timing of the sweep. */
const CHANGES = {
	'Look Up Phone Number': (node, credential) => ({
		...node,
		parameters: { ...node.parameters, authentication: 'apiKey', options: {} },
		credentials: { ipqsApi: credential },
	}),
	'Every 5 Minutes': (node) => ({
		...node,
		parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: SWEEP.intervalSeconds }] } },
	}),
	'Find Undecided Leads': (node) =>
		JSON.parse(JSON.stringify(node).replace('minus({ minutes: 10 })', `minus({ seconds: ${SWEEP.minAgeSeconds} })`)),
};

/**
 * Imports the durable intake example with a credential for the IPQS stand-in, and activates it.
 *
 * @param {{ url: string, rest: Function }} n8n
 * @param {{ baseUrl: string, requestsPerSecond: number }} account
 * @returns {Promise<string>} the URL of the webhook
 */
export const publishIntake = async (n8n, account) => await publish(n8n, EXAMPLE, CHANGES, account);

/**
 * Records every write that leaves a lead decided, with a trigger in PostgreSQL, so that the count does not depend on n8n or the
 * workflow. An event trigger adds it when n8n creates the table.
 *
 * @param {(sql: string) => Promise<any>} query
 */
export const recordDecisions = (query) =>
	query(`
		create table recorded_decision (lead int not null);
		create function record_decision() returns trigger language plpgsql as $$
			begin insert into recorded_decision values (new.id); return new; end $$;
		create function watch_table() returns event_trigger language plpgsql as $$
			declare created record;
			begin
				for created in select object_identity table_name from pg_event_trigger_ddl_commands()
					where object_type = 'table' and object_identity like '%data_table_user_%'
				loop
					execute format('create trigger recorded after update on %s for each row
						when (new.state = ''decided'') execute function record_decision()', created.table_name);
				end loop;
			end $$;
		create event trigger watched on ddl_command_end when tag in ('CREATE TABLE') execute function watch_table();
	`);

/** @returns {Promise<object[]>} the rows of the table, with the number of `decisions` of each; empty if there is no table yet */
export async function readRows(query) {
	const [table] = await query(`select id from data_table where name = '${TABLE}'`);
	if (table === undefined) return [];
	return await query(
		`select rows.*, (select count(*) from recorded_decision where lead = rows.id) decisions from "data_table_user_${table.id}" rows order by id`,
	);
}

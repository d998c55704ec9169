/**
 * Records every update of Data Tables in PostgreSQL, so that what is counted does not depend on n8n or on a workflow: each changed
 * row before and after in `recorded_change`, each update that changed no row in `recorded_miss`. An event trigger adds this to
 * the tables that n8n creates from now on.
 *
 * @param {(sql: string) => Promise<any>} query
 */
export const recordChanges = (query) =>
	query(`
		create table recorded_change (data_table text, before jsonb, after jsonb, at timestamptz default clock_timestamp());
		create table recorded_miss (data_table text, sql text);
		create function record_change() returns trigger language plpgsql as $$
			begin insert into recorded_change values (tg_table_name, to_jsonb(old), to_jsonb(new)); return new; end $$;
		create function record_miss() returns trigger language plpgsql as $$
			begin
				if not exists (select from changed) then insert into recorded_miss values (tg_table_name, current_query()); end if;
				return null;
			end $$;
		create function watch_table() returns event_trigger language plpgsql as $$
			declare created record;
			begin
				for created in select object_identity table_name from pg_event_trigger_ddl_commands()
					where object_type = 'table' and object_identity like '%data_table_user_%'
				loop
					execute format('create trigger changed after update on %s for each row execute function record_change()', created.table_name);
					execute format('create trigger missed after update on %s referencing new table as changed
						for each statement execute function record_miss()', created.table_name);
				end loop;
			end $$;
		create event trigger watched on ddl_command_end when tag in ('CREATE TABLE') execute function watch_table();
	`);

/**
 * @param {string} name of a Data Table
 * @returns {Promise<{ rows: object[], changes: { before: object, after: object, at: string }[], misses: { sql: string }[] }>} its rows, and
 *   what `recordChanges` recorded of it, oldest first; empty if there is no such table yet
 */
export async function readTable(query, name) {
	const [table] = await query(`select id from data_table where name = '${name}'`);
	if (table === undefined) return { rows: [], changes: [], misses: [] };
	const place = `data_table_user_${table.id}`;
	return {
		rows: await query(`select * from "${place}" order by id`),
		changes: await query(`select before, after, at from recorded_change where data_table = '${place}' order by at`),
		misses: await query(`select sql from recorded_miss where data_table = '${place}'`),
	};
}

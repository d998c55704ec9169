import { withTables } from '../../../scripts/docs/tables';
import { readme, sources } from '../../support/readme';

test('the tables of the README say what the code says: npm run docs writes them anew', () => {
	expect(readme).toBe(withTables(readme, sources));
});

test('a README without its tables is not taken for a current one', () => {
	const stale = readme.replace(/(<!-- failures -->\n)[\s\S]*?(<!-- \/failures -->)/, '$1$2');
	expect(stale).not.toBe(withTables(stale, sources));
});

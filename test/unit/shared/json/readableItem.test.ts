import { readableItem } from '../../../../nodes/shared/json/readableItem';
import { throwing } from '../../../support/throwing';

describe('what can be read of an item', () => {
	it('is all of an ordinary one, unchanged', () => {
		const item = { json: { id: 7, name: { first: 'Ada' } }, binary: { file: { data: '', mimeType: 'text/plain' } }, pairedItem: 3 };
		expect(readableItem(item)).toEqual({ json: item.json, binary: item.binary });
		expect(readableItem(item).json.name).toBe(item.json.name);
	});

	it('is null for a field that cannot be read, or that contains one', () => {
		expect(readableItem({ json: throwing('name', { id: 7 }) })).toEqual({ json: { id: 7, name: null }, binary: undefined });
		expect(readableItem({ json: { id: 7, deep: { deeper: throwing('name') } } }).json).toEqual({ id: 7, deep: null });
	});

	it('is nothing of an item whose fields cannot be listed or whose data cannot be read', () => {
		const unlisted = new Proxy(
			{},
			{
				ownKeys() {
					throw new TypeError('This value is gone');
				},
			},
		);
		expect(readableItem({ json: unlisted }).json).toEqual({});
		expect(readableItem(throwing('json') as unknown as { json: object }).json).toEqual({});
		expect(readableItem(throwing('binary', { json: { id: 7 } }) as unknown as { json: object })).toEqual({
			json: { id: 7 },
			binary: undefined,
		});
	});
});

import { execute } from '../../../nodes/IpqsBacktest/execute';
import { fakeNode } from '../../support/fake-node';

describe('IPQS Back-Test', () => {
	it('gives nothing for no leads, and reads no parameter', async () => {
		expect(await execute(fakeNode({ items: [], parameters: { variants: 'thresholds', thresholdList: 'high' } }).node)).toEqual([[], []]);
	});
});

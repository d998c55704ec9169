import { startStandIn, type StandIn, type StandInOptions } from './stand-in';

const standIns: StandIn[] = [];

/** Starts a stand-in for IPQS that is closed after the test. */
export async function ipqsWith(options: StandInOptions = {}): Promise<StandIn> {
	const ipqs = await startStandIn(options);
	standIns.push(ipqs);
	return ipqs;
}

afterEach(async () => {
	for (const ipqs of standIns.splice(0)) await ipqs.close();
});

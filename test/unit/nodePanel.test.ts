import { OWN_NODES, searchNodePanel } from '../support/nodePanel';

const PHONE_VALIDATION = 'IPQS Phone Validation';
const CRITERIA = 'IPQS Criteria';
const IPQUALITYSCORE = 'IPQualityScore';
const BACKTEST = 'IPQS Back-Test';

/** Results that the panel shows before one has to scroll. */
const SHOWN = 10;

/** What people search for, separated by commas, by the node that does it. */
const SEARCHES = {
	[PHONE_VALIDATION]: [
		'phone, phone number, phone validation, validate phone, validate phone number, phone validator',
		'verify phone, verify phone number, phone verification, check phone, check phone number',
		'phone check, phone lookup, look up phone, number, number lookup, mobile, mobile number, cell phone',
		'landline, telephone, toll-free, international number, invalid phone, disconnected number',
		'active phone, line type, carrier, carrier lookup, hlr, hlr lookup, voip, virtual number, prepaid',
		'fake phone, fake number, burner phone, disposable phone, phone fraud, phone reputation, spam',
		'spam calls, robocall, dnc, do not call, tcpa, lead validation, validate leads, verify leads',
		'lead verification, fake leads, ipqs phone',
	],
	[IPQUALITYSCORE]: [
		'fraud, fraud score, fraud check, fraud detection, email validation, validate email, verify email',
		'check email, email check, email verification, disposable email, temporary email, ip address',
		'ip lookup, ip reputation, check ip, geolocation, proxy, proxy detection, vpn, vpn detection',
		'bot detection, url scan, scan url, malicious url, domain reputation, phishing, malware, leaked',
		'leaked password, data breach, dark web, device fingerprint, transaction, payment fraud, chargeback',
		'report fraud, blocklist, blacklist, allowlist, whitelist, credits, ipqualityscore, ip quality score, ipqs email',
		'ipqs email validation, ipqs ip, ipqs ip address, ipqs proxy, ipqs url, ipqs leaked, ipqs device',
	],
	[CRITERIA]: [
		'reject leads, reject, accept, accept leads, accept or reject, approve leads, block, block leads',
		'bad leads, block voip, block spam, block fraud, filter leads, lead filter, route leads',
		'lead routing, lead distribution, screen leads, lead screening, score leads, lead score, lead scoring',
		'qualify leads, lead qualification, lead quality, review leads, manual review, qa, criteria, policy',
		'rules, fraud rules, campaign rules, decision, leadexec',
	],
	[BACKTEST]: [
		'back test, backtest, back-test, backtesting, simulate policy, simulation, what if, test policy',
		'test threshold, compare policies, policy impact, threshold tuning, best threshold, past leads',
		'historical leads, false positives, catch rate, scorecard, source quality, lead report, lead audit',
	],
};

const CASES = Object.entries(SEARCHES).flatMap(([node, lines]) =>
	lines.flatMap((line) => line.split(', ')).map((words) => [words, node] as const),
);

const ownNodesFound = (words: string): string[] => searchNodePanel(words).filter((name) => OWN_NODES.includes(name));

describe("n8n's node panel", () => {
	it.each(CASES)('for "%s" shows %s, before our other nodes', (words, node) => {
		expect(searchNodePanel(words).slice(0, SHOWN)).toContain(node);
		expect(ownNodesFound(words)[0]).toBe(node);
	});

	// 'IPQS Criteria' is the shortest name that begins with IPQS and would win. An alias scores less than a name, unless capitals follow
	// small letters: hence the alias 'iPqS' of the lookups.
	it('for "ipqs" shows both lookups before Criteria', () => {
		expect(searchNodePanel('ipqs').slice(0, 3)).toEqual([IPQUALITYSCORE, PHONE_VALIDATION, CRITERIA]);
	});

	it.each(['phone', 'phone number', 'validate phone', 'phone fraud'])('for "%s" does not offer Criteria', (words) => {
		expect(ownNodesFound(words)).not.toContain(CRITERIA);
	});
});

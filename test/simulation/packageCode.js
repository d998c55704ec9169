const n8nWorkflow = require('n8n-workflow');

/** `Date` with another clock. */
const createDate = (now) =>
	class extends Date {
		constructor(...parameters) {
			super(...(parameters.length === 0 ? [now()] : parameters));
		}

		static now() {
			return now();
		}
	};

/**
 * Evaluates the nodes and credentials of the package with their own state and clock.
 *
 * @param startWorld of a loader, see `loadCode.js`
 * @param globals see `ProcessGlobals` in `simulatedProcess.ts`
 * @returns see `PackageCode` there
 */
exports.loadPackage = (startWorld, { performanceNow, dateNow, random, sleep }) => {
	const load = startWorld({
		Date: createDate(dateNow),
		Math: Object.create(Math, { random: { value: random } }),
		performance: { now: performanceNow },
		modules: { 'n8n-workflow': Object.create(n8nWorkflow, { sleep: { value: sleep } }) },
	});
	const { IpqsPhoneValidation } = load('nodes/IpqsPhoneValidation/IpqsPhoneValidation.node.ts');
	const { IpqsCriteria } = load('nodes/IpqsCriteria/IpqsCriteria.node.ts');
	const { IpqsApi } = load('credentials/IpqsApi.credentials.ts');
	const { IpqsCustomIntegrationApi } = load('credentials/IpqsCustomIntegrationApi.credentials.ts');
	const { validate } = load('nodes/Ipqs/resources/email/validate.operation.ts');
	const { executeLookups } = load('nodes/shared/lookupNode/executeLookups.ts');
	const phone = new IpqsPhoneValidation();
	const criteria = new IpqsCriteria();
	return {
		phone: async (node) => await phone.execute.call(node),
		email: async (node) => await executeLookups(node, validate, 'email'),
		criteria: async (node) => await criteria.execute.call(node),
		authenticate: {
			ipqsApi: new IpqsApi().authenticate,
			ipqsCustomIntegrationApi: new IpqsCustomIntegrationApi().authenticate,
		},
	};
};

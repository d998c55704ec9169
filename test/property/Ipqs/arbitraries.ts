import fc from 'fast-check';
import type { ResponseField } from '../../../nodes/shared/ipqs/responseField';
import { answerText, fieldValue, headers, message, success } from '../lookupNode/arbitraries';
import type { Came } from './lookups';

/** Four hexadecimal digits for each UTF-16 unit. */
const escaped = (text: string): string => text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** How a secret may stand in a body that repeats it: by the mark that stands for it here. */
const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
	'⟦plain⟧': (secret) => secret,
	'⟦address⟧': encodeURIComponent,
	'⟦small address⟧': (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
	'⟦form⟧': (secret) => new URLSearchParams({ secret }).toString().replace('secret=', ''),
	'⟦json⟧': (secret) => JSON.stringify(secret).slice(1, -1),
	'⟦json of PHP⟧': (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
	'⟦json of Go⟧': (secret) => JSON.stringify(secret).slice(1, -1).replace(/[<>&]/g, escaped),
	'⟦json in ASCII⟧': (secret) =>
		JSON.stringify(secret)
			.slice(1, -1)
			.replace(/[^\x20-\x7e]/g, escaped),
	'⟦json in json⟧': (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
	'⟦escapes⟧': escaped,
};

const MARKS = Object.keys(SPELLINGS);

/** The text with a secret in place of its marks. */
export const repeating = (text: string, secret: string): string =>
	MARKS.reduce((done, mark) => done.replaceAll(mark, () => SPELLINGS[mark]?.(secret) ?? ''), text);

/** Every spelling of a secret that people or programs would know it by. */
export const spellingsOf = (secret: string): string[] => [
	...new Set(['⟦plain⟧', '⟦address⟧', '⟦small address⟧', '⟦form⟧', '⟦json⟧', '⟦json of PHP⟧'].map((mark) => repeating(mark, secret))),
];

/** All that stands in a value as text, names of members as well. */
export function textsIn(value: unknown): string[] {
	const texts: string[] = [];
	const open: unknown[] = [value];
	for (let one = open.pop(); one !== undefined || open.length > 0; one = open.pop()) {
		if (typeof one === 'string') texts.push(one);
		else if (typeof one === 'object' && one !== null)
			open.push(...Object.keys(one), ...Object.values(one).filter((member) => member !== undefined));
	}
	return texts;
}

/** Keys of ordinary letters and digits, and those with characters that are written differently in addresses, forms and JSON. */
export const secret = fc.oneof(
	fc.constant(''),
	fc.string({ unit: fc.constantFrom(...'aZ09+/%&="\'\\<>~ \u00e9\u2028\ud83d\ude00'.split(/(?:)/u)), maxLength: 12 }),
);

const words = fc.oneof(
	message,
	fc.constantFrom(...MARKS),
	fc.tuple(message, fc.constantFrom(...MARKS)).map(([said, mark]) => `${said} ${mark}`),
);

const HARD_TEXTS = [
	...[
		'',
		' ',
		'null',
		'[]',
		'"success"',
		'true',
		'{',
		'{}',
		'<!DOCTYPE html><title>Attention Required! | Cloudflare</title>',
		'\ufeff{"success":true}',
	],
	...[
		'{"success":true',
		'{"success":true}}',
		'{"success":false,"success":true,"valid":true}',
		'{"success":true,"success":false}',
		'{success:true}',
		"{'success':true}",
	],
	...[
		'{"success":true,"__proto__":{"success":false,"lookup":{"status":"ok"}},"constructor":{"prototype":{"x":1}}}',
		'{"__proto__":{"success":true}}',
	],
	...[
		'{"success":true,"fraud_score":1e999,"valid":true,"credits":-1e999}',
		'{"success":true,"fraud_score":123456789012345678901234567890}',
		'{"success":1e400}',
	],
	...[
		'{"success":true,"requests":{"length":9},"data":{"length":9}}',
		'{"success":true,"requests":[null,[],"x",{"__proto__":{"success":true}}],"data":[1,{"value":null}]}',
	],
	...[
		'{"success":true,"lookup":{"status":"ok"},"toString":1,"hasOwnProperty":1}',
		`{"success":true,"message":"${'x'.repeat(5_000)}"}`,
		'⟦plain⟧',
		'<a href="/api/json/⟦address⟧">',
	],
];

const deep = fc
	.constantFrom(99, 100, 20_000)
	.map((depth) => `{"success":true,"valid":true,"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`);

const bytes = fc.uint8Array({ maxLength: 40 }).map((all) => new TextDecoder().decode(all));

/** Bodies with fields that an operation knows, records among them, and words that repeat the key. */
const bodyOf = (fields: readonly ResponseField[]): fc.Arbitrary<Record<string, unknown>> => {
	const value = fc.oneof({ weight: 3, arbitrary: fieldValue }, { weight: 1, arbitrary: words });
	const known = fc.dictionary(
		fc.constantFrom(...fields.map(({ name }) => name), 'fraud_score', 'valid', 'success', 'lookup', 'errors'),
		value,
		{ maxKeys: 6 },
	);
	const records = fc.array(fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) }), {
		maxLength: 4,
	});
	return fc
		.tuple(
			known,
			fc.dictionary(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('__proto__', 'toString', ...MARKS)), value, { maxKeys: 2 }),
			fc.record(
				{
					success,
					message: words,
					requests: records,
					data: records,
					total_pages: fc.oneof(fc.nat({ max: 3 }), fc.jsonValue({ maxDepth: 0 })),
				},
				{ requiredKeys: [] },
			),
		)
		.map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);
};

const status = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(200) },
	{ weight: 2, arbitrary: fc.integer({ min: 200, max: 599 }) },
	{ weight: 1, arbitrary: fc.constantFrom(204, 301, 401, 402, 403, 404, 408, 429, 500, 503, 509) },
);

const manyHeaders = fc.oneof(
	headers,
	fc.record({
		'retry-after': fc.constantFrom(
			'-1',
			'1e9',
			'999999999',
			'NaN',
			'Infinity',
			'0x10',
			'1, 2',
			'Sun, 06 Nov 1994 08:49:37 GMT',
			'Fri, 31 Dec 9999 23:59:59 GMT',
			' 3 ',
		),
	}),
);

const FAULTS = ['ECONNABORTED', 'ETIMEDOUT', 'ECONNRESET', 'ENOTFOUND', undefined];

function createFault(code: string | undefined): Error {
	const fault = Object.assign(new Error('connect https://ipqs.test/api/json/⟦plain⟧'), { code });
	return Object.assign(fault, { cause: fault });
}

const fault = fc.oneof(fc.constantFrom(...FAULTS).map(createFault), fc.constantFrom<unknown>(null, undefined, 'x', 7, {}));

/** Whatever may come back for a request; the marks of `repeating` stand for the key. */
export const cameOf = (fields: readonly ResponseField[]): fc.Arbitrary<Came> => {
	const body = bodyOf(fields);
	const sent = body.map((one) => JSON.stringify(one));
	const text = fc.oneof(
		{ weight: 6, arbitrary: sent },
		{ weight: 2, arbitrary: body.map((one) => JSON.stringify({ ...one, success: true })) },
		{ weight: 1, arbitrary: body.map((one) => JSON.stringify({ ...one, success: false })) },
		{ weight: 1, arbitrary: fc.tuple(sent, fc.nat()).map(([all, cut]) => all.slice(0, cut % (all.length + 1))) },
		{ weight: 1, arbitrary: fc.oneof(answerText, bytes) },
		{ weight: 1, arbitrary: deep },
		{ weight: 1, arbitrary: fc.constantFrom(...HARD_TEXTS) },
	);
	// n8n's helper hands over text; older ones parse what says that it is JSON.
	const handedOver = fc.oneof(
		{ weight: 12, arbitrary: text },
		{ weight: 1, arbitrary: fc.oneof(body, fc.constantFrom(undefined, null, '')) },
	);
	return fc.oneof(
		{ weight: 12, arbitrary: fc.record({ status, headers: manyHeaders, body: handedOver }) },
		{ weight: 1, arbitrary: fault.map((thrown) => ({ thrown })) },
	);
};

const HARD_NAMES = [
	'ipqs',
	'error',
	'message',
	'details',
	'decision',
	'lookup',
	'json',
	'pairedItem',
	'__proto__',
	'constructor',
	'toString',
	'a.b',
];

/** An item's own fields: any JSON, with names that mean something to n8n, to JavaScript or to this package. */
export const ownFields = fc.dictionary(
	fc.oneof(fc.constantFrom(...HARD_NAMES), fc.string({ maxLength: 6 })),
	fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(NaN, undefined)),
	{ maxKeys: 4 },
);

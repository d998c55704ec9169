/** Formats of test values. All are reserved for examples or fiction (RFC 2606, RFC 5737, the 555-01 numbers). */
export const TEST_VALUE_FORMATS = {
	phone: { writtenAs: '+1 NPA 555 01nn', pattern: /^(?:\+?1)?[2-9]\d\d55501(\d\d)$/ },
	email: { writtenAs: 'namenn@example.com', pattern: /(\d\d)@example\.com$/i },
	ip: { writtenAs: '192.0.2.1nn', pattern: /^192\.0\.2\.1(\d\d)$/ },
	url: { writtenAs: 'https://example.com/nn', pattern: /^(?:https?:\/\/)?example\.com\/(\d\d)$/i },
	id: { writtenAs: 'sandboxnn', pattern: /^sandbox\d*(\d\d)$/ },
} as const;

export type TestValueFormat = keyof typeof TEST_VALUE_FORMATS;

/** The last two digits of a test value in one of the formats; undefined for any other text. */
export function digitsOfTestValue(text: string, formats: readonly TestValueFormat[]): string | undefined {
	for (const format of formats) {
		const digits = TEST_VALUE_FORMATS[format].pattern.exec(text)?.[1];
		if (digits !== undefined) return digits;
	}
	return undefined;
}

import { isEmailAddress, isHost, isIpAddress, isUrl, parseUrl } from '../../../../nodes/shared/ipqs/formats';

describe('a parsed URL', () => {
	it('is read alike however often it was read before', () => {
		for (let time = 0; time < 20_000; time++) expect(parseUrl('https://münchen.example/x')?.hostname).toBe('xn--mnchen-3ya.example');
	});

	it.each(['', 'example.com', 'https://', 'http://[::g]/'])('is none where the text is none: %j', (text) => {
		expect(parseUrl(text)).toBeUndefined();
	});
});

describe('a host', () => {
	it.each([
		'192.0.2.100',
		'0.0.0.0',
		'255.255.255.255',
		'2001:db8::1',
		'::1',
		'::ffff:192.0.2.1',
		'example.com',
		'mail.example.co.uk',
		'xn--mnchen-3ya.example',
		'münchen.example',
	])('%s is a host', (text) => {
		expect(isHost(text)).toBe(true);
	});

	it.each([
		...[
			'',
			'localhost',
			'256.0.2.1',
			'192.0.2',
			'192.0.2.1.5',
			'2001:db8::g',
			':::',
			'1:2:3',
			'example',
			'example.c',
			'-example.com',
			'example-.com',
			'exam ple.com',
		],
		...[
			'https://example.com',
			'example.com/a',
			'example.com:80',
			'192.0.2.1:80',
			'[::1]',
			'ada@example.com',
			`${'a'.repeat(64)}.com`,
			`${'a.'.repeat(127)}com`,
		],
	])('%j is no host', (text) => {
		expect(isHost(text)).toBe(false);
	});

	it.each([
		'https://example.com',
		'HTTP://example.com/a?b=c#d',
		'example.com',
		'example.com/a',
		'https://192.0.2.1:8443/x',
		'https://[2001:db8::1]/x',
		'https://münchen.example/x',
	])('%s is a web address', (text) => {
		expect(isUrl(text)).toBe(true);
	});

	it.each([
		'',
		'https://',
		'example',
		'https://localhost/x',
		'ftp://example.com',
		'javascript:alert(1)',
		'https://exam ple.com',
		'https://example.com/a b',
		'call me',
		'0',
		'4711',
		'http://4711/a.b',
		'4711:80',
		'0x7f000001',
		'http://4711\\a.b',
	])('%j is no web address', (text) => {
		expect(isUrl(text)).toBe(false);
	});

	it.each([
		['192.0.2.100', true],
		['2001:db8::1', true],
		['example.com', false],
		['', false],
	])('whether %j is an IP address: %s', (text, expected) => {
		expect(isIpAddress(text)).toBe(expected);
	});
});

describe('an email address', () => {
	it.each([
		'ada@example.com',
		'ada.lovelace+news@mail.example.co.uk',
		"o'hara_!#$%&*/=?^`{|}~-@example.com",
		'7@example.org',
		'ada@münchen.example',
		'用户@例子.example',
		'ada@xn--mnchen-3ya.example',
		`${'a'.repeat(242)}@example.com`,
	])('%s may be an e-mail address', (text) => {
		expect(isEmailAddress(text)).toBe(true);
	});

	it.each([
		'',
		'ada',
		'ada@',
		'@example.com',
		'ada@example',
		'ada@example.c',
		'ada@@example.com',
		'ada@ben@example.com',
		'ada example@example.com',
		'ada@exam ple.com',
		'ada@.example.com',
		'ada@example..com',
		'ada@-example.com',
		'ada@example-.com',
		'ada@example.com,ben@example.com',
		'ada@example.com; ben@example.com',
		'Ada <ada@example.com>',
		'mailto:ada@example.com',
		'ada@example.com\n',
		'ada@[192.0.2.1]',
		`${'a'.repeat(243)}@example.com`,
	])('%j is no e-mail address', (text) => {
		expect(isEmailAddress(text)).toBe(false);
	});

	it('is told of long texts, too', () => {
		for (const text of [`ada@${'a.'.repeat(50_000)}`, `${'a'.repeat(100_000)}@`, `a@${'a-'.repeat(120)}`])
			expect(isEmailAddress(text)).toBe(false);
	});
});

import {
	isEmailAddress,
	isHost,
	isIpAddress,
	isUrl,
	normalizeEmail,
	normalizeHost,
	normalizeUrl,
	parseUrl,
	trimInvisible,
} from '../../../../nodes/shared/ipqs/formats';

describe('a parsed URL', () => {
	it('is read alike however often it was read before', () => {
		const hosts = new Set<string | undefined>();
		for (let time = 0; time < 20_000; time++) hosts.add(parseUrl('https://münchen.example/x')?.hostname);
		expect([...hosts]).toEqual(['xn--mnchen-3ya.example']);
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
		'x.example.com',
		'249.249.249.249',
		'199.99.9.0',
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
			'::1]/[',
			'x]@[::1',
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
		'example.com/?next=https://example.org',
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
		'https://exa[mple.com',
		'http://example.com:99999',
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
		'ada@x.example.com',
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

describe('an email address to look up', () => {
	it.each([
		['ada@example.com', 'ada@example.com'],
		[' \tada@example.com\u200b\r\n', 'ada@example.com'],
		['\ufeffada@example.com', 'ada@example.com'],
		['mailto:ada@example.com', 'ada@example.com'],
		[' MAILTO:  ada@example.com ', 'ada@example.com'],
		['Ada.Marsh@Example.COM', 'Ada.Marsh@example.com'],
	])('%j is read as %s', (text, email) => {
		expect(normalizeEmail(text)).toBe(email);
	});

	it.each([
		'',
		'mailto:',
		'ada',
		'ada@example',
		'ada\u200b@example.com',
		'ada@exa\u00admple.com',
		'to mailto:ada@example.com',
		'tomailto:ada@example.com',
	])('is not read from %j', (text) => {
		expect(normalizeEmail(text)).toBeUndefined();
	});
});

describe('a URL to look up', () => {
	it.each([
		['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
		[' HTTP://Example.com\u200b', 'HTTP://Example.com'],
		['https://example.com/a b c', 'https://example.com/a%20b%20c'],
		['https://192.0.2.1/x', 'https://192.0.2.1/x'],
		['example.com', 'example.com'],
		['example.com:8443/x', 'example.com:8443/x'],
		['example.com/?next=mailto:ada@example.com', 'example.com/?next=mailto:ada@example.com'],
		['example.com/?next=https://example.org', 'example.com/?next=https://example.org'],
		['münchen.example', 'münchen.example'],
		['192-0-2-1.example/x', '192-0-2-1.example/x'],
	])('%j is read as %s', (text, url) => {
		expect(normalizeUrl(text)).toBe(url);
	});

	it.each([
		...[
			'',
			'example',
			'https://localhost/x',
			'https://exam\tple',
			'https://exa[mple.com',
			'ftp://example.com',
			'javascript:alert(1.5)',
			'mailto:ada@example.com',
		],
		...['custom+scheme:example.com', 'custom.scheme:example.com', 'custom.scheme:/x', 'custom-scheme:example.com', 'h2:example.com'],
		...['192.0.2.1', '192.0.2.1/about', '10.5?a', '10.5#a', '3.14'],
		...['https://ada@example.com', 'https://ada:word@example.com', 'https://:word@example.com', 'ada@example.com'],
	])('is not read from %j', (text) => {
		expect(normalizeUrl(text)).toBeUndefined();
	});

	it('loses only what cannot be seen at its ends', () => {
		expect(trimInvisible('\u200e \n a\u200bb \u0000')).toBe('a\u200bb');
	});
});

describe('the IP address of a visitor', () => {
	it.each([
		...['1.1.1.1', '9.255.255.255', '11.0.0.1', '100.63.0.1', '100.128.0.1', '126.0.0.1', '128.0.0.1', '169.253.0.1', '169.255.0.1'],
		...['172.15.0.1', '172.32.0.1', '192.0.2.1', '192.167.0.1', '192.169.0.1', '198.17.0.1', '198.20.0.1', '223.255.255.255'],
		...['2.0.0.1', '22.4.0.1', '20.10.0.1', '1.10.0.1', '8.127.0.1'],
		...['9.100.64.1', '9.169.254.1', '9.172.16.1', '9.192.168.1', '9.198.18.1', '::1:0:0:1'],
		...['2001:db8::1', '2001:db8:fc00::1', '2606:4700::ffff:1', 'fe70::1', 'fec0::1'],
	])('can be %s', (text) => {
		expect(normalizeHost(text)).toBe(text);
	});

	it.each([
		['2001:DB8:1::1', '2001:db8:1::1'],
		['2001:0db8:0001:0:0:0:0:1', '2001:db8:1::1'],
		['::ffff:8.8.8.8', '8.8.8.8'],
		['::FFFF:C000:201', '192.0.2.1'],
		['0:0:0:0:0:ffff:8.8.8.8', '8.8.8.8'],
		['::ffff:1.0.0.255', '1.0.0.255'],
		['Mail.Example.COM', 'mail.example.com'],
	])('%s is looked up as %s, so that each spelling of it is one lookup', (text, host) => {
		expect(normalizeHost(text)).toBe(host);
	});

	it.each([
		...['0.0.0.0', '10.0.0.1', '100.64.0.1', '100.69.0.1', '100.70.0.1', '100.99.0.1', '100.100.0.1', '100.119.0.1', '100.120.0.1'],
		...['100.127.0.1', '127.0.0.1', '169.254.1.1', '172.16.0.1', '172.19.0.1', '172.20.0.1', '172.31.0.1', '192.168.0.1'],
		...['198.18.0.1', '198.19.0.1', '224.0.0.1', '229.0.0.1', '230.0.0.1', '239.0.0.1', '240.0.0.1', '249.0.0.1', '250.0.0.1'],
		...['255.255.255.255', '::', '::1', '0:0:0:0:0:0:0:1', '::ffff:10.0.0.1', '::ffff:0:8.8.8.8', 'fc00::1', 'fd12:3456::1', 'FD00::1'],
		...['fe80::1', 'fe9f::1', 'fea0::1', 'febf::1', 'ff02::1'],
		...['', 'example', '256.0.0.1', '2001:db8::g'],
	])('cannot be %j', (text) => {
		expect(normalizeHost(text)).toBeUndefined();
	});
});

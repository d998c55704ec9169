import { isHost, isIpAddress, isWebAddress } from '../../../../nodes/shared/ipqs/formats';

it.each(['192.0.2.100', '0.0.0.0', '255.255.255.255', '2001:db8::1', '::1', '::ffff:192.0.2.1', 'example.com', 'mail.example.co.uk', 'xn--mnchen-3ya.example', 'münchen.example'])(
	'%s is a host',
	(text) => {
		expect(isHost(text)).toBe(true);
	},
);

it.each([
	...['', 'localhost', '256.0.2.1', '192.0.2', '192.0.2.1.5', '2001:db8::g', ':::', '1:2:3', 'example', 'example.c', '-example.com', 'example-.com', 'exam ple.com'],
	...['https://example.com', 'example.com/a', 'example.com:80', '192.0.2.1:80', '[::1]', 'ada@example.com', `${'a'.repeat(64)}.com`, `${'a.'.repeat(127)}com`],
])('%j is no host', (text) => {
	expect(isHost(text)).toBe(false);
});

it.each(['https://example.com', 'HTTP://example.com/a?b=c#d', 'example.com', 'example.com/a', 'https://192.0.2.1:8443/x', 'https://[2001:db8::1]/x', 'https://münchen.example/x'])(
	'%s is a web address',
	(text) => {
		expect(isWebAddress(text)).toBe(true);
	},
);

it.each(['', 'https://', 'example', 'https://localhost/x', 'ftp://example.com', 'javascript:alert(1)', 'https://exam ple.com', 'https://example.com/a b', 'call me', '0', '4711', 'http://4711/a.b', '4711:80', '0x7f000001', 'http://4711\\a.b'])('%j is no web address', (text) => {
	expect(isWebAddress(text)).toBe(false);
});

it.each([
	['192.0.2.100', true],
	['2001:db8::1', true],
	['example.com', false],
	['', false],
])('whether %j is an IP address: %s', (text, expected) => {
	expect(isIpAddress(text)).toBe(expected);
});

import { isEmailAddress } from '../../../../nodes/shared/ipqs/email';

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

it('is told at once, however long the text is', () => {
	const started = Date.now();
	for (const text of [`ada@${'a.'.repeat(50_000)}`, `${'a'.repeat(100_000)}@`, `a@${'a-'.repeat(120)}`]) expect(isEmailAddress(text)).toBe(false);
	expect(Date.now() - started).toBeLessThan(500);
});

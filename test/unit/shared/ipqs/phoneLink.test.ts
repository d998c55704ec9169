import { unwrapPhone } from '../../../../nodes/shared/ipqs/phoneLink';

describe('a number in a link or identifier', () => {
	it.each([
		['https://wa.me/12025550123', 'https://wa.me/12025550123'],
		['wa.me/12025550123?text=5', 'wa.me/12025550123'],
		['whatsapp: wa.me/12025550123', 'whatsapp: wa.me/12025550123'],
		['ada:wa.me/12025550123', 'ada:wa.me/12025550123'],
		['https://api.whatsapp.com/send?phone=12025550123&text=1', '12025550123'],
		['whatsapp://send?text=5&phone=12025550123#x', '12025550123'],
		['12025550123@c.us', '12025550123'],
		['+12025550123@s.whatsapp.net', '+12025550123'],
		['12025550123:42@s.whatsapp.net', '12025550123'],
	])('%s, which always has the country code, is %s', (text, number) => {
		expect(unwrapPhone(text)).toEqual({ text: number, fromLink: true });
	});

	it.each([
		['https://t.me/+12025550123', 'https://t.me/+12025550123'],
		['https://example.com/call?number=2025550123', '2025550123'],
		['https://example.com/call?tel=2025550123', '2025550123'],
		['https://example.com/2025550123?x=5', 'https://example.com/2025550123'],
		['sip:+12025550123@example.com', '+12025550123'],
		['sips:+12025550123@example.com;user=phone', '+12025550123'],
		['tel:+12025550123;isub=5', 'tel:+12025550123'],
		['tel:555-0123;phone-context=+1-202', '+1-202555-0123'],
		['tel:555-0123;phone-context=+1-202;ext=4', '+1-202555-0123'],
		['call tel:555-0123;phone-context=+1-202', '+1-202555-0123'],
		['tel:555-0123;phone-context=example.com', 'tel:555-0123'],
		['tel:555-0123;phone-context=+example', 'tel:555-0123'],
		['tel:555-0123;phone-context=a+1', 'tel:555-0123'],
		['tel:555-0123;phone-context=+1a', 'tel:555-0123'],
		['tel:+12025550123;phone-context=+44', 'tel:+12025550123'],
	])('%s is %s', (text, number) => {
		expect(unwrapPhone(text)).toEqual({ text: number, fromLink: false });
	});

	it.each([
		...['2025550123', '202/555/0123', '202-555-0123; 4', 'ada@example.com', '2025550123?phone=5', '1@c.us.example', 'x1@c.us'],
		...['1@c.usx', '1:x@s.whatsapp.net', 'xsip:1@example.com', 'mywa.me/12025550123', 'awa.me/5?x=1', 'wa.me 12025550123'],
	])('%s is none', (text) => {
		expect(unwrapPhone(text)).toEqual({ text, fromLink: false });
	});
});

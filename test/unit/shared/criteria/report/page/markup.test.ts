import { html, joinList, Markup, nameMarkup, shorten } from '../../../../../../nodes/shared/criteria/report/page/markup';

describe('html', () => {
	it('escapes inserted text, also for quoted attributes', () => {
		const text = `<a href='x' title="y">&</a>`;
		expect(html`<p title="${text}">${text}</p>`.text).toBe(
			'<p title="&lt;a href=&#39;x&#39; title=&#34;y&#34;&gt;&amp;&lt;/a&gt;">&lt;a href=&#39;x&#39; title=&#34;y&#34;&gt;&amp;&lt;/a&gt;</p>',
		);
	});

	it('joins lists, keeps markup and leaves out null', () => {
		expect(html`${[html`<b>${1}</b>`, ['&', null]]}${null}${new Markup('<i></i>')}`.text).toBe('<b>1</b>&amp;<i></i>');
	});

	it('removes characters that change the direction of text, and control characters', () => {
		expect(html`${'a\u202eb\u2066c\u0000d\u0007e\ufefff\ud800g\uffff'}`.text).toBe('abcdefg');
	});

	it('keeps the joiners of emoji and Persian', () => {
		expect(html`${'👩‍🚒 می‌خواهم'}`.text).toBe('👩‍🚒 می‌خواهم');
	});

	it('keeps a template on one line', () => {
		// A call, because prettier formats the template itself.
		const parts = Object.assign(['<p>\n\t\ta\n\t</p>'], { raw: [] });
		expect(html(parts).text).toBe('<p> a </p>');
	});
});

describe('a name', () => {
	it('is kept apart from the direction of the text around it', () => {
		expect(nameMarkup('تأمين').text).toBe('<bdi>تأمين</bdi>');
	});

	it('says when it is empty', () => {
		expect([' \u202e ', null].map((name) => nameMarkup(name).text)).toEqual(['<bdi>(empty)</bdi>', '<bdi>(empty)</bdi>']);
	});

	it('is on one line', () => {
		expect(shorten(' a\r\n\t b ')).toBe('a b');
	});

	it('leaves out its middle where it is longer than 60 characters', () => {
		expect(shorten('x'.repeat(60))).toBe('x'.repeat(60));
		expect(shorten(`${'a'.repeat(100)}${'b'.repeat(20)}`)).toBe(`${'a'.repeat(44)}…${'b'.repeat(15)}`);
		expect(shorten(`${'a'.repeat(1_000_000)}z`)).toBe(`${'a'.repeat(44)}…${'a'.repeat(14)}z`);
	});

	it('is cut between characters, never within one', () => {
		expect(shorten('🏡'.repeat(61))).toBe(`${'🏡'.repeat(44)}…${'🏡'.repeat(15)}`);
	});
});

describe('a list', () => {
	it.each([
		[[], ''],
		[['a'], 'a'],
		[['a', 'b'], 'a and b'],
		[['a', 'b', 'c'], 'a, b and c'],
	])('of %j reads %p', (parts, text) => {
		expect(html`${joinList(parts)}`.text).toBe(text);
	});
});

import { parseUrl } from '../../../../nodes/shared/ipqs/url';

it('is read alike however often it was read before', () => {
	for (let time = 0; time < 20_000; time++) expect(parseUrl('https://münchen.example/x')?.hostname).toBe('xn--mnchen-3ya.example');
});

it.each(['', 'example.com', 'https://', 'http://[::g]/'])('is none where the text is none: %j', (text) => {
	expect(parseUrl(text)).toBeUndefined();
});

import { readTail } from '../../../../nodes/shared/ipqs/phoneTail';

/** What is behind a number: whether its words are known, or what is wrong. */
const read = (text: string, isComplete = true): string => {
	const tail = readTail(text, isComplete);
	return tail.kind === 'words' ? (tail.areKnown ? 'known' : 'unknown') : tail.cause;
};

const SEVERAL = 'it contains more than one number';
const LETTERS = 'it has letters that spell no number';
const CHARACTERS = 'it has characters that belong to no phone number';

describe('text behind the digits of a number', () => {
	it.each([
		...['', ' ', '.', ' (cell)', ' home', ' ext', ' ext 4', ' ext. 123456789', ' #4', '#123456789', ',,123456789', ',123456', ';123456'],
		...[', home', ' x4/x5', ' home ext 4', ' ext no 4', ' #4 home', '+'],
	])('has known words and extensions: %j', (text) => {
		expect(read(text)).toBe('known');
	});

	it.each([' (ask for ada)', ', ada', ' ext 4 ada', ' - ada'])('has other words: %j', (text) => {
		expect(read(text)).toBe('unknown');
	});

	it.each([
		['ada', LETTERS],
		['a1', LETTERS],
		[' ext 1234567890', SEVERAL],
		[' 4', CHARACTERS],
		[' home 4', LETTERS],
		['#4 4', CHARACTERS],
		['+4', CHARACTERS],
		[',1234567', SEVERAL],
		[', 5550123', SEVERAL],
		[',, 5550123 home 5', SEVERAL],
		[' or 5550123', SEVERAL],
		[' home 555012', LETTERS],
		['or 5550123', LETTERS],
		[';1234567', SEVERAL],
		['@example.com', CHARACTERS],
		[' x@example.com', CHARACTERS],
	])('is wrong where it is %j', (text, cause) => {
		expect(read(text)).toBe(cause);
	});

	it.each(['#4', ',,4', ',4', ';4'])('has no extension by its sign behind digits that are no number: %j', (text) => {
		expect(read(text, false)).toBe(CHARACTERS);
		expect(read(` ext${text}`, false)).toBe('known');
	});
});

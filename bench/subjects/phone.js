/** Reads phone numbers without n8n: the reader of the nodes beside libphonenumber. */
const { join } = require('node:path');
const { PhoneNumberUtil } = require('google-libphonenumber');
const { stopwatch } = require('../stopwatch');

const IPQS = join(__dirname, '..', '..', 'dist', 'nodes', 'shared', 'ipqs');

/** Fictional numbers, +1 NPA 555 01nn, in ten digits. */
const numberOf = (index) => `${200 + (Math.floor(index / 100) % 700)}55501${String(index % 100).padStart(2, '0')}`;

const usForm = (digits) => `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;

/** How leads write them, by the source they come from. */
const FORMS = {
	plus: [(digits) => `+1${digits}`],
	us: [usForm],
	leads: [
		(digits) => `+1${digits}`,
		(digits) => digits,
		usForm,
		(digits) => `p:+1${digits}`,
		(digits) => `'+1 ${usForm(digits)}`,
		(digits) => `1${digits}.0`,
		(digits) => `${usForm(digits)} ext 4`,
		(digits) => `Mobile: +1-${digits.slice(0, 3)}-${digits.slice(3)}`,
		(digits) => `\u202A+1\u00A0${usForm(digits)}\u202C`,
		(_digits, index) => `+44 7700 900${String(index % 1000).padStart(3, '0')}`,
	],
	unreadable: [
		(digits) => `+1${digits} / +1${digits.slice(0, 9)}${(Number(digits[9]) + 1) % 10}`,
		(digits) => `${digits.slice(0, 9)}O`,
		(digits) => `1.${digits.slice(0, 5)}E+10`,
		() => 'n/a',
	],
};

const SUBJECTS = {
	nodes({ countries }) {
		const { readPhone } = require(join(IPQS, 'phone'));
		return (text) => readPhone(text, countries).kind === 'number';
	},
	libphonenumber({ countries: [country] }) {
		const libphonenumber = PhoneNumberUtil.getInstance();
		return (text) => {
			try {
				return libphonenumber.isPossibleNumber(libphonenumber.parse(text, country));
			} catch {
				return false;
			}
		};
	},
};

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** What the middle one of several passes over the numbers costs, once the code is warm. */
function measure({ subject, form, countries = ['US'], leads, passes = 5 }) {
	const read = SUBJECTS[subject]({ countries });
	const writers = FORMS[form];
	const texts = Array.from({ length: leads }, (_, index) => writers[index % writers.length](numberOf(index), index));
	const pass = () => {
		globalThis.gc();
		const spent = stopwatch();
		const numbers = texts.filter(read).length;
		return { milliseconds: spent(), numbers };
	};
	const [warm, ...measured] = Array.from({ length: passes + 1 }, pass);
	return { numbers: warm.numbers, milliseconds: median(measured.map(({ milliseconds }) => milliseconds)) };
}

module.exports = { measure };

import { PhoneNumberFormat, PhoneNumberUtil, type PhoneNumber } from 'google-libphonenumber';

/** What its types leave out. */
type Libphonenumber = PhoneNumberUtil & {
	getSupportedGlobalNetworkCallingCodes(): number[];
	getExampleNumberForNonGeoEntity(callingCode: number): PhoneNumber;
};

const libphonenumber = PhoneNumberUtil.getInstance() as Libphonenumber;

const POSSIBLE = PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
const TYPES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** ITU-T E.164 allows fewer digits than some plans. */
const MAX_DIGITS = 15;

const formatted = (number: PhoneNumber, format: PhoneNumberFormat): string => libphonenumber.format(number, format);
const digitsOf = (number: PhoneNumber): string => formatted(number, PhoneNumberFormat.E164).slice(1);

/** The number with its country code that libphonenumber reads, or why it reads none that is possible. */
export function readByLibphonenumber(text: string, region?: string): string {
	try {
		const number = libphonenumber.parse(text, region);
		const isPossible = libphonenumber.isPossibleNumberWithReason(number) === POSSIBLE && digitsOf(number).length <= MAX_DIGITS;
		return isPossible ? digitsOf(number) : 'not possible';
	} catch {
		return 'not read';
	}
}

export interface ExampleNumber {
	/** Empty for calling codes of no country. */
	readonly region: string;
	/** With its country code. */
	readonly digits: string;
	readonly international: string;
	readonly national: string;
	/** Without country code and prefix. */
	readonly significant: string;
	readonly link: string;
	/** As it is dialled in the US. */
	readonly fromUs: string;
}

const toExample = (region: string, number: PhoneNumber): ExampleNumber => ({
	region,
	digits: digitsOf(number),
	international: formatted(number, PhoneNumberFormat.INTERNATIONAL),
	national: formatted(number, PhoneNumberFormat.NATIONAL),
	significant: libphonenumber.getNationalSignificantNumber(number),
	link: formatted(number, PhoneNumberFormat.RFC3966),
	fromUs: libphonenumber.formatOutOfCountryCallingNumber(number, 'US'),
});

export const REGIONS: readonly string[] = libphonenumber.getSupportedRegions();

function examplesOf(region: string): ExampleNumber[] {
	const examples = TYPES.flatMap((type) => {
		try {
			return [libphonenumber.getExampleNumberForType(region, type)].filter((number) => number).map((number) => toExample(region, number));
		} catch {
			return [];
		}
	});
	return [...new Map(examples.map((example) => [example.digits, example])).values()];
}

/** libphonenumber's example numbers of every region and type, and of calling codes that belong to no country. */
export const EXAMPLE_NUMBERS: readonly ExampleNumber[] = [
	...REGIONS.flatMap(examplesOf),
	...libphonenumber
		.getSupportedGlobalNetworkCallingCodes()
		.map((callingCode) => toExample('', libphonenumber.getExampleNumberForNonGeoEntity(callingCode))),
];

/** What IPQS knows about a value: what a lead with it may lead to. */
export type Truth = 'clean' | 'bad' | 'invalid';

/** From the last digit of a number, or of the name in front of the @ of an email address. */
export function truthOf(value: string): Truth {
	const digit = Number(/\d(?=@|$)/.exec(value)?.[0] ?? 0);
	if (digit < 6) return 'clean';
	return digit < 8 ? 'bad' : 'invalid';
}

/** The body of a result, with an ID of its own. */
export function answerTo(kind: 'phone' | 'email', value: string, requestId: string): string {
	const truth = truthOf(value);
	if (kind === 'email') {
		return JSON.stringify({
			success: true,
			message: 'Success.',
			valid: truth !== 'invalid',
			disposable: false,
			fraud_score: truth === 'bad' ? 100 : 0,
			recent_abuse: false,
			sanitized_email: value,
			request_id: requestId,
		});
	}
	if (truth === 'invalid' && value.endsWith('9')) {
		return JSON.stringify({
			success: false,
			message: 'Please enter a valid phone number, this phone number is invalid.',
			request_id: requestId,
		});
	}
	return JSON.stringify({
		message: truth === 'invalid' ? 'Phone number is invalid.' : 'Phone is valid.',
		success: true,
		formatted: `+${value}`,
		valid: truth !== 'invalid',
		fraud_score: truth === 'bad' ? 100 : 0,
		recent_abuse: false,
		VOIP: false,
		prepaid: false,
		risky: false,
		active: truth !== 'invalid',
		carrier: 'Example Wireless',
		line_type: 'Wireless',
		country: 'US',
		city: 'N/A',
		region: 'N/A',
		active_status: 'N/A',
		user_activity: 'Enterprise L4+ required.',
		leaked: false,
		spammer: false,
		request_id: requestId,
		do_not_call: false,
		tcpa_blacklist: false,
	});
}

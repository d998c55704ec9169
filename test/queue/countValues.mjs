/** Each different value with how often it occurs, as text. */
export const countValues = (values) => {
	const counts = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return Object.entries(counts)
		.map(([value, count]) => `${count} × ${value}`)
		.join(', ');
};

/** The text of `nodes/shared/ipqs/numberingPlans.ts` for the libphonenumber that is installed. */
export function numberingPlansModule(): string;

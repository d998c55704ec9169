import { POLICY_LABEL } from '../../shared/policyNode/policyLabelExpression';

/** The label of the policy, with the mode if it is Monitor. */
export const SUBTITLE = `={{ ${POLICY_LABEL} + ($parameter["mode"] === "monitor" ? " (Monitor)" : "") }}`;

import { PRESETS } from '../../shared/criteria/presets';

const LABELS = JSON.stringify(Object.fromEntries(PRESETS.map(({ name, label }) => [name, label])));

/** The policy in words: the preset's label, or where the policy comes from, and whether it is only monitored. */
export const SUBTITLE =
	`={{ ({ rules: "Rules", json: "Policy JSON" }[$parameter["policySource"]] ?? ${LABELS}[$parameter["preset"]])` +
	' + ($parameter["mode"] === "monitor" ? " (Monitor)" : "") }}';

import { PRESETS } from '../../shared/criteria/presets';

const LABELS = JSON.stringify(Object.fromEntries(PRESETS.map(({ name, label }) => [name, label])));

/** The label of the preset, or "Rules" or "Policy JSON", with the mode if it is Monitor. */
export const SUBTITLE =
	`={{ ({ rules: "Rules", json: "Policy JSON" }[$parameter["policySource"]] ?? ${LABELS}[$parameter["preset"]])` +
	' + ($parameter["mode"] === "monitor" ? " (Monitor)" : "") }}';

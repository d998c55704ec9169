import { PRESETS } from '../criteria/presets';

const LABELS = JSON.stringify(Object.fromEntries(PRESETS.map(({ name, label }) => [name, label])));

/** For subtitles, an expression without braces: the label of the preset, or "Rules" or "Policy JSON". */
export const POLICY_LABEL = `({ rules: "Rules", json: "Policy JSON" }[$parameter["policySource"]] ?? ${LABELS}[$parameter["preset"]])`;

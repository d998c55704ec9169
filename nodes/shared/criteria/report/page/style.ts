/**
 * Styles of the page. Accept, QA and Reject differ in lightness as well as in hue, so that they stay apart for color-blind people
 * and in gray print.
 */
export const STYLE = `
:root {
	color-scheme: light dark;
	--page: #ffffff; --ink: #181b1f; --muted: #59616a; --rule: #dde1e6; --soft: #f3f5f7;
	--accept: #1f9d7a; --qa: #d99100; --reject: #9f2b36; --line: #2563a8; --plain: #8a94a0;
}
@media screen and (prefers-color-scheme: dark) {
	:root {
		--page: #14171b; --ink: #e8ebee; --muted: #a3acb5; --rule: #30363d; --soft: #1d2126;
		--accept: #4cc2a0; --qa: #f3cf7a; --reject: #d8574f; --line: #7db4f0; --plain: #737d88;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	margin: 0 auto; max-width: 60rem; padding: 3rem 1.5rem 4rem; background: var(--page); color: var(--ink);
	font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
	overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -0.015em; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1rem; margin-top: 2rem; }
p { margin: 0.5rem 0 0; max-width: 44rem; }
.kicker, .note, .muted, small, figcaption, .axis-title, footer, dt { color: var(--muted); }
.kicker { margin: 0 0 0.5rem; font-size: 0.875rem; }
.summary { margin-top: 1.25rem; font-size: 1.3rem; line-height: 1.5; text-wrap: pretty; }
.note, footer { font-size: 0.875rem; }
a { color: inherit; text-underline-offset: 0.2em; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
dl { margin: 2rem 0 0; border-top: 1px solid var(--rule); }
dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--rule); }
dt { font-size: 0.875rem; line-height: 1.5rem; }
dd { margin: 0; }
section { margin-top: 3.5rem; }
ul { margin: 0.75rem 0 0; padding-left: 1.2rem; max-width: 44rem; }
li { margin-top: 0.4rem; }
li::marker { color: var(--muted); }

table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.6rem 0 0.6rem 1rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; text-align: left; }
thead th, thead td { padding-top: 0; color: var(--muted); font-size: 0.875rem; font-weight: 400; vertical-align: bottom; }
thead th { white-space: nowrap; overflow-wrap: normal; }
tbody th { width: 58%; font-weight: 500; }
td { white-space: nowrap; }
td small { display: inline-block; min-width: 2.9em; }
small { font-size: 0.875rem; font-weight: 400; }
.tag { padding: 0 0.4em; border: 1px solid var(--rule); border-radius: 0.6em; font-size: 0.75rem; }

.key { display: inline-block; width: 0.65em; height: 0.65em; margin-right: 0.4em; border-radius: 2px; }
.key.accept { background: var(--accept); } .key.qa { background: var(--qa); } .key.reject { background: var(--reject); }
rect.accept { fill: var(--accept); } rect.qa { fill: var(--qa); } rect.reject { fill: var(--reject); } rect.plain { fill: var(--plain); }
.bar { display: block; width: 100%; height: 0.8rem; margin-top: 0.4rem; border-radius: 2px; overflow: hidden; background: var(--soft); }
.bar rect { stroke: var(--page); stroke-width: 1px; }
.bar.thin { height: 0.4rem; }
.axis { stroke: var(--ink); stroke-width: 1px; }
.causes { margin-top: 0.15rem; color: var(--muted); font-size: 0.875rem; font-weight: 400; }
.cause { margin-right: 1em; }
.cause b { font-weight: 500; color: var(--ink); }

figure { margin: 1.5rem 0 0; }
figcaption { font-size: 0.875rem; }
.linekey { margin-right: 1.5rem; white-space: nowrap; }
.linekey > svg { width: 2rem; height: 0.8rem; margin-right: 0.5rem; vertical-align: -0.05rem; }
svg { overflow: visible; }
.chart { display: block; width: 100%; height: 17rem; margin-top: 1rem; }
.chart text { fill: var(--muted); font-size: 0.8rem; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); }
line.recall, line.precision { stroke-width: 2px; }
line.recall { stroke: var(--line); } line.precision { stroke: var(--ink); stroke-dasharray: 5 4; }
circle.recall { fill: var(--line); } rect.precision { fill: var(--ink); }
.axis-title { margin: 0.25rem 0 0; max-width: none; font-size: 0.875rem; text-align: center; }
/* A shadow at the right edge shows that a table goes on. */
.scroll {
	overflow-x: auto;
	background: linear-gradient(to left, var(--page) 1rem, transparent) right / 2rem 100% no-repeat local,
		linear-gradient(to left, var(--plain), transparent) right / 0.5rem 100% no-repeat scroll;
}
.scroll:focus-visible { outline: 2px solid var(--line); outline-offset: 4px; }
.moves tbody th { width: auto; }
.wide tbody th { width: auto; min-width: 8rem; }
.wide tr > :nth-child(4), .wide tr > :nth-child(7) { padding-left: 1.75rem; }
.wide thead tr:first-child > * { padding-bottom: 0; border-bottom: 0; color: var(--ink); }
.wide thead tr:first-child th { padding-left: 1.75rem; text-align: left; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); }

@media (max-width: 40rem) {
	body { padding: 1.75rem 1rem 3rem; }
	h1 { font-size: 1.6rem; }
	.summary { font-size: 1.15rem; }
	section { margin-top: 2.75rem; }
	dl div { grid-template-columns: 1fr; gap: 0; }
	th, td { padding-left: 0.6rem; }
	thead th { white-space: normal; }
	thead .key { display: block; margin: 0 0 0.25em auto; }
	tbody th { width: 42%; }
	td small { display: block; min-width: 0; }
	.chart { height: 14rem; }
}
@media print {
	@page { margin: 16mm; }
	html { font-size: 10pt; }
	body { max-width: none; padding: 0; }
	p, ul { max-width: none; }
	section { margin-top: 2.5rem; }
	.scroll { overflow: visible; background: none; }
	h2, h3, thead, section > p:not(.note) { break-after: avoid; }
	.note, tbody tr:first-child { break-before: avoid; }
	tr, figure, .short, dl div, li { break-inside: avoid; }
	p { break-inside: avoid; }
}
`;

import { html, type Insertable, type Markup } from './markup';

export const section = (id: string, title: string, content: Insertable): Markup =>
	html`<section aria-labelledby="${id}">
		<h2 id="${id}">${title}</h2>
		${content}
	</section>`;

export const paragraph = (content: Insertable): Markup => html`<p>${content}</p>`;

/** A remark under a table or chart. */
export const note = (content: Insertable): Markup => html`<p class="note">${content}</p>`;

/** Longest table that print keeps on one page. */
const SHORT = 12;

/** A table whose first column, and only that, is text; each row starts with a row heading. */
export const table = (caption: string, columns: readonly Insertable[], rows: readonly Markup[], className = ''): Markup =>
	html`<table class="${rows.length > SHORT ? '' : 'short '}${className}">
		<caption>
			${caption}
		</caption>
		<thead>
			<tr>
				${columns.map((label) => html`<th scope="col">${label}</th>`)}
			</tr>
		</thead>
		<tbody>
			${rows}
		</tbody>
	</table>`;

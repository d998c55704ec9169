import { Editor } from './support/editor';
import { eventually } from './support/eventually';

const TRIGGER = 'When clicking ‘Execute workflow’';
const LOOKUP = 'IPQS Phone Validation';
const CRITERIA = 'IPQS Criteria';

/** What the sandbox makes of them: clean, VOIP with score 60, score 85, not a valid number. */
const LEADS = ['00', '10', '21', '30'].map((last) => ({ phone: `+1 201 555 01${last}` }));

let editor: Editor;

const found = async () => await editor.found();
const marks = async () => await editor.marks();
const outputs = async () => await editor.outputs();

beforeAll(async () => {
	editor = await Editor.open();
	await editor.signIn();
	await editor.newWorkflow('Trigger manually');
	await editor.openNode(TRIGGER);
	await editor.setMockData(LEADS);
	await editor.closeNode();
});
afterAll(async () => await editor.close());

describe('a person who builds a workflow in the editor', () => {
	it('finds the lookup by what it is for', async () => {
		await editor.search('phone fraud');
		await eventually(found, [LOOKUP]);
	});

	it('is told what a lookup still needs', async () => {
		await editor.add(LOOKUP);
		await editor.closeNode();
		await eventually(marks, ['node-issues']);
	});

	it('drags the phone number onto the lookup, and nothing is missing any more', async () => {
		await editor.openNode(LOOKUP);
		await editor.pick('authentication', 'Sandbox (No Account Needed)');
		await editor.map('phone', 'phone');
		await eventually(marks, []);
		await editor.closeNode();
		await eventually(marks, []);
	});

	it('adds the decision behind it, runs, and finds the leads at Accept, QA and Reject', async () => {
		await editor.search('reject leads');
		await editor.add(CRITERIA);
		await editor.closeNode();
		await editor.execute();
		await eventually(marks, []);
		await eventually(async () => await editor.labels(CRITERIA), ['Accept 1 item', 'QA 1 item', 'Reject 2 items']);
		await editor.openNode(CRITERIA);
		await eventually(outputs, ['Accept Branch (1 item)', 'QA Branch (1 item)', 'Reject Branch (2 items)']);
	});

	it('builds a rule from menus, and sees it carried out', async () => {
		await editor.pick('policySource', 'Rules');
		await eventually(marks, []);
		await editor.press('Add Rule');
		await editor.press('Add Condition');
		await editor.pick('field', 'Fraud Score');
		await editor.pick('numberOperator', 'Is at or Above');
		await editor.type('numberValue', '60');
		await editor.pick('action', 'Reject');
		await editor.closeNode();
		await editor.execute();
		await editor.openNode(CRITERIA);
		await eventually(outputs, ['Accept Branch (2 items)', 'QA Branch', 'Reject Branch (2 items)']);
		await eventually(marks, []);
	});

	it('changes the field, gets operators that fit it, and sees the number of which IPQS knows nothing at QA beside the VOIP one', async () => {
		await editor.pick('field', 'VOIP');
		await editor.pick('booleanOperator', 'Is True');
		await editor.pick('action', 'QA');
		await editor.closeNode();
		await editor.execute();
		await editor.openNode(CRITERIA);
		await eventually(outputs, ['Accept Branch (2 items)', 'QA Branch (2 items)', 'Reject Branch']);
		await eventually(marks, []);
	});

	it('meets nothing that the browser complains about', () => {
		expect(editor.complaints).toEqual([]);
	});
});

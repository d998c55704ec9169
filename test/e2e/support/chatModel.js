const { createServer } = require('node:http');

const MODEL = 'scripted';

async function readBody(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** How each of OpenAI's two interfaces puts what tools answered, a tool call and a text. */
const INTERFACES = {
	'/v1/chat/completions': {
		answers: ({ messages }) => messages.filter(({ role }) => role === 'tool').map(({ content }) => content),
		tools: ({ tools = [] }) => tools.map((tool) => tool.function),
		call: (id, name, args) =>
			completion('tool_calls', { content: null, tool_calls: [{ id, type: 'function', function: { name, arguments: args } }] }),
		text: (id, content) => completion('stop', { content }),
	},
	'/v1/responses': {
		answers: ({ input }) => input.filter(({ type }) => type === 'function_call_output').map(({ output }) => output),
		tools: ({ tools = [] }) => tools,
		call: (id, name, args) => response({ type: 'function_call', id: `fc_${id}`, call_id: id, name, arguments: args, status: 'completed' }),
		text: (id, text) =>
			response({
				type: 'message',
				id: `msg_${id}`,
				role: 'assistant',
				status: 'completed',
				content: [{ type: 'output_text', text, annotations: [] }],
			}),
	},
};

const completion = (reason, message) => ({
	id: 'scripted',
	object: 'chat.completion',
	created: 0,
	model: MODEL,
	choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: reason }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

const response = (item) => ({
	id: 'scripted',
	object: 'response',
	created_at: 0,
	model: MODEL,
	status: 'completed',
	output: [item],
	usage: {
		input_tokens: 1,
		input_tokens_details: { cached_tokens: 0 },
		output_tokens: 1,
		output_tokens_details: { reasoning_tokens: 0 },
		total_tokens: 2,
	},
});

async function startChatModel(turns) {
	const offered = [];
	const server = createServer(async (request, answer) => {
		const send = (status, body) => answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		const spoken = INTERFACES[request.url];
		const body = await readBody(request);
		const turn = turns[offered.length];
		if (spoken === undefined || turn === undefined || body.stream)
			return send(400, { error: { message: `No turn is scripted for ${request.url}` } });
		offered.push(Object.fromEntries(spoken.tools(body).map(({ name, parameters }) => [name, parameters.properties])));
		const id = `turn_${offered.length}`;
		const answers = spoken.answers(body);
		return send(200, turn.say ? spoken.text(id, turn.say(answers)) : spoken.call(id, turn.call, JSON.stringify(turn.args(answers))));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/v1`,
		offered,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { startChatModel };

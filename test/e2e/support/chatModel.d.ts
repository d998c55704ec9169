/** What the model answers to one request, made of what the tools have answered so far: a call of a tool, or a text. */
export type Turn = { call: string; args: (answers: string[]) => object } | { say: (answers: string[]) => string };

export interface ChatModel {
	/** To be used as the model's Base URL. */
	url: string;
	/** The tools offered with each request: by name, the parameters the model may give. */
	offered: Array<Record<string, Record<string, unknown>>>;
	close(): Promise<void>;
}

/** A scripted chat model that speaks OpenAI's Chat Completions and Responses. */
export function startChatModel(turns: Turn[]): Promise<ChatModel>;

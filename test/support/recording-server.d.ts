export interface RecordedRequest {
	readonly method: string;
	/** As it was sent: the path, or the whole URL if the server was used as a proxy. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

export interface RecordingServer {
	readonly url: string;
	readonly port: number;
	readonly requests: RecordedRequest[];
	/** The certificate with which it decrypts what it is asked to forward. */
	readonly certificate: string;
	close(): Promise<void>;
}

export function startRecordingServer(): Promise<RecordingServer>;

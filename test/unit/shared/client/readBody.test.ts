import { readBody } from '../../../../nodes/shared/client/readBody';
import { byteStream, silentStream } from '../../../support/byteStream';
import { idle } from '../../../support/idle';

const MEGABYTE = 1_000_000;

describe('a body that n8n has read', () => {
	it.each<[string, unknown, string]>([
		['text', '{"success":true}', '{"success":true}'],
		['an object', { success: true }, '{"success":true}'],
		['missing', undefined, ''],
		['null', null, ''],
		['a number', 7, '7'],
		['an object that can be iterated over', { *[Symbol.iterator]() {} }, '{}'],
	])('is its text: %s', async (_what, body, text) => {
		expect(await readBody(body)).toBe(text);
	});

	it('is not used when it is too large', async () => {
		expect(await readBody('x'.repeat(2 * MEGABYTE))).toHaveLength(2 * MEGABYTE);
		expect(await readBody('x'.repeat(2 * MEGABYTE + 1))).toBeUndefined();
	});
});

describe('a stream', () => {
	it('is read to its end and closed', async () => {
		const stream = byteStream(['{"success"', ':true}']);
		expect(await readBody(stream)).toBe('{"success":true}');
		expect(stream.destroyed).toBe(true);
	});

	it('is UTF-8, also where a character is split, and without its byte order mark', async () => {
		const bytes = new TextEncoder().encode('\uFEFF{"carrier":"Télé 📞"}');
		expect(await readBody(byteStream([...bytes].map((byte) => new Uint8Array([byte]))))).toBe('{"carrier":"Télé 📞"}');
	});

	it('that is no UTF-8 is read all the same', async () => {
		expect(await readBody(byteStream([new Uint8Array([0x61, 0xff, 0x62])]))).toBe('a\uFFFDb');
	});

	it('may bring text', async () => {
		const stream = silentStream() as ReturnType<typeof silentStream> & { setEncoding(encoding: string): void };
		stream.setEncoding('utf8');
		stream.push('é');
		stream.push(null);
		expect(await readBody(stream)).toBe('é');
	});

	it('is read up to 2 MB', async () => {
		expect(await readBody(byteStream(['x'.repeat(MEGABYTE), 'x'.repeat(MEGABYTE)]))).toHaveLength(2 * MEGABYTE);
	});

	it('is not read on beyond 2 MB, and closed', async () => {
		let chunks = 0;
		const endless = byteStream(
			(async function* () {
				for (;;) {
					chunks++;
					yield new Uint8Array(100_000);
				}
			})(),
		);
		expect(await readBody(endless)).toBeUndefined();
		expect(endless.destroyed).toBe(true);
		await idle();
		expect(chunks).toBeLessThan(30);
	});

	it('counts bytes, not characters', async () => {
		expect(await readBody(byteStream(['é'.repeat(MEGABYTE), '.']))).toBeUndefined();
	});

	it('that fails throws what it failed with', async () => {
		const stream = byteStream(
			(async function* () {
				yield '{"success":';
				throw new Error('aborted');
			})(),
		);
		await expect(readBody(stream)).rejects.toThrow('aborted');
		expect(stream.destroyed).toBe(true);
	});

	it('that is closed before its end throws', async () => {
		const stream = silentStream();
		stream.push('{"success":true}');
		const reading = readBody(stream);
		await idle();
		stream.destroy();
		await expect(reading).rejects.toThrow();
	});

	it.each(['before it is read', 'while it is read'])('is closed by the signal %s', async (when) => {
		const stream = silentStream();
		const controller = new AbortController();
		if (when === 'before it is read') controller.abort();
		const reading = expect(readBody(stream, controller.signal)).rejects.toThrow();
		await idle();
		controller.abort();
		await reading;
		expect(stream.destroyed).toBe(true);
	});

	it('leaves no listener on the signal', async () => {
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		await readBody(byteStream(['{}']), signal);
		expect(removed.mock.calls).toEqual(added.mock.calls);
	});
});

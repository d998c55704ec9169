import { editor } from './start.mjs';

export default async function stop() {
	await editor?.stop();
}

const { Readable } = require('node:stream');

/** A stream as n8n's HTTP helper gives it, of these chunks. */
exports.byteStream = (chunks) => Readable.from(chunks, { objectMode: false });

/** A stream that never ends and sends nothing but what it is given. */
exports.silentStream = () => new Readable({ read() {} });

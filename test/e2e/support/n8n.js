module.exports = { n8n: globalThis.n8n };

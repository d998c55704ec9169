const fc = require('fast-check');

/** The seed of every property test, so that a failure comes from a change and not from chance. */
const DEFAULT_SEED = 20_261_126;

const { PROPERTY_SEED: seed } = process.env;
fc.configureGlobal({ seed: seed === 'random' ? Date.now() % 2 ** 31 : Number(seed ?? DEFAULT_SEED) });

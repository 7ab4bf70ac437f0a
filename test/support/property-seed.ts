import * as fc from 'fast-check';

/**
 * Properties are tried on the same samples every time, so that a red run is the change's doing. `FC_SEED=random` (or a number)
 * goes looking for new ones: what it finds becomes an example of its own.
 */
const wanted = process.env['FC_SEED'] ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });

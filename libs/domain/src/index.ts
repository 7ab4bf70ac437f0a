export * from './brand';
export * from './fingerprint';
export * from './invariant';
export * from './money';
export * from './owner-group';
export * from './result';
export * from './round';
export * from './round-order';

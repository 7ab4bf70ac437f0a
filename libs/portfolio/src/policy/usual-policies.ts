import type { Policy } from './policy-model';

const alike = { early: 1, shared: 1, implementation: 1 };
const mixed = { region: 1, municipal: 1, other: 1 };
const usual = (id: string, change: Partial<Policy> = {}): Policy => ({
  ...{ id, name: null, use: alike, run: mixed, grants: 20 },
  ...change,
});

/** The choices the report puts to the region (5.2.8, 5.3.8), one at a time against an even mix. `libs/wording` has their names. */
export const usualPolicies: readonly Policy[] = [
  usual('even'),
  usual('thin', { grants: 40 }),
  usual('concentrated', { grants: 6 }),
  usual('early', { use: { early: 6, shared: 2, implementation: 2 } }),
  usual('shared', { use: { early: 2, shared: 6, implementation: 2 } }),
  usual('implementation', { use: { early: 2, shared: 2, implementation: 6 } }),
  usual('own', { run: { region: 8, municipal: 1, other: 1 } }),
  usual('municipal', { run: { region: 1, municipal: 8, other: 1 } }),
];

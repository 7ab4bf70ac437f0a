import type { Policy } from './policy-model';

const alike = { early: 1, shared: 1, implementation: 1 };
const mixed = { region: 1, municipal: 1, other: 1 };

/** The choices the report puts to the region (5.2.8, 5.3.8), one at a time against an even mix. */
export const usualPolicies: readonly Policy[] = [
  { id: 'even', name: 'Even mix', use: alike, run: mixed, grants: 20 },
  { id: 'thin', name: 'Even mix, spread thin', use: alike, run: mixed, grants: 40 },
  { id: 'concentrated', name: 'Even mix, concentrated', use: alike, run: mixed, grants: 6 },
  { id: 'early', name: 'Early phases first', use: { early: 6, shared: 2, implementation: 2 }, run: mixed, grants: 20 },
  {
    id: 'shared',
    name: 'Shared capacity first',
    use: { early: 2, shared: 6, implementation: 2 },
    run: mixed,
    grants: 20,
  },
  {
    id: 'implementation',
    name: 'Implementation first',
    use: { early: 2, shared: 2, implementation: 6 },
    run: mixed,
    grants: 20,
  },
  { id: 'own', name: 'Mostly run by the region', use: alike, run: { region: 8, municipal: 1, other: 1 }, grants: 20 },
  {
    id: 'municipal',
    name: 'Mostly run by municipalities',
    use: alike,
    run: { region: 1, municipal: 8, other: 1 },
    grants: 20,
  },
];

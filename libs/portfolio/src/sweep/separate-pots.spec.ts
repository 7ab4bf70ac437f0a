import * as fc from 'fast-check';
import { solveExactly } from '../solver/exact/solve-exactly';
import type { MipModel } from '../solver/mip-solver';
import { separatePots } from './separate-pots';

type Entries = readonly (readonly [number, number])[];
interface Row {
  readonly entries: Entries;
  readonly upper: number;
}

function modelOf(values: readonly number[], rows: readonly Row[], fixed: readonly number[]): MipModel {
  const n = values.length;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ entries }, i) => (starts[i + 1] = (starts[i] as number) + entries.length));
  const flat = rows.flatMap(({ entries }) => entries);
  return {
    columns: n,
    rows: rows.length,
    objective: Float64Array.from(values),
    lower: Float64Array.from(values, (_, j) => (fixed.includes(j) ? 1 : 0)),
    upper: new Float64Array(n).fill(1),
    integer: new Uint8Array(n).fill(1),
    rowLower: new Float64Array(rows.length).fill(-Infinity),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    indices: Int32Array.from(flat, ([j]) => j),
    coefficients: Float64Array.from(flat, ([, a]) => a),
  };
}

const project = fc.record({
  value: fc.integer({ min: -2, max: 30 }),
  cost: fc.integer({ min: 0, max: 20 }),
  home: fc.constantFrom(0, 1, 2),
});
const cases = fc.record({
  projects: fc.array(project, { minLength: 1, maxLength: 12 }),
  together: fc.integer({ min: 0, max: 120 }),
  /** Pairs within one home that exclude each other, and a project that must be taken. */
  pairs: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 2 }),
  must: fc.option(fc.nat(11)),
});

describe('pots taken apart', () => {
  it('agree with the whole at every division, with exclusions within a pot and a project that must be taken', () => {
    let apart = 0;
    fc.assert(
      fc.property(cases, ({ projects, together, pairs, must }) => {
        const pot = (home: number): Entries =>
          projects.flatMap(({ cost, home: own }, j) => (own === home && cost > 0 ? [[j, cost] as const] : []));
        const within = pairs.filter(
          ([a, b]) => a < b && b < projects.length && projects[a]?.home === projects[b]?.home,
        );
        const rows = (first: number): Row[] => [
          { entries: [...pot(0), ...pot(1)].sort(([a], [b]) => a - b), upper: together },
          ...within.map(([a, b]) => ({ entries: [[a, 1] as const, [b, 1] as const], upper: 1 })),
          { entries: pot(0), upper: first },
          { entries: pot(1), upper: together - first },
        ];
        const values = projects.map(({ value }) => value);
        const fixed = must !== null && must < projects.length ? [must] : [];
        const effort = { gap: 0, effortLimit: 1000 };
        const pots = separatePots(modelOf(values, rows(0), fixed), together, effort);
        expect(pots).not.toBeNull();
        for (const first of [0, Math.floor(together / 3), together]) {
          const whole = solveExactly(modelOf(values, rows(first), fixed), effort);
          const answer = pots?.at(first, together - first);
          expect(answer?.status).toBe(whole.status);
          expect(answer?.objective ?? null).toBe(whole.objective);
          apart += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(apart).toBeGreaterThan(0);
  });

  it('stay together when a row ties projects of both', () => {
    const rows: Row[] = [
      {
        entries: [
          [0, 1],
          [1, 1],
        ],
        upper: 1,
      },
      { entries: [[0, 5]], upper: 5 },
      { entries: [[1, 5]], upper: 5 },
    ];
    const model = modelOf([3, 4], rows, []);
    expect(separatePots(model, 10, { effortLimit: 100 })).toBeNull();
  });
});

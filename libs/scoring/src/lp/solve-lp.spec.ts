import * as fc from 'fast-check';
import { solveLp, type LinearProgram, type LpBound, type LpConstraint } from './solve-lp';

const small = fc.integer({ min: -4, max: 4 });
const programs = (bounded: boolean): fc.Arbitrary<LinearProgram> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((n) =>
      fc.record({
        objective: fc.array(small, { minLength: n, maxLength: n }),
        maximise: fc.boolean(),
        constraints: fc.array(
          fc.record({
            coefficients: fc.array(small, { minLength: n, maxLength: n }),
            relation: fc.constantFrom<LpConstraint['relation'][]>('<=', '>=', '='),
            rhs: fc.integer({ min: -6, max: 6 }),
          }),
          { maxLength: 4 },
        ),
        bounds: fc.array(
          fc
            .tuple(fc.integer({ min: -3, max: 1 }), fc.integer({ min: 0, max: 4 }))
            .map(([low, width]): LpBound => [low, low + width]),
          { minLength: n, maxLength: n },
        ),
      }),
    )
    .map((program) => (bounded ? program : { ...program, bounds: program.objective.map((): LpBound => [null, null]) }));

/** Solves a square system by elimination; null when it is singular. */
function solveSquare(matrix: number[][], rhs: number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, rhs[i] as number]);
  const n = rows.length;
  for (let k = 0; k < n; k += 1) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i + k : best), k);
    if (Math.abs(rows[pivot]![k]!) < 1e-9) return null;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i += 1)
      if (i !== k) {
        const factor = rows[i]![k]! / rows[k]![k]!;
        for (let j = k; j <= n; j += 1) rows[i]![j]! -= factor * rows[k]![j]!;
      }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The slow, obvious oracle: every vertex of the bounded feasible set. */
function bestVertex({ objective, maximise, constraints, bounds }: LinearProgram): number | null {
  const n = objective.length;
  const planes = [
    ...constraints.map(({ coefficients, rhs }) => [coefficients, rhs] as const),
    ...bounds!.flatMap(([low, high], j) => {
      const unit = objective.map((_, k) => (k === j ? 1 : 0));
      return [[unit, low!] as const, [unit, high!] as const];
    }),
  ];
  const choose = (from: number, size: number): number[][] =>
    size === 0
      ? [[]]
      : planes.slice(from).flatMap((_, k) => choose(from + k + 1, size - 1).map((rest) => [from + k, ...rest]));
  let best: number | null = null;
  for (const chosen of choose(0, n)) {
    const x = solveSquare(
      chosen.map((k) => [...planes[k]![0]]),
      chosen.map((k) => planes[k]![1]),
    );
    if (!x || !feasible({ objective, maximise, constraints, bounds: bounds! }, x, 1e-7)) continue;
    const value = dot(objective, x);
    if (best === null || (maximise ? value > best : value < best)) best = value;
  }
  return best;
}

function feasible({ constraints, bounds }: LinearProgram, x: readonly number[], tolerance: number): boolean {
  return (
    constraints.every(({ coefficients, relation, rhs }) => {
      const gap = dot(coefficients, x) - rhs;
      return relation === '<=' ? gap <= tolerance : relation === '>=' ? gap >= -tolerance : Math.abs(gap) <= tolerance;
    }) &&
    bounds!.every(
      ([low, high], j) => (low === null || x[j]! >= low - tolerance) && (high === null || x[j]! <= high + tolerance),
    )
  );
}

/** Least value of c·x over the box; −∞ where a direction is free. */
function leastOverBox(c: readonly number[], bounds: readonly LpBound[]): number {
  return c.reduce((sum, coefficient, j) => {
    if (Math.abs(coefficient) < 1e-9) return sum;
    const end = bounds[j]![coefficient > 0 ? 0 : 1];
    return end === null ? -Infinity : sum + coefficient * end;
  }, 0);
}

describe('solveLp', () => {
  it('finds the value of the best vertex, or proves there is no feasible point', () => {
    fc.assert(
      fc.property(programs(true), (program) => {
        const solution = solveLp(program);
        const best = bestVertex(program);
        expect(solution.status).toBe(best === null ? 'infeasible' : 'optimal');
        if (solution.status === 'optimal') {
          expect(solution.objective).toBeCloseTo(best!, 7);
          expect(feasible(program, solution.x, 1e-7)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('gives duals that prove the optimum', () => {
    fc.assert(
      fc.property(programs(true), (program) => {
        const solution = solveLp(program);
        if (solution.status !== 'optimal') return;
        const { objective, constraints, bounds, maximise } = program;
        const sign = maximise ? 1 : -1;
        constraints.forEach(({ relation }, i) => {
          if (relation === '<=') expect(sign * solution.duals[i]!).toBeGreaterThanOrEqual(-1e-8);
          if (relation === '>=') expect(sign * solution.duals[i]!).toBeLessThanOrEqual(1e-8);
        });
        // What the constraints leave of the objective is priced by the bounds: the dual bound must meet the optimum.
        const reduced = objective.map(
          (coefficient, j) =>
            coefficient -
            constraints.reduce((sum, { coefficients }, i) => sum + solution.duals[i]! * coefficients[j]!, 0),
        );
        const priced = dot(
          constraints.map(({ rhs }) => rhs),
          solution.duals,
        );
        const bound =
          priced +
          (maximise
            ? -leastOverBox(
                reduced.map((c) => -c),
                bounds!,
              )
            : leastOverBox(reduced, bounds!));
        expect(bound).toBeCloseTo(solution.objective, 6);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['within bounds', true],
    ['with free variables', false],
  ])('proves infeasibility by multipliers %s', (_, bounded) => {
    let seen = 0;
    fc.assert(
      fc.property(programs(bounded), (program) => {
        const solution = solveLp(program);
        if (solution.status !== 'infeasible') return;
        seen += 1;
        const { constraints, bounds } = program;
        constraints.forEach(({ relation }, i) => {
          if (relation === '<=') expect(solution.farkas[i]!).toBeGreaterThanOrEqual(-1e-8);
          if (relation === '>=') expect(solution.farkas[i]!).toBeLessThanOrEqual(1e-8);
        });
        const combined = program.objective.map((_, j) =>
          constraints.reduce((sum, { coefficients }, i) => sum + solution.farkas[i]! * coefficients[j]!, 0),
        );
        const rhs = dot(
          constraints.map((constraint) => constraint.rhs),
          solution.farkas,
        );
        expect(leastOverBox(combined, bounds!)).toBeGreaterThan(rhs + 1e-10);
      }),
      { numRuns: 600 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it('solves the textbook example of Chvátal (1983), p. 13', () => {
    const solution = solveLp({
      objective: [5, 4, 3],
      maximise: true,
      constraints: [
        { coefficients: [2, 3, 1], relation: '<=', rhs: 5 },
        { coefficients: [4, 1, 2], relation: '<=', rhs: 11 },
        { coefficients: [3, 4, 2], relation: '<=', rhs: 8 },
      ],
    });
    expect(solution).toEqual({ status: 'optimal', x: [2, 0, 1], objective: 13, duals: [1, 0, 1] });
  });

  it('ends on the cycling example of Beale (1955)', () => {
    const solution = solveLp({
      objective: [0.75, -150, 0.02, -6],
      maximise: true,
      constraints: [
        { coefficients: [0.25, -60, -1 / 25, 9], relation: '<=', rhs: 0 },
        { coefficients: [0.5, -90, -1 / 50, 3], relation: '<=', rhs: 0 },
        { coefficients: [0, 0, 1, 0], relation: '<=', rhs: 1 },
      ],
    });
    expect(solution.status === 'optimal' && solution.objective).toBeCloseTo(0.05, 9);
  });

  it('says unbounded, and takes free and upward-bounded variables', () => {
    expect(solveLp({ objective: [1], maximise: true, constraints: [] })).toEqual({ status: 'unbounded' });
    const solution = solveLp({
      objective: [1, 1],
      maximise: false,
      constraints: [{ coefficients: [1, -1], relation: '=', rhs: 2 }],
      bounds: [
        [null, 10],
        [-3, null],
      ],
    });
    expect(solution).toMatchObject({ status: 'optimal', x: [-1, -3], objective: -4 });
  });

  it('takes redundant equalities', () => {
    const row: LpConstraint = { coefficients: [1, 1], relation: '=', rhs: 1 };
    const doubled: LpConstraint = { coefficients: [2, 2], relation: '=', rhs: 2 };
    expect(solveLp({ objective: [1, 0], maximise: true, constraints: [row, doubled, row] })).toMatchObject({
      objective: 1,
    });
  });

  it('throws on lengths that differ and numbers that are not finite', () => {
    expect(() =>
      solveLp({ objective: [1], maximise: true, constraints: [{ coefficients: [], relation: '=', rhs: 0 }] }),
    ).toThrow();
    expect(() => solveLp({ objective: [NaN], maximise: true, constraints: [] })).toThrow();
  });
});

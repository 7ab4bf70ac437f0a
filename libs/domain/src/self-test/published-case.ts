import type { Refusal, Result } from '../result';

/** One figure a published source gives: where it stands in the answer, what it should be, and how closely. */
export interface PublishedFigure {
  /** Index of the result (the task's place in the problem). */
  readonly of: number;
  /** Path into the result: `outcome.scores[].score` collects one value per element of the list. */
  readonly figure: string;
  readonly is: unknown;
  /** Numbers may differ by this much; everything else must be equal. 0 when left out. */
  readonly within?: number;
}

/** A published numeric example, typed in the format of a problem file, with what its source reports. */
export interface PublishedCase {
  readonly id: string;
  /** The citation, as it should be shown. */
  readonly source: string;
  readonly problem: unknown;
  readonly figures: readonly PublishedFigure[];
}

export interface CaseOutcome {
  readonly id: string;
  readonly source: string;
  readonly ok: boolean;
  /** The figures that were not reproduced; the refusal's codes when the problem was refused. */
  readonly differences: readonly { readonly figure: string; readonly expected: unknown; readonly got: unknown }[];
}

/** What the product shows on request: "reproduces n of n". */
export interface SelfTest {
  readonly reproduced: number;
  readonly total: number;
  readonly cases: readonly CaseOutcome[];
}

/** Counts the cases that came out as published. */
export const selfTestOf = (cases: readonly CaseOutcome[]): SelfTest => ({
  reproduced: cases.filter(({ ok }) => ok).length,
  total: cases.length,
  cases,
});

/** Compares an engine's answer to a published example with every figure of its source. */
export function compareWithPublished(
  { id, source, figures }: PublishedCase,
  answer: Result<{ readonly results: readonly unknown[] }, readonly Refusal[]>,
): CaseOutcome {
  if (!answer.ok) {
    const codes = answer.refusal.map(({ code, path }) => `${code} at ${path.join('.')}`);
    return { id, source, ok: false, differences: [{ figure: 'refused', expected: null, got: codes }] };
  }
  const differences = figures.flatMap(({ of, figure, is, within = 0 }) => {
    const got = figureAt(answer.value.results[of], figure);
    return agrees(got, is, within) ? [] : [{ figure: `${of}: ${figure}`, expected: is, got: got ?? null }];
  });
  return { id, source, ok: differences.length === 0, differences };
}

/** The value at a dotted path; `name[]` continues with every element of the list. */
export function figureAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  const [step, ...rest] = path.split('.');
  const each = step!.endsWith('[]');
  const key = each ? step!.slice(0, -2) : step!;
  const next = key === '' ? value : (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  if (!each) return figureAt(next, rest.join('.'));
  return Array.isArray(next) ? next.map((item) => figureAt(item, rest.join('.'))) : undefined;
}

/** Equal shape, numbers within the tolerance, everything else the same. */
export function agrees(got: unknown, expected: unknown, within: number): boolean {
  if (typeof expected === 'number')
    return typeof got === 'number' && Math.abs(got - expected) <= within + 1e-15 * Math.abs(expected);
  if (Array.isArray(expected))
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((item, index) => agrees(got[index], item, within))
    );
  if (expected === null || typeof expected !== 'object') return got === expected;
  return (
    typeof got === 'object' &&
    got !== null &&
    Object.entries(expected).every(([key, item]) => agrees((got as Record<string, unknown>)[key], item, within))
  );
}

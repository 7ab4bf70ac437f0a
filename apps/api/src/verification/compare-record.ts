import { fingerprint } from '@fordela/domain';
import type { ChangedPart } from '../record/record.service';
import type { EngineRecord } from '../record/engine-record.types';
import { differencesBetween, type Difference } from './differences';

/** What a difference says: a figure came out otherwise, another version of a method gave it, or the record itself was changed. */
export type DifferenceKind = 'record-figure-differs' | 'record-method-differs' | 'record-part-changed';

export interface RecordComparison {
  readonly recordedFingerprint: string;
  readonly recomputedFingerprint: string;
  readonly differences: readonly (Difference & { readonly kind: DifferenceKind })[];
}

const methodParts = new Set(['engineVersion', 'method', 'methodVersion', 'objectiveVersion', 'version']);

/**
 * The whole stored answer against the one computed now, and against the fingerprints kept with it.
 *
 * Rule    Search nodes of the established solver are left out: where it stops can depend on the machine. A part whose fingerprint
 *         is another than the one kept is named unless a figure within it is named already.
 */
export function compareRecord(
  record: EngineRecord,
  recomputed: object,
  changedParts: readonly ChangedPart[],
): RecordComparison {
  const [then, now] = [withoutSolverNodes(record.result), withoutSolverNodes(recomputed)];
  const figures = differencesBetween(then, now).map((difference) => ({
    ...difference,
    kind: methodParts.has(difference.path.at(-1)!)
      ? ('record-method-differs' as const)
      : ('record-figure-differs' as const),
  }));
  const named = new Set(figures.map(({ path }) => path[0]));
  const changed = changedParts
    .filter(({ part }) => !named.has(part))
    .map(({ part, ...values }) => ({ path: [part], ...values, kind: 'record-part-changed' as const }));
  return {
    recordedFingerprint: fingerprint(then),
    recomputedFingerprint: fingerprint(now),
    differences: [...figures, ...changed],
  };
}

/** The value without the node counts of the established solver. */
function withoutSolverNodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSolverNodes);
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Readonly<Record<string, unknown>>;
  const ofSolver = String(parts['method'] ?? '').startsWith('highs');
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) =>
      part === undefined || (ofSolver && name === 'nodes') ? [] : [[name, withoutSolverNodes(part)]],
    ),
  );
}

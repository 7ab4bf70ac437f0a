import { sumSek } from '../money';
import type { Application } from '../round';

export const priorityQuadrants = ['do_now', 'prepare', 'if_room', 'set_aside'] as const;
/** `do_now`: important and ready. `prepare`: important, not ready. `if_room`: ready, less important. `set_aside`: neither. */
export type PriorityQuadrant = (typeof priorityQuadrants)[number];

export interface MatrixPoint {
  readonly id: string;
  /** Strategic importance 0–1, e.g. the score; null when it is not known yet. */
  readonly importance: number | null;
  /** Readiness 0–1, e.g. `readinessOf`; null when it is not known yet. */
  readonly readiness: number | null;
}

export interface PlacedPoint extends MatrixPoint {
  /** Null when an axis is not known: a missing value is not a low one. */
  readonly quadrant: PriorityQuadrant | null;
}

/**
 * The simple prioritisation matrix the report asks for: two axes, two lines, four fields.
 *
 * Rule    At or above a line is high. The lines are the reader's own, 0–1.
 * Source  Kraftsamla Sörmland 2026, section 5.2.5 and table 7.
 * @example priorityMatrix([{ id: 'a', importance: 0.8, readiness: 0.2 }], { importance: 0.5, readiness: 0.5 }) // => a: 'prepare'
 */
export function priorityMatrix(
  points: readonly MatrixPoint[],
  lines: { readonly importance: number; readonly readiness: number },
): readonly PlacedPoint[] {
  return points.map((point) => {
    if (point.importance === null || point.readiness === null) return { ...point, quadrant: null };
    const [isImportant, isReady] = [point.importance >= lines.importance, point.readiness >= lines.readiness];
    const quadrant = isImportant ? (isReady ? 'do_now' : 'prepare') : isReady ? 'if_room' : 'set_aside';
    return { ...point, quadrant };
  });
}

export const readinessParts = ['anchoring', 'co_financing', 'receiver', 'plan'] as const;
export type ReadinessPart = (typeof readinessParts)[number];

export interface Readiness {
  /** Mean of the parts that are known, 0–1; null when none is. */
  readonly value: number | null;
  /** Each part 0–1, or null when the application does not say. */
  readonly parts: Readonly<Record<ReadinessPart, number | null>>;
}

const partly = { decided: 1, yes: 1, partly: 0.5, none: 0, no: 0 } as const;

/**
 * How ready a project is to begin, from what the application says: political anchoring, the decided share of the money that is not
 * 1:1, somebody who takes over, and a plan with phases and months. Parts weigh the same; a part that is not stated is left out.
 */
export function readinessOf({ project }: Application): Readiness {
  const others = project.financing.filter((line) => line.sourceType !== 'state_1_1');
  const total = (lines: typeof others) => sumSek(lines.flatMap((line) => line.amounts.map((entry) => entry.amountSek)));
  const decided = total(others.filter((line) => line.status === 'decided'));
  const parts = {
    anchoring: project.politicalAnchoring && partly[project.politicalAnchoring],
    co_financing: total(others) > 0 ? decided / total(others) : null,
    receiver: project.receivingStructure && partly[project.receivingStructure],
    plan: project.phases.length > 0 && project.startMonth !== null && project.endMonth !== null ? 1 : 0,
  };
  const known = readinessParts.map((part) => parts[part]).filter((part) => part !== null);
  return { value: known.length > 0 ? known.reduce((sum, part) => sum + part, 0) / known.length : null, parts };
}

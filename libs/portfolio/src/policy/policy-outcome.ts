import { at } from '@fordela/domain';
import { gini } from '../metrics/gini';
import type { ModelSettings, ModelStep, MunicipalityStart } from './policy-model';

/** What a run ends in. */
export interface PolicyOutcome {
  /** External money over all years, kronor. */
  readonly externalSek: number;
  /** Own staff and shared staff at the end, FTE. */
  readonly capacityFte: number;
  /** Own staff and part of the shared, per 10,000 inhabitants, in the municipality that has least. */
  readonly leastPer10000: number;
  readonly municipalities: readonly MunicipalityOutcome[];
}

/** What a run ends in for one municipality. */
export interface MunicipalityOutcome {
  readonly externalSek: number;
  /** Staff that work for it at the end: its own, and an equal part of the shared. */
  readonly capacityFte: number;
  readonly per10000: number;
}

/** One year of a run. */
export interface YearOfPolicy {
  readonly year: number;
  readonly externalSek: number;
  readonly capacityFte: number;
  readonly applications: number;
}

/** What the steps of a run end in. Municipalities in their order. */
export function outcomeOf(steps: readonly ModelStep[], municipalities: readonly MunicipalityStart[]): PolicyOutcome {
  const last = at(steps, steps.length - 1);
  const own = municipalities.map(({ population }, i): MunicipalityOutcome => {
    const capacityFte = at(last.municipalities, i).after.capacity + last.sharedAfter / municipalities.length;
    const externalSek = steps.reduce((sum, step) => sum + at(step.municipalities, i).externalSek, 0);
    return { externalSek, capacityFte, per10000: (capacityFte * 10_000) / population };
  });
  return {
    externalSek: own.reduce((sum, { externalSek }) => sum + externalSek, 0),
    capacityFte: capacityAfter(last),
    leastPer10000: Math.min(...own.map(({ per10000 }) => per10000)),
    municipalities: own,
  };
}

/** Inequality of staff per inhabitant between municipalities, 0 to 1; null when nobody has any. */
export const inequalityOf = ({ municipalities }: PolicyOutcome): number | null =>
  gini(municipalities.map(({ per10000 }) => per10000));

/** A run year by year. */
export function yearsOf(steps: readonly ModelStep[], { years, stepsPerYear }: ModelSettings): readonly YearOfPolicy[] {
  const sumOver = (own: readonly ModelStep[], key: 'externalSek' | 'applications') =>
    own.reduce((sum, step) => step.municipalities.reduce((all, one) => all + one[key], sum), 0);
  return Array.from({ length: years }, (_, year) => {
    const own = steps.slice(year * stepsPerYear, (year + 1) * stepsPerYear);
    return {
      year: year + 1,
      externalSek: sumOver(own, 'externalSek'),
      capacityFte: capacityAfter(at(own, own.length - 1)),
      applications: sumOver(own, 'applications'),
    };
  });
}

/** What a municipality was granted over a run, kronor: the mean pace of the steps of each year, all years together. */
export const grantedSek = (steps: readonly ModelStep[], municipality: number, stepsPerYear: number): number =>
  steps.reduce((sum, step) => sum + at(step.municipalities, municipality).grantSek / stepsPerYear, 0);

const capacityAfter = ({ municipalities, sharedAfter }: ModelStep): number =>
  municipalities.reduce((sum, { after }) => sum + after.capacity, sharedAfter);

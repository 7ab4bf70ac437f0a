import { at, RandomStream, type Sek } from '@fordela/domain';
import { gini } from '../metrics/gini';
import {
  assumptionNames,
  likelyValues,
  type Assumption,
  type AssumptionName,
  type AssumptionValues,
} from './assumptions';
import {
  simulatePolicy,
  type ModelSettings,
  type ModelStep,
  type MunicipalityStart,
  type Policy,
} from './policy-model';

/** What a run ends in. */
export interface PolicyOutcome {
  /** External money over all years, kronor. */
  readonly externalSek: number;
  /** Own staff and shared staff at the end, FTE. */
  readonly capacityFte: number;
  /** Own staff and part of the shared, per 10,000 inhabitants, in the municipality that has least. */
  readonly leastPer10000: number;
  /** Inequality of that between municipalities, 0 to 1; null when nobody has any. */
  readonly gini: number | null;
}

/** A figure over the draws: the likeliest run, and where 5, 50 and 95 percent of the draws lie below. */
export interface Band {
  readonly likely: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface YearOfPolicy {
  readonly year: number;
  readonly externalSek: number;
  readonly capacityFte: number;
  readonly applications: number;
}

export interface PolicyRun {
  readonly policy: Policy;
  readonly externalSek: Band;
  readonly capacityFte: Band;
  readonly leastPer10000: Band;
  readonly gini: number | null;
  /** Share of the draws in which no policy attracts more external money; equal ones share a draw. */
  readonly aheadIn: number;
  /** Its sampling error: one standard error. */
  readonly aheadError: number;
  /** The likeliest run year by year. */
  readonly years: readonly YearOfPolicy[];
  readonly municipalities: readonly {
    readonly id: string;
    readonly capacityFte: number;
    readonly per10000: number;
    readonly externalSek: number;
    readonly grantSek: Sek;
  }[];
}

/** What becomes of the conclusion when one assumption stands at either end and the others at their likeliest. */
export interface AssumptionEffect {
  readonly assumption: AssumptionName;
  readonly ends: readonly { readonly value: number; readonly best: string; readonly lead: number }[];
  /** True when another policy attracts most at one of the ends. */
  readonly turns: boolean;
}

export interface PolicyComparison {
  readonly policies: readonly PolicyRun[];
  /** The policy that attracts most in the likeliest run; of equal ones the first. */
  readonly best: string;
  readonly sensitivity: readonly AssumptionEffect[];
}

export interface PolicySettings extends ModelSettings {
  readonly draws: number;
  readonly seed: number;
}

/** The purpose of the draws among all random numbers of this library. */
const drawPurpose = 0x706f6c69;

/**
 * Policies compared by the model: what each is likely to lead to, how far that may be wrong, and on which assumptions the order rests.
 * A model of stated assumptions, never a forecast.
 *
 * Rule    Every draw takes every assumption uniformly from its interval, by numbers that depend on seed and draw alone: all policies meet
 *         the same draws. Percentiles: the smallest value with at least that share of draws at or below it.
 * Shapes  Policies in the order given.
 */
export function comparePolicies(
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  assumptions: Readonly<Record<AssumptionName, Assumption>>,
  settings: PolicySettings,
): PolicyComparison {
  const likely = likelyValues(assumptions);
  const runs = policies.map((policy) => simulatePolicy(municipalities, policy, likely, settings));
  const outcomes = runs.map((steps) => outcomeOf(steps, municipalities));
  const drawn = policies.map((): PolicyOutcome[] => []);
  const ahead = policies.map(() => 0);
  for (let draw = 0; draw < settings.draws; draw += 1) {
    const values = drawnValues(assumptions, settings.seed, draw);
    const own = policies.map((policy) =>
      outcomeOf(simulatePolicy(municipalities, policy, values, settings), municipalities),
    );
    own.forEach((outcome, k) => at(drawn, k).push(outcome));
    const most = Math.max(...own.map(({ externalSek }) => externalSek));
    const first = own.flatMap(({ externalSek }, k) => (externalSek === most ? [k] : []));
    for (const k of first) ahead[k] = at(ahead, k) + 1 / first.length;
  }
  const best = bestOf(policies, outcomes);
  return {
    best: best.id,
    policies: policies.map((policy, k): PolicyRun => {
      const share = settings.draws > 0 ? at(ahead, k) / settings.draws : 0;
      const band = (of: (outcome: PolicyOutcome) => number) => bandOf(of(at(outcomes, k)), at(drawn, k).map(of));
      return {
        policy,
        externalSek: band(({ externalSek }) => externalSek),
        capacityFte: band(({ capacityFte }) => capacityFte),
        leastPer10000: band(({ leastPer10000 }) => leastPer10000),
        gini: at(outcomes, k).gini,
        aheadIn: share,
        aheadError: settings.draws > 0 ? Math.sqrt((share * (1 - share)) / settings.draws) : 0,
        years: yearsOf(at(runs, k), settings),
        municipalities: municipalitiesOf(at(runs, k), municipalities, settings),
      };
    }),
    sensitivity: assumptionNames
      .filter((name) => assumptions[name].low < assumptions[name].high)
      .map((name) => effectOf(name, municipalities, policies, assumptions, likely, settings, best.id)),
  };
}

/** Every assumption from its interval; the draws of one assumption do not depend on how many others there are intervals for. */
export function drawnValues(
  assumptions: Readonly<Record<AssumptionName, Assumption>>,
  seed: number,
  draw: number,
): AssumptionValues {
  const stream = new RandomStream(seed, drawPurpose, draw);
  const values = assumptionNames.map((name) => {
    const { low, high } = assumptions[name];
    return [name, low + (high - low) * stream.uniform()] as const;
  });
  return Object.fromEntries(values) as AssumptionValues;
}

function outcomeOf(steps: readonly ModelStep[], municipalities: readonly MunicipalityStart[]): PolicyOutcome {
  const last = at(steps, steps.length - 1);
  const per10000 = capacities(last, municipalities).map(({ per10000: own }) => own);
  return {
    externalSek: steps.reduce((sum, step) => sum + external(step), 0),
    capacityFte: last.municipalities.reduce((sum, { after }) => sum + after.capacity, last.sharedAfter),
    leastPer10000: Math.min(...per10000),
    gini: gini(per10000),
  };
}

const external = (step: ModelStep) => step.municipalities.reduce((sum, { externalSek }) => sum + externalSek, 0);

/** Staff that work for each municipality at the end of a step: its own, and an equal part of the shared. */
function capacities(step: ModelStep, municipalities: readonly MunicipalityStart[]) {
  return municipalities.map(({ id, population }, i) => {
    const capacityFte = at(step.municipalities, i).after.capacity + step.sharedAfter / municipalities.length;
    return { id, capacityFte, per10000: (capacityFte * 10_000) / population };
  });
}

function yearsOf(steps: readonly ModelStep[], { years, stepsPerYear }: ModelSettings): readonly YearOfPolicy[] {
  return Array.from({ length: years }, (_, year) => {
    const own = steps.slice(year * stepsPerYear, (year + 1) * stepsPerYear);
    const last = at(own, own.length - 1);
    return {
      year: year + 1,
      externalSek: own.reduce((sum, step) => sum + external(step), 0),
      capacityFte: last.municipalities.reduce((sum, { after }) => sum + after.capacity, last.sharedAfter),
      applications: own.reduce(
        (sum, step) => sum + step.municipalities.reduce((all, { applications }) => all + applications, 0),
        0,
      ),
    };
  });
}

function municipalitiesOf(
  steps: readonly ModelStep[],
  municipalities: readonly MunicipalityStart[],
  { stepsPerYear }: ModelSettings,
): PolicyRun['municipalities'] {
  const last = at(steps, steps.length - 1);
  return capacities(last, municipalities).map((own, i) => ({
    ...own,
    externalSek: steps.reduce((sum, step) => sum + at(step.municipalities, i).externalSek, 0),
    // A year's grant is decided anew at every step of it: the last of each year is what it came to.
    grantSek: steps.reduce(
      (sum, step, index) => ((index + 1) % stepsPerYear === 0 ? sum + at(step.municipalities, i).grantSek : sum),
      0,
    ),
  }));
}

function bestOf(
  policies: readonly Policy[],
  outcomes: readonly PolicyOutcome[],
): { readonly id: string; readonly lead: number } {
  const sorted = outcomes.map(({ externalSek }) => externalSek).sort((a, b) => b - a);
  const index = outcomes.findIndex(({ externalSek }) => externalSek === sorted[0]);
  return { id: at(policies, index).id, lead: at(sorted, 0) - (sorted[1] ?? at(sorted, 0)) };
}

function effectOf(
  name: AssumptionName,
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  assumptions: Readonly<Record<AssumptionName, Assumption>>,
  likely: AssumptionValues,
  settings: PolicySettings,
  best: string,
): AssumptionEffect {
  const ends = [assumptions[name].low, assumptions[name].high].map((value) => {
    const values = { ...likely, [name]: value };
    const outcomes = policies.map((policy) =>
      outcomeOf(simulatePolicy(municipalities, policy, values, settings), municipalities),
    );
    const { id, lead } = bestOf(policies, outcomes);
    return { value, best: id, lead };
  });
  return { assumption: name, ends, turns: ends.some((end) => end.best !== best) };
}

function bandOf(likely: number, draws: readonly number[]): Band {
  const sorted = [...draws].sort((a, b) => a - b);
  const percentile = (share: number) =>
    sorted.length === 0 ? likely : at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return { likely, p5: percentile(0.05), p50: percentile(0.5), p95: percentile(0.95) };
}

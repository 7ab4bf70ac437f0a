import { at, RandomStream, wilsonInterval } from '@fordela/domain';
import {
  assumptionNames,
  likelyValues,
  uncertainNames,
  type AssumptionName,
  type Assumptions,
  type AssumptionValues,
} from './assumptions';
import {
  simulatePolicy,
  type ModelSettings,
  type ModelStep,
  type MunicipalityStart,
  type Policy,
} from './policy-model';
import { grantedSek, inequalityOf, outcomeOf, yearsOf, type PolicyOutcome, type YearOfPolicy } from './policy-outcome';

/** A figure over the draws: the likeliest run, and where 5, 50 and 95 percent of the draws lie below; null without draws. */
export interface Band {
  readonly likely: number;
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface MunicipalityUnderPolicy {
  readonly id: string;
  readonly externalSek: Band;
  /** Staff that work for it at the end: its own, and an equal part of the shared. */
  readonly capacityFte: Band;
  readonly per10000: Band;
  /** What it was granted over the years in the likeliest run, kronor, not rounded. */
  readonly grantSek: number;
}

/** One year of a policy: the likeliest run, and what the draws make of it. */
export interface YearUnderPolicy extends YearOfPolicy {
  /** External money of the year. */
  readonly externalBand: Band;
  /** Staff at its end. */
  readonly capacityBand: Band;
}

export interface PolicyRun {
  readonly policy: Policy;
  readonly externalSek: Band;
  /**
   * External money of the policy that is `best` less that of this one, draw by draw: all policies meet the same draws, so this says what
   * two bands beside each other cannot.
   */
  readonly behindBestSek: Band;
  readonly capacityFte: Band;
  readonly leastPer10000: Band;
  /** Inequality of staff per inhabitant in the likeliest run, 0 to 1; null when nobody has any. */
  readonly gini: number | null;
  /** Share of the draws in which no policy attracts more external money; equal ones share a draw. Null without draws. */
  readonly aheadIn: number | null;
  /** Where that share plausibly lies had there been draws without end: the 95 % Wilson interval. Null without draws. */
  readonly aheadInterval: { readonly low: number; readonly high: number } | null;
  /** Year by year. */
  readonly years: readonly YearUnderPolicy[];
  readonly municipalities: readonly MunicipalityUnderPolicy[];
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
 * Shapes  Policies and municipalities in the orders given.
 * Edges   `draws` 0: the likeliest run alone; what draws would tell is null.
 * Cost    `municipalitySteps`.
 */
export function comparePolicies(
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  assumptions: Assumptions,
  settings: PolicySettings,
): PolicyComparison {
  const likely = likelyValues(assumptions);
  const runs = policies.map((policy) => {
    const steps = simulatePolicy(municipalities, policy, likely, settings);
    const drawn = drawnOutcomes(municipalities, policy, assumptions, settings);
    return { drawn: drawn.externalSek, run: runOf(municipalities, policy, steps, drawn, settings) };
  });
  const external = runs.map(({ run }) => run.externalSek.likely);
  const best = bestOf(policies, external).id;
  const first = at(
    runs,
    policies.findIndex(({ id }) => id === best),
  );
  const ahead = timesAhead(runs.map(({ drawn }) => drawn));
  return {
    best,
    policies: runs.map(({ run, drawn }, k) => ({
      ...run,
      behindBestSek: bandOf(
        first.run.externalSek.likely - run.externalSek.likely,
        drawn.map((externalSek, draw) => (first.drawn[draw] as number) - externalSek),
      ),
      ...shareAhead(at(ahead, k), settings.draws),
    })),
    sensitivity: uncertainNames(assumptions).map((name) =>
      effectOf(name, municipalities, policies, assumptions, settings, best),
    ),
  };
}

/** What one policy leads to by itself. */
function runOf(
  municipalities: readonly MunicipalityStart[],
  policy: Policy,
  steps: readonly ModelStep[],
  drawn: DrawnOutcomes,
  settings: PolicySettings,
): Omit<PolicyRun, 'behindBestSek' | 'aheadIn' | 'aheadInterval'> {
  const outcome = outcomeOf(steps, municipalities);
  return {
    policy,
    externalSek: bandOf(outcome.externalSek, drawn.externalSek),
    capacityFte: bandOf(outcome.capacityFte, drawn.capacityFte),
    leastPer10000: bandOf(outcome.leastPer10000, drawn.leastPer10000),
    gini: inequalityOf(outcome),
    years: yearsOf(steps, settings).map((year, index) => ({
      ...year,
      externalBand: bandOf(year.externalSek, at(drawn.years, index).externalSek),
      capacityBand: bandOf(year.capacityFte, at(drawn.years, index).capacityFte),
    })),
    municipalities: municipalities.map(({ id, population }, i): MunicipalityUnderPolicy => {
      const own = at(drawn.municipalities, i);
      const capacityFte = bandOf(at(outcome.municipalities, i).capacityFte, own.capacityFte);
      return {
        id,
        externalSek: bandOf(at(outcome.municipalities, i).externalSek, own.externalSek),
        capacityFte,
        per10000: scaled(capacityFte, 10_000 / population),
        grantSek: grantedSek(steps, i, settings.stepsPerYear),
      };
    }),
  };
}

/** How many times the model steps one municipality for a comparison: the measure of its work. */
export const municipalitySteps = (
  municipalities: number,
  policies: number,
  uncertain: number,
  { years, stepsPerYear, draws }: Pick<PolicySettings, 'years' | 'stepsPerYear' | 'draws'>,
): number => municipalities * policies * years * stepsPerYear * (1 + draws + 2 * uncertain);

/** Every assumption from its interval; the draws of one assumption do not depend on how many others there are intervals for. */
export function drawnValues(assumptions: Assumptions, seed: number, draw: number): AssumptionValues {
  const stream = new RandomStream(seed, drawPurpose, draw);
  const values = assumptionNames.map((name) => {
    const { low, high } = assumptions[name];
    return [name, low + (high - low) * stream.uniform()] as const;
  });
  return Object.fromEntries(values) as AssumptionValues;
}

/** What the draws of one policy end in: by figure, one entry for each draw. */
interface DrawnOutcomes {
  readonly externalSek: Float64Array;
  readonly capacityFte: Float64Array;
  readonly leastPer10000: Float64Array;
  readonly municipalities: readonly DrawnFigures[];
  readonly years: readonly DrawnFigures[];
}

interface DrawnFigures {
  readonly externalSek: Float64Array;
  readonly capacityFte: Float64Array;
}

function drawnOutcomes(
  municipalities: readonly MunicipalityStart[],
  policy: Policy,
  assumptions: Assumptions,
  settings: PolicySettings,
): DrawnOutcomes {
  const column = () => new Float64Array(settings.draws);
  const totals = { externalSek: column(), capacityFte: column(), leastPer10000: column() };
  const figures = (): DrawnFigures => ({ externalSek: column(), capacityFte: column() });
  const own = municipalities.map(figures);
  const years = Array.from({ length: settings.years }, figures);
  for (let draw = 0; draw < settings.draws; draw += 1) {
    const values = drawnValues(assumptions, settings.seed, draw);
    const steps = simulatePolicy(municipalities, policy, values, settings);
    const outcome = outcomeOf(steps, municipalities);
    for (const figure of ['externalSek', 'capacityFte', 'leastPer10000'] as const)
      totals[figure][draw] = outcome[figure];
    outcome.municipalities.forEach(({ externalSek, capacityFte }, i) => {
      at(own, i).externalSek[draw] = externalSek;
      at(own, i).capacityFte[draw] = capacityFte;
    });
    yearsOf(steps, settings).forEach(({ externalSek, capacityFte }, year) => {
      at(years, year).externalSek[draw] = externalSek;
      at(years, year).capacityFte[draw] = capacityFte;
    });
  }
  return { ...totals, municipalities: own, years };
}

/** In how many draws each policy attracts most; those that are equal share the draw. */
function timesAhead(drawn: readonly Float64Array[]): readonly number[] {
  const times = drawn.map(() => 0);
  for (let draw = 0; draw < at(drawn, 0).length; draw += 1) {
    const own = drawn.map((externalSek) => externalSek[draw] as number);
    const most = Math.max(...own);
    const first = own.flatMap((externalSek, k) => (externalSek === most ? [k] : []));
    for (const k of first) times[k] = at(times, k) + 1 / first.length;
  }
  return times;
}

function shareAhead(times: number, draws: number): Pick<PolicyRun, 'aheadIn' | 'aheadInterval'> {
  if (draws === 0) return { aheadIn: null, aheadInterval: null };
  const [low, high] = wilsonInterval(times, draws);
  return { aheadIn: times / draws, aheadInterval: { low, high } };
}

function bestOf(
  policies: readonly Policy[],
  external: readonly number[],
): { readonly id: string; readonly lead: number } {
  const [first, second] = [...external].sort((a, b) => b - a) as [number, number | undefined];
  return { id: at(policies, external.indexOf(first)).id, lead: first - (second ?? first) };
}

function effectOf(
  name: AssumptionName,
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  assumptions: Assumptions,
  settings: PolicySettings,
  best: string,
): AssumptionEffect {
  const externalUnder =
    (values: AssumptionValues) =>
    (policy: Policy): PolicyOutcome['externalSek'] =>
      outcomeOf(simulatePolicy(municipalities, policy, values, settings), municipalities).externalSek;
  const ends = [assumptions[name].low, assumptions[name].high].map((value) => {
    const values = { ...likelyValues(assumptions), [name]: value };
    const { id, lead } = bestOf(policies, policies.map(externalUnder(values)));
    return { value, best: id, lead };
  });
  return { assumption: name, ends, turns: ends.some((end) => end.best !== best) };
}

function bandOf(likely: number, draws: Float64Array): Band {
  if (draws.length === 0) return { likely, p5: null, p50: null, p95: null };
  const sorted = Float64Array.from(draws).sort();
  const percentile = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { likely, p5: percentile(0.05), p50: percentile(0.5), p95: percentile(0.95) };
}

function scaled({ likely, p5, p50, p95 }: Band, by: number): Band {
  const times = (value: number | null) => (value === null ? null : value * by);
  return { likely: likely * by, p5: times(p5), p50: times(p50), p95: times(p95) };
}

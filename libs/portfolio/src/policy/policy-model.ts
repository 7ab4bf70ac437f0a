import { at, splitByLargestRemainder, type Sek } from '@fordela/domain';
import type { AssumptionValues } from './assumptions';

export const moneyUses = ['early', 'shared', 'implementation'] as const;
/** `early`: preparing applications. `shared`: staff that several municipalities share. `implementation`: carrying projects out. */
export type MoneyUse = (typeof moneyUses)[number];
export const projectRunners = ['region', 'municipal', 'other'] as const;
export type ProjectRunner = (typeof projectRunners)[number];

/** How a year's 1:1 money is used. */
export interface Policy {
  readonly id: string;
  readonly name: string | null;
  /** Relative parts. */
  readonly use: Readonly<Record<MoneyUse, number>>;
  readonly run: Readonly<Record<ProjectRunner, number>>;
  /** Grants per year: many = spread thin, few = concentrated. */
  readonly grants: number;
}

export interface MunicipalityStart {
  readonly id: string;
  readonly population: number;
  /** Own staff for projects; null = from the assumptions. */
  readonly capacityFte: number | null;
  readonly experience: number;
}

/** A stock of one municipality. */
interface Stocks {
  readonly capacity: number;
  readonly experience: number;
  readonly running: number;
}

/** What fills and drains the stocks of one municipality in one step: the stock's change is inflow − outflow, exactly. */
export interface MunicipalityStep {
  readonly before: Stocks;
  readonly inflow: Stocks;
  readonly outflow: Stocks;
  readonly after: Stocks;
  readonly grantSek: Sek;
  readonly applications: number;
  readonly success: number;
  readonly won: number;
  readonly externalSek: number;
}

export interface ModelStep {
  /** Years from the start to the beginning of the step. */
  readonly time: number;
  readonly sharedBefore: number;
  readonly sharedIn: number;
  readonly sharedOut: number;
  readonly sharedAfter: number;
  readonly municipalities: readonly MunicipalityStep[];
}

export interface ModelSettings {
  readonly years: number;
  /** Steps in a year: the explicit Euler method with step 1/stepsPerYear. */
  readonly stepsPerYear: number;
  readonly yearlySek: Sek;
}

/**
 * The capacity spiral as stocks and flows, step by step, under one policy and one set of assumed values. Nothing is drawn here.
 *
 * Stocks  Per municipality: own project staff C (FTE), experience E (project-years), running externally funded projects P. For the county:
 *         shared staff S (FTE).
 * Flows   applications = (free own staff + bought preparation + part of S) × applications per FTE, free = max(0, C − P × administration);
 *         success = without + (most − without) × E / (E + half); won = applications × success.
 *         C: + attrition × base (posts are refilled) + lasting × ended; − attrition × C.
 *         E: + P + experience per application × applications + learning × implementation FTE; − forgetting × E.
 *         P: + won; − P / project years. S: + shared money / cost per FTE; − (1 − lasting) × S.
 * Money   A year's money less the overhead of its grants, divided by largest remainder over uses, runners and municipalities. What the
 *         region and others run reaches the municipalities alike; what municipalities run goes where there already is staff to ask
 *         for it: that is the spiral. Few grants reach few municipalities, the ones with most staff first when they run it themselves, the
 *         ones with least first otherwise.
 * Edges   No money: only the municipalities' own dynamics. No step makes a stock negative: no more flows out than is there.
 * Source  Explicit stock-and-flow form: Sterman, Business Dynamics (2000), chapters 6 and 7. Relations: Kraftsamla Sörmland 2026, 4.3, 5.1.2.
 */
export function simulatePolicy(
  municipalities: readonly MunicipalityStart[],
  policy: Policy,
  values: AssumptionValues,
  { years, stepsPerYear, yearlySek }: ModelSettings,
): readonly ModelStep[] {
  const dt = 1 / stepsPerYear;
  const bases = municipalities.map((own) => own.capacityFte ?? baseFte(own.population, values));
  let shared = 0;
  let stocks = municipalities.map(({ experience }, i): Stocks => ({ capacity: at(bases, i), experience, running: 0 }));
  const steps: ModelStep[] = [];
  for (let step = 0; step < years * stepsPerYear; step += 1) {
    const money = grantedMoney(policy, yearlySek, stocks, values);
    const own = stocks.map((before, i) =>
      municipalityStep(before, at(bases, i), at(money.byMunicipality, i), shared / municipalities.length, values, dt),
    );
    const sharedIn = (dt * money.sharedSek) / values.costPerFte;
    const sharedOut = Math.min(shared, dt * (1 - values.sharedLasting) * shared);
    const sharedAfter = shared + sharedIn - sharedOut;
    steps.push({ time: step * dt, sharedBefore: shared, sharedIn, sharedOut, sharedAfter, municipalities: own });
    shared = sharedAfter;
    stocks = own.map(({ after }) => after);
  }
  return steps;
}

/** Own project staff of a municipality of which nothing is stated. */
export const baseFte = (population: number, { baseFteFixed, baseFtePer10000 }: AssumptionValues): number =>
  baseFteFixed + (baseFtePer10000 * population) / 10_000;

interface MunicipalityMoney {
  readonly earlySek: number;
  readonly implementationSek: number;
  readonly grantSek: Sek;
}

function municipalityStep(
  before: Stocks,
  base: number,
  { earlySek, implementationSek, grantSek }: MunicipalityMoney,
  sharedPart: number,
  values: AssumptionValues,
  dt: number,
): MunicipalityStep {
  const { capacity, experience, running } = before;
  const free = Math.max(0, capacity - running * values.administrationPerProject);
  const preparing = free + earlySek / values.costPerFte + sharedPart;
  const applications = preparing * values.applicationsPerFte;
  const success =
    values.successWithout +
    ((values.successMost - values.successWithout) * experience) / (experience + values.halfExperience);
  const won = applications * success;
  const ended = Math.min(running / dt, running / values.projectYears);
  const learned = (values.learningPerImplementationFte * implementationSek) / values.costPerFte;
  const inflow = {
    capacity: dt * (values.attrition * base + values.lastingPerProject * ended),
    experience: dt * (running + values.experiencePerApplication * applications + learned),
    running: dt * won,
  };
  const outflow = {
    capacity: Math.min(capacity, dt * values.attrition * capacity),
    experience: Math.min(experience, dt * values.forgetting * experience),
    running: dt * ended,
  };
  const after = {
    capacity: capacity + inflow.capacity - outflow.capacity,
    experience: experience + inflow.experience - outflow.experience,
    running: running + inflow.running - outflow.running,
  };
  const externalSek = dt * running * values.externalPerProject;
  return {
    before,
    inflow,
    outflow,
    after,
    grantSek,
    applications: dt * applications,
    success,
    won: dt * won,
    externalSek,
  };
}

/** A year's money: what buys shared staff, and what reaches each municipality for preparing and for carrying out. */
function grantedMoney(policy: Policy, yearlySek: Sek, stocks: readonly Stocks[], values: AssumptionValues) {
  const overhead = Math.min(yearlySek, Math.round(policy.grants * values.overheadPerGrant));
  const uses = splitByLargestRemainder(
    yearlySek - overhead,
    moneyUses.map((use) => policy.use[use]),
  );
  const uptake = { region: values.uptakeRegion, municipal: values.uptakeMunicipal, other: values.uptakeOther };
  const reached = Math.min(stocks.length, Math.max(1, Math.round(policy.grants * values.municipalitiesPerGrant)));
  const strongest = ranked(stocks, (a, b) => b.capacity - a.capacity).slice(0, reached);
  const weakest = ranked(stocks, (a, b) => a.capacity - b.capacity).slice(0, reached);
  const reach = (sek: Sek) => {
    const byRunner = splitByLargestRemainder(
      sek,
      projectRunners.map((runner) => policy.run[runner]),
    );
    const effort = stocks.map(() => 0);
    const granted = stocks.map(() => 0);
    projectRunners.forEach((runner, index) => {
      const own = runner === 'municipal';
      const parts = own
        ? stocks.map(({ capacity }, i) => (strongest.includes(i) ? Math.max(capacity, 1e-9) : 0))
        : stocks.map((_, i) => (weakest.includes(i) ? 1 : 0));
      splitByLargestRemainder(at(byRunner, index), parts).forEach((piece, i) => {
        granted[i] = at(granted, i) + piece;
        effort[i] = at(effort, i) + piece * uptake[runner];
      });
    });
    return { effort, granted };
  };
  const [early, shared, implementation] = [reach(at(uses, 0)), reach(at(uses, 1)), reach(at(uses, 2))];
  return {
    sharedSek: shared.effort.reduce((sum, effort) => sum + effort, 0),
    byMunicipality: stocks.map((_, i): MunicipalityMoney => ({
      earlySek: at(early.effort, i),
      implementationSek: at(implementation.effort, i),
      grantSek: at(early.granted, i) + at(shared.granted, i) + at(implementation.granted, i),
    })),
  };
}

/** Indexes in order, equal ones as they stand. */
const ranked = (stocks: readonly Stocks[], compare: (a: Stocks, b: Stocks) => number): readonly number[] =>
  stocks.map((_, i) => i).sort((a, b) => compare(at(stocks, a), at(stocks, b)) || a - b);

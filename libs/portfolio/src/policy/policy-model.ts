import { at, type Sek } from '@fordela/domain';
import type { AssumptionValues } from './assumptions';
import { policyMoney, type MunicipalityMoney } from './policy-money';

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
  /** Grants per year: many = spread thin, few = concentrated, 0 = no money is granted. */
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
  /** Of a whole year's money, at this step's pace; not rounded. */
  readonly grantSek: number;
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
 *         skill = E / (E + half); success = without + (most − without) × skill; won = applications × success.
 *         C: + attrition × base × (refill + (1 − refill) × skill), vacated posts filled again, + lasting × ended; − attrition × C.
 *         E: + P + experience per application × applications + learning × implementation FTE; − forgetting × E.
 *         P: + won; − P / project years. S: + shared money / cost per FTE; − (1 − lasting) × S.
 * Spiral  Little staff makes few applications, few projects, little experience; little experience lowers success and leaves posts empty.
 * Money   Divided anew at every step by `policyMoney`.
 * Shapes  One step for each of years × stepsPerYear; municipalities in the order given, which changes nothing else.
 * Edges   No money or no grants: only the municipalities' own dynamics. No step makes a stock negative: no more flows out than is there.
 * Source  Explicit stock-and-flow form: Sterman, Business Dynamics (2000), chapters 6 and 7. Relations: Kraftsamla Sörmland 2026, 4.3 and
 *         5.1.8, table 7 row 4.
 */
export function simulatePolicy(
  municipalities: readonly MunicipalityStart[],
  policy: Policy,
  values: AssumptionValues,
  { years, stepsPerYear, yearlySek }: ModelSettings,
): readonly ModelStep[] {
  const dt = 1 / stepsPerYear;
  const bases = municipalities.map((own) => own.capacityFte ?? baseFte(own.population, values));
  const moneyGiven = policyMoney(policy, yearlySek, values);
  let shared = 0;
  let stocks = municipalities.map(({ experience }, i): Stocks => ({ capacity: at(bases, i), experience, running: 0 }));
  const steps: ModelStep[] = [];
  for (let step = 0; step < years * stepsPerYear; step += 1) {
    const money = moneyGiven(stocks.map(({ capacity }) => capacity));
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
  const skill = experience / (experience + values.halfExperience);
  const success = values.successWithout + (values.successMost - values.successWithout) * skill;
  const refilled = values.refillWithout + (1 - values.refillWithout) * skill;
  const won = applications * success;
  const ended = Math.min(running / dt, running / values.projectYears);
  const learned = (values.learningPerImplementationFte * implementationSek) / values.costPerFte;
  const inflow = {
    capacity: dt * (values.attrition * base * refilled + values.lastingPerProject * ended),
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

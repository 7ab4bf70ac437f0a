import { accept, monthText, refusal, refuse, type Path, type Refusal, type Result, type Sek } from '@fordela/domain';
import { followShares } from './follow-shares';
import type { ClaimRule, LiquidityParameters, LiquidityProject } from './liquidity-project';
import { sourcePayments, type SourcePayment } from './source-payments';
import { plannedCost, spreadCost, yearsSum } from './spread-cost';

/** One actor's money in one month. */
export interface ActorMonth {
  readonly month: string;
  readonly spentSek: Sek;
  /** By source, money taken back as negative. */
  readonly received: Readonly<Record<string, Sek>>;
  readonly receivedSek: Sek;
  /** Passed on to the other partners by a lead partner, or received from it (negative). */
  readonly passedOnSek: Sek;
  /** All that came in less all that went out, up to and with this month. */
  readonly cumulativeSek: Sek;
}

export interface ActorLiquidity {
  readonly actor: string;
  readonly months: readonly ActorMonth[];
  readonly spentSek: Sek;
  readonly receivedSek: Sek;
  /** The most the actor lies out with, and the first month it does; 0 and null when it never does. */
  readonly peakPrefinancingSek: Sek;
  readonly peakMonth: string | null;
  /** What the actor has said it can lie out with; null when it has not. */
  readonly capacitySek: Sek | null;
  readonly aboveCapacitySek: Sek;
  readonly monthsAboveCapacity: readonly string[];
  /** Left when everything is settled: negative = cost that no source pays. */
  readonly finalSek: Sek;
}

export interface ProjectPayment {
  readonly source: string;
  readonly kind: SourcePayment['kind'];
  readonly claimedMonth: string;
  readonly paidMonth: string;
  readonly amountSek: Sek;
  readonly accumulatedCostSek: Sek;
}

/** What a project meets when it stops after some of its phases. */
export interface StoppedAfter {
  readonly phases: readonly number[];
  readonly spentSek: Sek;
  readonly peakPrefinancingSek: Sek;
  readonly peakMonth: string | null;
  readonly paidBackSek: Sek;
  readonly finalSek: Sek;
}

export interface ProjectLiquidity {
  readonly project: string;
  readonly title: string | null;
  readonly spentSek: Sek;
  readonly inKindSek: Sek;
  readonly payments: readonly ProjectPayment[];
  readonly peakPrefinancingSek: Sek;
  readonly peakMonth: string | null;
  readonly finalSek: Sek;
  /** The same project stopped after its first phase, its first two, … */
  readonly ifStopped: readonly StoppedAfter[];
}

export interface LiquidityForecast {
  readonly asOf: string;
  readonly profile: LiquidityParameters['profile'];
  readonly rules: readonly ClaimRule[];
  readonly actors: readonly ActorLiquidity[];
  readonly projects: readonly ProjectLiquidity[];
}

/**
 * Who must pay before being paid, month by month: each project's spending by phase, each source's payments by its own rule, divided
 * between the partners.
 *
 * Units   Whole kronor. Every month's spending and income of the actors together is that of the projects together, exactly.
 * Rule    Partners bear cost and receive money in proportion to their parts. Peak prefinancing: the largest amount by which what went
 *         out has exceeded what came in, at the end of a month.
 * Edges   A project without phases carried out spends and receives nothing.
 * Errors  liquidity-no-rule, liquidity-two-rules, liquidity-no-partner, liquidity-unknown-phase, liquidity-phase-reversed.
 * Source  Report Kraftsamla Sörmland (2026) 4.3: "vi i princip måste ligga ute med hela kostnaden".
 */
export function liquidityForecast(
  projects: readonly LiquidityProject[],
  parameters: LiquidityParameters,
  path: Path = [],
): Result<LiquidityForecast> {
  const refusals = [
    ...ruleRefusals(projects, parameters, path),
    ...projects.flatMap((p, i) => faultsOf(p, [...path, 'projects', i])),
  ];
  if (refusals.length > 0) return refuse(refusals);
  const rules = rulesOn(parameters);
  const flows = projects.map((project) => flowOf(project, rules, parameters));
  const actors = actorsOf(projects, flows, parameters);
  return accept({
    asOf: parameters.asOf,
    profile: parameters.profile,
    rules: [...rules.values()],
    actors,
    projects: projects.map((project, i) => projectLiquidity(project, flows[i] as Flow, rules, parameters)),
  });
}

interface Flow {
  readonly spent: ReadonlyMap<number, Sek>;
  readonly inKindSek: Sek;
  readonly payments: readonly SourcePayment[];
}

function rulesOn({ rules, asOf }: LiquidityParameters): ReadonlyMap<string, ClaimRule> {
  const valid = rules.filter(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || asOf <= validTo));
  return new Map(valid.map((rule) => [rule.source, rule]));
}

function ruleRefusals(
  projects: readonly LiquidityProject[],
  parameters: LiquidityParameters,
  path: Path,
): readonly Refusal[] {
  const { rules, asOf } = parameters;
  const refusals: Refusal[] = [];
  const valid = rules.filter(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || asOf <= validTo));
  const twice = valid.find((rule, i) => valid.findIndex(({ source }) => source === rule.source) < i);
  if (twice) refusals.push(refusal('liquidity-two-rules', [...path, 'rules'], { source: twice.source, asOf }));
  const needed = new Set(
    projects.flatMap(({ financing }) => financing.filter(({ kind }) => kind === 'cash').map(({ source }) => source)),
  );
  for (const source of [...needed].sort())
    if (!valid.some((rule) => rule.source === source))
      refusals.push(refusal('liquidity-no-rule', [...path, 'rules'], { source, asOf }));
  return refusals;
}

function faultsOf(project: LiquidityProject, path: Path): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!project.partners.some(({ part }) => part > 0))
    refusals.push(refusal('liquidity-no-partner', [...path, 'partners'], { project: project.id }));
  project.phases.forEach(({ no, start, end }, i) => {
    if (start > end)
      refusals.push(
        refusal('liquidity-phase-reversed', [...path, 'phases', i], { project: project.id, no, start, end }),
      );
  });
  for (const no of project.donePhases ?? [])
    if (!project.phases.some((phase) => phase.no === no))
      refusals.push(refusal('liquidity-unknown-phase', [...path, 'donePhases'], { project: project.id, no }));
  return refusals;
}

function flowOf(
  project: LiquidityProject,
  rules: ReadonlyMap<string, ClaimRule>,
  parameters: LiquidityParameters,
): Flow {
  const cost = spreadCost(project, parameters.profile, parameters.lagMonths);
  const planned = plannedCost(project);
  const sources = [
    ...new Set(project.financing.filter(({ kind }) => kind === 'cash').map(({ source }) => source)),
  ].sort();
  const payments = sources.flatMap((source) => {
    const amounts = project.financing
      .filter((line) => line.kind === 'cash' && line.source === source)
      .flatMap((line) => line.amounts);
    const rule = rules.get(source) as ClaimRule;
    return sourcePayments({ source, amounts: perYear(amounts) }, rule, cost, planned, project.advanceRequestedSek);
  });
  return { spent: cost.cash, inKindSek: [...cost.inKind.values()].reduce((sum, amount) => sum + amount, 0), payments };
}

function perYear(amounts: LiquidityProject['financing'][number]['amounts']) {
  const years = [...new Set(amounts.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => ({ year, amountSek: yearsSum(amounts.filter((amount) => amount.year === year)) }));
}

/** What one actor pays and receives, by counted month. */
interface Ledger {
  readonly spent: Map<number, Sek>;
  readonly received: Map<number, Map<string, Sek>>;
  readonly passedOn: Map<number, Sek>;
}

const add = (map: Map<number, Sek>, month: number, amountSek: Sek): void => {
  if (amountSek !== 0) map.set(month, (map.get(month) ?? 0) + amountSek);
};

function actorsOf(
  projects: readonly LiquidityProject[],
  flows: readonly Flow[],
  parameters: LiquidityParameters,
): readonly ActorLiquidity[] {
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (actor: string): Ledger => {
    const known = ledgers.get(actor) ?? { spent: new Map(), received: new Map(), passedOn: new Map() };
    ledgers.set(actor, known);
    return known;
  };
  projects.forEach((project, i) => book(project, flows[i] as Flow, parameters, ledgerOf));
  return [...ledgers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([actor, ledger]) => actorLiquidity(actor, ledger, parameters.capacitySek[actor] ?? null));
}

function book(
  project: LiquidityProject,
  flow: Flow,
  parameters: LiquidityParameters,
  ledgerOf: (actor: string) => Ledger,
): void {
  const { partners } = project;
  const parts = partners.map(({ part }) => part);
  const ledgers = partners.map(({ actor }) => ledgerOf(actor));
  const splitCost = followShares(parts);
  for (const [month, amountSek] of [...flow.spent].sort(([a], [b]) => a - b))
    splitCost(amountSek).forEach((piece, p) => add((ledgers[p] as Ledger).spent, month, piece));
  const inOrder = [...flow.payments].sort(
    (a, b) => a.paidMonth - b.paidMonth || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0),
  );
  const splitIncome = followShares(parts);
  for (const { source, paidMonth, amountSek } of inOrder) {
    const pieces = splitIncome(amountSek);
    const receive = (p: number, amount: Sek) => {
      const own = (ledgers[p] as Ledger).received;
      const month = own.get(paidMonth) ?? new Map<string, Sek>();
      if (amount !== 0) own.set(paidMonth, month.set(source, (month.get(source) ?? 0) + amount));
    };
    if (parameters.paidTo === 'partners') {
      pieces.forEach((piece, p) => receive(p, piece));
      continue;
    }
    receive(0, amountSek);
    pieces.forEach((piece, p) => {
      if (p === 0) return;
      add((ledgers[0] as Ledger).passedOn, paidMonth + parameters.forwardMonths, piece);
      add((ledgers[p] as Ledger).passedOn, paidMonth + parameters.forwardMonths, -piece);
    });
  }
}

function actorLiquidity(actor: string, { spent, received, passedOn }: Ledger, capacitySek: Sek | null): ActorLiquidity {
  const all = [...spent.keys(), ...received.keys(), ...passedOn.keys()];
  const months: ActorMonth[] = [];
  let [cumulativeSek, spentSek, receivedSek] = [0, 0, 0];
  for (let month = Math.min(...all); all.length > 0 && month <= Math.max(...all); month++) {
    const bySource = [...(received.get(month) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const income = bySource.reduce((sum, [, amount]) => sum + amount, 0);
    const out = spent.get(month) ?? 0;
    const passed = passedOn.get(month) ?? 0;
    cumulativeSek += income - out - passed;
    spentSek += out;
    receivedSek += income - passed;
    months.push({
      month: monthText(month),
      spentSek: out,
      received: Object.fromEntries(bySource),
      receivedSek: income,
      passedOnSek: passed,
      cumulativeSek,
    });
  }
  const { peakPrefinancingSek, peakMonth } = peakOf(months.map((month) => [month.month, month.cumulativeSek]));
  return {
    actor,
    months,
    spentSek,
    receivedSek,
    peakPrefinancingSek,
    peakMonth,
    capacitySek,
    aboveCapacitySek: capacitySek === null ? 0 : Math.max(0, peakPrefinancingSek - capacitySek),
    monthsAboveCapacity:
      capacitySek === null
        ? []
        : months.filter((month) => -month.cumulativeSek > capacitySek).map(({ month }) => month),
    finalSek: cumulativeSek,
  };
}

function peakOf(balances: readonly (readonly [month: string, cumulativeSek: Sek])[]) {
  let [peakPrefinancingSek, peakMonth]: [Sek, string | null] = [0, null];
  for (const [month, cumulativeSek] of balances)
    if (-cumulativeSek > peakPrefinancingSek) [peakPrefinancingSek, peakMonth] = [-cumulativeSek, month];
  return { peakPrefinancingSek, peakMonth };
}

/** The project as a whole: its own peak, and what remains at the end. */
function balanceOf({ spent, payments }: Flow) {
  const all = [...spent.keys(), ...payments.map(({ paidMonth }) => paidMonth)];
  const balances: [string, Sek][] = [];
  let cumulativeSek = 0;
  for (let month = Math.min(...all); all.length > 0 && month <= Math.max(...all); month++) {
    for (const payment of payments) if (payment.paidMonth === month) cumulativeSek += payment.amountSek;
    cumulativeSek -= spent.get(month) ?? 0;
    balances.push([monthText(month), cumulativeSek]);
  }
  const spentSek = [...spent.values()].reduce((sum, amount) => sum + amount, 0);
  return { ...peakOf(balances), spentSek, finalSek: cumulativeSek };
}

function projectLiquidity(
  project: LiquidityProject,
  flow: Flow,
  rules: ReadonlyMap<string, ClaimRule>,
  parameters: LiquidityParameters,
): ProjectLiquidity {
  const inOrder = [...project.phases].sort((a, b) => a.no - b.no);
  return {
    project: project.id,
    title: project.title,
    inKindSek: flow.inKindSek,
    payments: flow.payments.map(({ source, kind, claimedMonth, paidMonth, amountSek, accumulatedCostSek }) => ({
      ...{ source, kind, amountSek, accumulatedCostSek },
      claimedMonth: monthText(claimedMonth),
      paidMonth: monthText(paidMonth),
    })),
    ...balanceOf(flow),
    ifStopped: inOrder.map((_, i): StoppedAfter => {
      const phases = inOrder.slice(0, i + 1).map(({ no }) => no);
      const stopped = flowOf({ ...project, donePhases: phases }, rules, parameters);
      const paidBackSek = stopped.payments.reduce((sum, { amountSek }) => sum + amountSek, 0);
      return { phases, paidBackSek, ...balanceOf(stopped) };
    }),
  };
}

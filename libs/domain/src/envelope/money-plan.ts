import { amountIn, sumSek, type Sek, type YearAmount } from '../money';
import type { Application, FinancingKind, FinancingStatus, SourceType } from '../round';

/** One cell of the plan: a source, a year, a kind and how sure it is. */
export interface PlannedMoney {
  readonly sourceType: SourceType;
  readonly financierActorId: string | null;
  readonly year: number;
  readonly kind: FinancingKind;
  readonly status: FinancingStatus;
  readonly amountSek: Sek;
}

/** A year of a project's money. Cost = secured + applied + intended + without source − surplus, to the krona. */
export interface MoneyPlanYear {
  readonly year: number;
  readonly costSek: Sek;
  readonly securedSek: Sek;
  readonly appliedSek: Sek;
  readonly intendedSek: Sek;
  /** What has no source yet. */
  readonly withoutSourceSek: Sek;
  /** Financing beyond the cost. */
  readonly surplusSek: Sek;
}

export interface MoneyPlan {
  readonly cells: readonly PlannedMoney[];
  readonly years: readonly MoneyPlanYear[];
  readonly total: Omit<MoneyPlanYear, 'year'>;
}

/**
 * The plan of a project's money: per source × year × kind × status, and per year how much is secured, applied for, intended, or has no
 * source yet.
 *
 * Rule    Decided money is secured. When the request has been decided, `granted` stands as secured money in the place of the 1:1 money
 *         asked for here; what was asked for and not granted is then without source. A rejection is `[]`: all of it is without source.
 *         Of 1:1 money with one financier all lines are what was asked for here; with several, what is applied for up to each year's
 *         request, the line of exactly that amount first. 1:1 money of other deciders stays.
 * Edges   `granted` null: nothing is decided. Totals are sums of years, so that a hole in one year is not hidden by a surplus in another.
 */
export function moneyPlan(application: Application, granted: readonly YearAmount[] | null = null): MoneyPlan {
  const lines = application.project.financing.flatMap(({ sourceType, financierActorId, kind, status, amounts }) =>
    amounts.map(({ year, amountSek }) => ({ sourceType, financierActorId, year, kind, status, amountSek })),
  );
  const cells = granted ? settled(lines, application.requested, granted) : lines;
  const years = [...new Set([...application.project.costs, ...cells].map((entry) => entry.year))].sort((a, b) => a - b);
  const rows = years.map((year): MoneyPlanYear => {
    const ofStatus = (status: FinancingStatus) =>
      sumSek(cells.filter((cell) => cell.year === year && cell.status === status).map((cell) => cell.amountSek));
    const costSek = amountIn(application.project.costs, year);
    const [securedSek, appliedSek, intendedSek] = [ofStatus('decided'), ofStatus('applied'), ofStatus('intent')];
    const gap = costSek - securedSek - appliedSek - intendedSek;
    return {
      year,
      costSek,
      securedSek,
      appliedSek,
      intendedSek,
      withoutSourceSek: Math.max(0, gap),
      surplusSek: Math.max(0, -gap),
    };
  });
  const total = (name: keyof Omit<MoneyPlanYear, 'year'>) => sumSek(rows.map((row) => row[name]));
  return {
    cells,
    years: rows,
    total: {
      costSek: total('costSek'),
      securedSek: total('securedSek'),
      appliedSek: total('appliedSek'),
      intendedSek: total('intendedSek'),
      withoutSourceSek: total('withoutSourceSek'),
      surplusSek: total('surplusSek'),
    },
  };
}

/** The lines with the grant in the place of what was asked for. */
function settled(
  lines: readonly PlannedMoney[],
  requested: readonly YearAmount[],
  granted: readonly YearAmount[],
): readonly PlannedMoney[] {
  const oneToOne = lines.filter(isOneToOne);
  const hasOneFinancier = new Set(oneToOne.map((line) => line.financierActorId)).size <= 1;
  const exactFirst = [...lines].sort((a, b) => Number(isExactly(b, requested)) - Number(isExactly(a, requested)));
  const left = new Map(requested.map(({ year, amountSek }) => [year, amountSek]));
  const remaining = new Map(
    exactFirst.map((line) => {
      if (!isOneToOne(line)) return [line, line.amountSek];
      if (hasOneFinancier) return [line, 0];
      const taken = line.status === 'applied' ? Math.min(line.amountSek, left.get(line.year) ?? 0) : 0;
      left.set(line.year, (left.get(line.year) ?? 0) - taken);
      return [line, line.amountSek - taken];
    }),
  );
  const own = exactFirst.find((line) => isOneToOne(line) && remaining.get(line) !== line.amountSek) ?? oneToOne[0];
  const grant = granted.map(({ year, amountSek }): PlannedMoney => ({
    sourceType: 'state_1_1',
    financierActorId: own?.financierActorId ?? null,
    year,
    kind: 'cash',
    status: 'decided',
    amountSek,
  }));
  const others = lines.map((line) => ({ ...line, amountSek: remaining.get(line) as Sek }));
  return [...grant, ...others.filter((line) => !isOneToOne(line) || line.amountSek > 0)];
}

const isOneToOne = (line: PlannedMoney) => line.sourceType === 'state_1_1';

const isExactly = (line: PlannedMoney, requested: readonly YearAmount[]) =>
  isOneToOne(line) && line.status === 'applied' && line.amountSek === amountIn(requested, line.year);

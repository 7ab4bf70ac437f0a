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
 * Rule    Decided money is secured. When the 1:1 grant has been decided, `granted` replaces the application's own 1:1 lines as secured
 *         money; what was asked for and not granted is then without source.
 * Edges   Totals are sums of years, so that a hole in one year is not hidden by a surplus in another.
 */
export function moneyPlan(application: Application, granted: readonly YearAmount[] | null = null): MoneyPlan {
  const lines = application.project.financing.flatMap(({ sourceType, financierActorId, kind, status, amounts }) =>
    amounts.map(({ year, amountSek }) => ({ sourceType, financierActorId, year, kind, status, amountSek })),
  );
  const decided = granted?.map(({ year, amountSek }): PlannedMoney => {
    const own = lines.find((line) => line.sourceType === 'state_1_1');
    return {
      sourceType: 'state_1_1',
      financierActorId: own?.financierActorId ?? null,
      year,
      kind: 'cash',
      status: 'decided',
      amountSek,
    };
  });
  const cells = decided ? [...decided, ...lines.filter((line) => line.sourceType !== 'state_1_1')] : lines;
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

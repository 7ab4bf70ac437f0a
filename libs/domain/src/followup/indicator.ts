import { refusal, type Path, type Refusal } from '../result';

export const indicatorDirections = ['increase', 'decrease'] as const;
/** Which way is better. */
export type IndicatorDirection = (typeof indicatorDirections)[number];

export const indicatorAccumulations = ['latest', 'sum'] as const;
/**
 * How results over time make one value: `latest` for a level or a count that is already accumulated, `sum` for what each period
 * adds to the baseline. Accumulated figures must not be added up once more.
 */
export type IndicatorAccumulation = (typeof indicatorAccumulations)[number];

/** The perspectives the annual result report asks for (Förordning (2024:99) 8 § 2, 9 § 2 and 9 § 4). */
export const perspectives = [
  'economic',
  'social',
  'environmental',
  'gender_equality',
  'integration',
  'climate',
] as const;
export type Perspective = (typeof perspectives)[number];

/** What a project is measured by. Null means "not stated", never zero. */
export interface Indicator {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly unit: string;
  /** True when the unit is people: every result is then given by sex. */
  readonly countsPeople: boolean;
  readonly direction: IndicatorDirection;
  readonly accumulation: IndicatorAccumulation;
  readonly baseline: number | null;
  /** `YYYY-MM-DD`. */
  readonly baselineDate: string | null;
  readonly target: number | null;
  readonly targetDate: string | null;
  /** How it is measured. */
  readonly method: string | null;
  /** Who answers for it, as an actor. */
  readonly ownerActorId: string | null;
  readonly perspectives: readonly Perspective[];
  readonly note: string | null;
}

/** What was measured on a day. */
export interface IndicatorResult {
  readonly indicatorId: string;
  readonly date: string;
  readonly value: number;
  /** People by sex; null where people are not counted. */
  readonly women: number | null;
  readonly men: number | null;
  /** People whose sex is not stated. */
  readonly notStated: number | null;
  readonly note: string | null;
}

/**
 * Why an indicator cannot be as it is written; `[]` when it can. Baseline, target, method and owner may come later: what is missing
 * is shown wherever the indicator is.
 *
 * Errors  `text-missing`, `number-not-finite`, `people-not-whole`, `indicator-direction` (a target that is not on the better side of
 *         the baseline), `indicator-sum-decrease` (what periods add cannot take away), `indicator-dates-order`, `listed-twice`.
 */
export function indicatorRefusals(indicator: Omit<Indicator, 'id'>): readonly Refusal[] {
  const { baseline, target, baselineDate, targetDate, direction } = indicator;
  const problems: Refusal[] = [];
  for (const field of ['name', 'unit'] as const)
    if (indicator[field].trim() === '') problems.push(refusal('text-missing', [field], { field }));
  for (const field of ['baseline', 'target'] as const)
    problems.push(...numberRefusals(indicator[field], [field], indicator.countsPeople));
  if (baseline !== null && target !== null && problems.length === 0) {
    const isBetter = direction === 'increase' ? target > baseline : target < baseline;
    if (!isBetter) problems.push(refusal('indicator-direction', ['target'], { baseline, target, direction }));
  }
  if (indicator.accumulation === 'sum' && direction === 'decrease')
    problems.push(refusal('indicator-sum-decrease', ['accumulation']));
  if (baselineDate !== null && targetDate !== null && targetDate <= baselineDate)
    problems.push(refusal('indicator-dates-order', ['targetDate'], { from: baselineDate, to: targetDate }));
  indicator.perspectives.forEach((item, index, all) => {
    if (all.indexOf(item) !== index) problems.push(refusal('listed-twice', ['perspectives', index], { item }));
  });
  return problems;
}

/**
 * Why a result cannot be recorded; `[]` when it can.
 *
 * Rule    Where people are counted, women, men and not stated are all given and sum to the value. Where they are not, none is.
 * Errors  `date-in-future`, `result-before-baseline`, `number-not-finite`, `people-not-whole`, `result-sex-missing`,
 *         `result-sex-sum`, `result-sex-not-people`, `result-sum-negative`.
 * Source  Förordning (2017:583) 16 §: statistics broken down by sex.
 */
export function resultRefusals(
  result: Omit<IndicatorResult, 'indicatorId'>,
  { countsPeople, accumulation, baselineDate }: Pick<Indicator, 'countsPeople' | 'accumulation' | 'baselineDate'>,
  today: string,
): readonly Refusal[] {
  const { date, value } = result;
  const problems: Refusal[] = [];
  if (date > today) problems.push(refusal('date-in-future', ['date'], { date, today }));
  if (baselineDate !== null && date < baselineDate)
    problems.push(refusal('result-before-baseline', ['date'], { date, baseline: baselineDate }));
  problems.push(...numberRefusals(value, ['value'], countsPeople));
  if (accumulation === 'sum' && value < 0 && problems.length === 0)
    problems.push(refusal('result-sum-negative', ['value'], { value }));
  const sexes = ['women', 'men', 'notStated'] as const;
  for (const field of sexes) {
    const count = result[field];
    if (countsPeople && count === null) problems.push(refusal('result-sex-missing', [field], { field }));
    if (!countsPeople && count !== null) problems.push(refusal('result-sex-not-people', [field], { field }));
    if (countsPeople) problems.push(...numberRefusals(count, [field], true));
  }
  if (countsPeople && problems.length === 0) {
    const sum = sexes.reduce((total, field) => total + (result[field] ?? 0), 0);
    if (sum !== value) problems.push(refusal('result-sex-sum', ['value'], { value, sum }));
  }
  return problems;
}

/**
 * Why results that are already recorded stand in the way of an indicator as it is now written; `[]` when they do not. One refusal for
 * each field of the indicator that is in conflict, with the number of results and the first day.
 *
 * Errors  `indicator-results-disagree` at `countsPeople`, `baselineDate` or `accumulation`.
 */
export function recordedResultRefusals(
  indicator: Pick<Indicator, 'countsPeople' | 'accumulation' | 'baselineDate'>,
  results: readonly IndicatorResult[],
): readonly Refusal[] {
  const fieldOf = (code: string) => {
    if (code === 'result-before-baseline') return 'baselineDate';
    return code === 'result-sum-negative' ? 'accumulation' : 'countsPeople';
  };
  const days = new Map<string, Set<string>>();
  for (const result of results)
    for (const { code } of resultRefusals(result, indicator, result.date))
      days.set(fieldOf(code), (days.get(fieldOf(code)) ?? new Set()).add(result.date));
  return [...days].map(([field, dates]) =>
    refusal('indicator-results-disagree', [field], { count: dates.size, date: [...dates].sort()[0] as string }),
  );
}

function numberRefusals(value: number | null, path: Path, isPeople: boolean): readonly Refusal[] {
  if (value === null) return [];
  if (!Number.isFinite(value)) return [refusal('number-not-finite', path, { value: String(value) })];
  if (isPeople && !(Number.isSafeInteger(value) && value >= 0)) return [refusal('people-not-whole', path, { value })];
  return [];
}

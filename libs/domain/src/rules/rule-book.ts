import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import type { ChecklistItem } from './checklist';
import { isDay } from './day';
import { figureUnits } from './figure-units';

/** What a finding means for the application. Only `error` stops it; people decide about the rest. */
export const severities = ['error', 'warning', 'manual_review', 'exclude_rating', 'portfolio_constraint'] as const;
export type Severity = (typeof severities)[number];

/** Where a rule or a figure comes from: what the user is shown beside every finding. */
export interface RuleSource {
  /** E.g. `Förordning (2003:596) 5 § (2009:674)`. */
  readonly citation: string;
  /** What the source says, in its own language or shortened. */
  readonly text: string;
  readonly url: string | null;
  /** False: not read in its current wording, or from general knowledge. Such sources are marked wherever they are shown. */
  readonly isVerified: boolean;
}

export const ruleScopes = ['law', 'eu_law', 'fund', 'regional_practice', 'report', 'engine'] as const;
/** How far a rule or figure reaches: a national law, EU law, one fund's programme, the region's practice, the report, or our own choice. */
export type RuleScope = (typeof ruleScopes)[number];

export const parameterUnits = [
  'percent',
  'percentage_points',
  'sek',
  'eur',
  'sek_per_eur',
  'years',
  'months',
  'count',
  'words',
] as const;
export type ParameterUnit = (typeof parameterUnits)[number];

/** One value of a parameter and the days it is valid, first and last included. */
export interface RuleParameter {
  readonly id: string;
  readonly value: number | readonly string[];
  readonly unit: ParameterUnit;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The last day; null = until further notice. */
  readonly validTo: string | null;
  readonly scope: RuleScope;
  readonly source: RuleSource;
}

/** A rule as the region applies it: which version of the check, how severe, on which days, resting on which figures and texts. */
export interface RuleSetting {
  readonly ruleId: string;
  readonly version: number;
  readonly severity: Severity;
  readonly checklistItem: ChecklistItem;
  readonly parameterIds: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly scope: RuleScope;
  readonly sources: readonly RuleSource[];
}

/** All rules and figures with their dates, as data: stored, shown, changed and versioned like other data. */
export interface RuleBook {
  /** Changes with every edit; stands in every record made with the book. */
  readonly version: string;
  readonly parameters: readonly RuleParameter[];
  readonly rules: readonly RuleSetting[];
}

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** True on every day from the first to the last, both included. Dates are compared as text (`YYYY-MM-DD`). */
export function isValidOn(dated: Dated, day: string): boolean {
  return dated.validFrom <= day && (dated.validTo === null || day <= dated.validTo);
}

/** The value of a parameter that is valid on a day: the one that began last. Null when none is valid. */
export function parameterOn(ruleBook: RuleBook, parameterId: string, day: string): RuleParameter | null {
  const valid = ruleBook.parameters.filter((parameter) => parameter.id === parameterId && isValidOn(parameter, day));
  return valid.reduce<RuleParameter | null>(
    (last, parameter) => (last === null || parameter.validFrom > last.validFrom ? parameter : last),
    null,
  );
}

/** The rules in force on a day, each once: of two settings of one rule the one that began last. Sorted by id. */
export function rulesOn(ruleBook: RuleBook, day: string): readonly RuleSetting[] {
  const inForce = new Map<string, RuleSetting>();
  for (const rule of ruleBook.rules.filter((setting) => isValidOn(setting, day))) {
    const earlier = inForce.get(rule.ruleId);
    if (!earlier || rule.validFrom > earlier.validFrom) inForce.set(rule.ruleId, rule);
  }
  return [...inForce.values()].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}

/**
 * Checks a book before it is used or saved.
 *
 * Errors  `rule-book-date` (a date that is not a day, or an end before its start), `rule-book-twice` (two values of one parameter,
 *         or two settings of one rule, that begin the same day: which one counts would be chance), `rule-book-value` (a number that
 *         is negative or not finite, a percentage above 100, an exchange rate of 0, an empty word, another unit than the checks read), `rule-unknown`,
 *         `rule-version-unknown`, `rule-parameter-unknown`. The path is the place in the book.
 */
export function checkRuleBook(
  ruleBook: RuleBook,
  known: ReadonlyMap<string, { readonly versions: readonly number[]; readonly parameterIds: readonly string[] }>,
): Result<RuleBook, readonly Refusal[]> {
  const problems: Refusal[] = [];
  const starts = new Set<string>();
  const checkDates = (item: Dated, id: string, path: readonly (string | number)[]) => {
    if (!isDay(item.validFrom))
      problems.push(refusal('rule-book-date', [...path, 'validFrom'], { id, date: item.validFrom }));
    if (item.validTo !== null && (!isDay(item.validTo) || item.validTo < item.validFrom))
      problems.push(refusal('rule-book-date', [...path, 'validTo'], { id, date: item.validTo }));
    const key = `${path[0]} ${id} ${item.validFrom}`;
    if (starts.has(key)) problems.push(refusal('rule-book-twice', path, { id, date: item.validFrom }));
    starts.add(key);
  };
  ruleBook.parameters.forEach((parameter, index) => {
    const path = ['parameters', index];
    checkDates(parameter, parameter.id, path);
    const isRight =
      typeof parameter.value === 'number'
        ? parameter.unit !== 'words' &&
          (parameter.unit === 'sek_per_eur' ? parameter.value > 0 : parameter.value >= 0) &&
          parameter.value < Infinity &&
          (parameter.unit !== 'percent' || parameter.value <= 100)
        : parameter.unit === 'words' && parameter.value.every((word) => word.trim() !== '');
    const unit = Object.hasOwn(figureUnits, parameter.id)
      ? figureUnits[parameter.id as keyof typeof figureUnits]
      : parameter.unit;
    if (!isRight || unit !== parameter.unit)
      problems.push(
        refusal('rule-book-value', [...path, 'value'], { id: parameter.id, value: String(parameter.value) }),
      );
  });
  const parameterIds = new Set(ruleBook.parameters.map((parameter) => parameter.id));
  ruleBook.rules.forEach((rule, index) => {
    const path = ['rules', index];
    checkDates(rule, rule.ruleId, path);
    const check = known.get(rule.ruleId);
    if (!check) problems.push(refusal('rule-unknown', [...path, 'ruleId'], { id: rule.ruleId }));
    else if (!check.versions.includes(rule.version))
      problems.push(refusal('rule-version-unknown', [...path, 'version'], { id: rule.ruleId, version: rule.version }));
    for (const id of new Set([...rule.parameterIds, ...(check?.parameterIds ?? [])]))
      if (!parameterIds.has(id) || !rule.parameterIds.includes(id))
        problems.push(refusal('rule-parameter-unknown', [...path, 'parameterIds'], { rule: rule.ruleId, id }));
  });
  return problems.length === 0 ? accept(ruleBook) : refuse(problems);
}

import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import { dayBefore } from './day';
import { checkRuleBook, type RuleBook, type RuleParameter, type RuleSetting, type Severity } from './rule-book';
import { figureUnits, type FigureId } from './figure-units';
import type { RuleScope, RuleSource } from './rule-book';

/** A value of a figure from a day on, as a person has decided it. */
export interface FigureChange {
  readonly kind: 'figure';
  readonly parameterId: string;
  readonly value: number | readonly string[];
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day; null = until further notice. */
  readonly validTo: string | null;
  readonly scope: RuleScope;
  readonly source: RuleSource;
}

/** How severe a rule is from a day on; null = the rule is not applied from that day. */
export interface RuleChange {
  readonly kind: 'rule';
  readonly ruleId: string;
  readonly severity: Severity | null;
  readonly validFrom: string;
  readonly scope: RuleScope;
  readonly source: RuleSource;
}

export type RuleBookChange = FigureChange | RuleChange;

/**
 * A rule book with what people have changed in it since, in the order of the changes.
 *
 * Rule    A figure's new value counts from its first day; what was valid before that day is as it was, so findings of earlier days
 *         never change. A later change with the same first day replaces the earlier one. A rule that is changed goes on in the
 *         newest version of its check with the new severity; one that is not applied from a day ends the day before.
 *         The version is the book's own and the number of changes: `2026-1+3`.
 * Edges   No changes: the book itself.
 */
export function changedRuleBook(book: RuleBook, changes: readonly RuleBookChange[]): RuleBook {
  if (changes.length === 0) return book;
  let { parameters, rules } = book;
  for (const change of changes)
    if (change.kind === 'figure') parameters = withFigure(parameters, change);
    else rules = withRule(rules, change);
  return { version: `${book.version}+${changes.length}`, parameters, rules };
}

/**
 * The book after one more change, or why the change cannot be made.
 *
 * Errors  `figure-unknown` for a figure nothing reads; else those of `checkRuleBook`, their place in the changed book.
 */
export function tryRuleBookChange(
  book: RuleBook,
  changes: readonly RuleBookChange[],
  change: RuleBookChange,
  known: Parameters<typeof checkRuleBook>[1],
): Result<RuleBook, readonly Refusal[]> {
  if (change.kind === 'figure' && !Object.hasOwn(figureUnits, change.parameterId))
    return refuse([
      refusal('figure-unknown', ['parameterId'], { id: change.parameterId, known: Object.keys(figureUnits) }),
    ]);
  const changed = changedRuleBook(book, [...changes, change]);
  const checked = checkRuleBook(changed, known);
  return checked.ok ? accept(changed) : checked;
}

function withFigure(parameters: readonly RuleParameter[], change: FigureChange): readonly RuleParameter[] {
  const { parameterId: id, value, validFrom, validTo, scope, source } = change;
  const unit =
    figureUnits[id as FigureId] ??
    parameters.find((parameter) => parameter.id === id)?.unit ??
    (typeof value === 'number' ? 'count' : 'words');
  const others = parameters.filter((parameter) => parameter.id !== id || parameter.validFrom !== validFrom);
  return [...others, { id, value, unit, validFrom, validTo, scope, source }].sort(
    (a, b) => compare(a.id, b.id) || compare(a.validFrom, b.validFrom),
  );
}

function withRule(rules: readonly RuleSetting[], change: RuleChange): readonly RuleSetting[] {
  const own = rules.filter((rule) => rule.ruleId === change.ruleId);
  const newest = own.reduce<RuleSetting | null>(
    (last, rule) => (last === null || rule.validFrom >= last.validFrom ? rule : last),
    null,
  );
  if (!newest) return [...rules, unknownRule(change)];
  const before = own
    .filter((rule) => rule.validFrom < change.validFrom)
    .map((rule) => (change.severity === null ? endedBefore(rule, change.validFrom) : rule));
  const after = own.filter((rule) => rule.validFrom > change.validFrom && change.severity !== null);
  const now: RuleSetting[] =
    change.severity === null
      ? []
      : [
          {
            ...newest,
            severity: change.severity,
            validFrom: change.validFrom,
            validTo: null,
            scope: change.scope,
            sources: [...newest.sources.filter(({ citation }) => citation !== change.source.citation), change.source],
          },
        ];
  return [...rules.filter((rule) => rule.ruleId !== change.ruleId), ...before, ...now, ...after].sort(
    (a, b) => compare(a.ruleId, b.ruleId) || compare(a.validFrom, b.validFrom),
  );
}

const endedBefore = (rule: RuleSetting, day: string): RuleSetting => {
  const last = dayBefore(day);
  return { ...rule, validTo: rule.validTo !== null && rule.validTo < last ? rule.validTo : last };
};

/** A rule nobody knows stands in the book as it is, so that the check of the book refuses it by name. */
const unknownRule = (change: RuleChange): RuleSetting => ({
  ruleId: change.ruleId,
  version: 0,
  severity: change.severity ?? 'warning',
  checklistItem: 'complete_application',
  parameterIds: [],
  validFrom: change.validFrom,
  validTo: null,
  scope: change.scope,
  sources: [change.source],
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

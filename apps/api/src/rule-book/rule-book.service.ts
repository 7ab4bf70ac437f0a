import { Injectable } from '@nestjs/common';
import {
  accept,
  changedRuleBook,
  defaultRuleBook,
  euroAtGrantDate,
  knownRules,
  refusal,
  refuse,
  tryRuleBookChange,
  type Refusal,
  type Result,
  type RuleBook,
  type EuroAtGrantDate,
  type RuleBookChange,
} from '@fordela/domain';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { RuleBookChanged, RuleFigureInput, RuleSeverityInput } from './edit-rule-book.types';
import type { RuleBookEdit } from './rule-book-edit.types';
import { RuleBookRepository } from './rule-book.repository';

const longestText = 10_000;

/** The rule book as it is applied: the product's own, and what the region has changed in it, with dates. */
@Injectable()
export class RuleBookService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RuleBookRepository,
    private readonly clock: Clock,
  ) {}

  /** All rules and figures with all their dates. */
  current(): Promise<RuleBook> {
    return this.unitOfWork.read(async (tx) => bookWith(await this.repository.edits(tx)));
  }

  /** Every change there has been, the first one first. */
  edits(): Promise<readonly RuleBookEdit[]> {
    return this.unitOfWork.read((tx) => this.repository.edits(tx));
  }

  /** Aid in kronor as euro at the book's rate of the day; refused when it has none. */
  async aidInEuro(amountSek: number, grantedDate: string): Promise<Result<EuroAtGrantDate>> {
    return euroAtGrantDate(await this.current(), amountSek, grantedDate);
  }

  /** The book with a figure's new value; refused when the checks could not use it, or somebody has changed the book since. */
  setFigure(input: RuleFigureInput): Promise<Result<RuleBookChanged>> {
    const { parameterId, value, validFrom, validTo, scope } = input;
    return this.change(input, {
      kind: 'figure',
      parameterId,
      value: value as number | readonly string[],
      validFrom,
      validTo: validTo ?? null,
      scope,
      source: sourceOf(input),
    });
  }

  /** The book with a rule's new severity, or without the rule, from a day on. */
  setSeverity(input: RuleSeverityInput): Promise<Result<RuleBookChanged>> {
    const { ruleId, severity, validFrom, scope } = input;
    return this.change(input, {
      kind: 'rule',
      ruleId,
      severity: severity ?? null,
      validFrom,
      scope,
      source: sourceOf(input),
    });
  }

  private async change(
    input: RuleFigureInput | RuleSeverityInput,
    change: RuleBookChange,
  ): Promise<Result<RuleBookChanged>> {
    const problems = textRefusals(input);
    if (change.kind === 'figure' && !isFigureValue(change.value))
      problems.push(
        refusal('rule-book-value', ['value'], { id: change.parameterId, value: JSON.stringify(change.value) }),
      );
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lock(tx);
      const edits = await this.repository.edits(tx);
      const { version } = bookWith(edits);
      if (version !== input.expectedVersion)
        return refuse([refusal('rule-book-stale', ['expectedVersion'], { expected: input.expectedVersion, version })]);
      const changed = tryRuleBookChange(defaultRuleBook, edits.map(changeOf), change, knownRules());
      if (!changed.ok)
        return refuse(changed.refusal.map((problem) => ({ ...problem, path: placeInInput(problem, change) })));
      const edit: RuleBookEdit = {
        no: edits.length + 1,
        change,
        validFrom: change.validFrom,
        reason: input.reason.trim(),
        madeBy: input.madeBy.trim(),
        madeAt: this.clock.now(),
      };
      await this.repository.add(tx, edit);
      return accept({ ruleBookVersion: changed.value.version, edit });
    });
  }
}

const changeOf = ({ change }: RuleBookEdit) => change as RuleBookChange;
const bookWith = (edits: readonly RuleBookEdit[]) => changedRuleBook(defaultRuleBook, edits.map(changeOf));

const sourceOf = ({ source }: RuleFigureInput | RuleSeverityInput) => ({
  citation: source.citation.trim(),
  text: source.text.trim(),
  url: source.url ?? null,
  isVerified: source.isVerified,
});

const isFigureValue = (value: unknown) =>
  typeof value === 'number' || (Array.isArray(value) && value.every((word) => typeof word === 'string'));

function textRefusals({ reason, madeBy, source }: RuleFigureInput | RuleSeverityInput): Refusal[] {
  const texts = [
    [['reason'], reason],
    [['madeBy'], madeBy],
    [['source', 'citation'], source.citation],
    [['source', 'text'], source.text],
  ] as const;
  return texts.flatMap(([path, text]): Refusal[] => {
    if (text.trim() === '') return [refusal('text-missing', path, { field: path.at(-1) as string })];
    return text.length > longestText
      ? [refusal('text-too-long', path, { length: text.length, most: longestText })]
      : [];
  });
}

/** The checks name a place in the book; the reader has a form with one figure or one rule. */
function placeInInput({ code, path }: Refusal, change: RuleBookChange): Refusal['path'] {
  if (code === 'rule-book-value') return ['value'];
  if (code === 'figure-unknown') return ['parameterId'];
  if (code === 'rule-unknown') return ['ruleId'];
  if (code === 'rule-parameter-unknown') return [change.kind === 'figure' ? 'parameterId' : 'ruleId'];
  return [path.at(-1) === 'validTo' ? 'validTo' : 'validFrom'];
}

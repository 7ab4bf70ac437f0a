import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Direction } from '../../problem/criterion';

/** Rules for choosing when it is not known which scenario will come. The last two need probabilities. */
export const scenarioRules = [
  'laplace',
  'maximin',
  'maximax',
  'hurwicz',
  'savage',
  'expected-value',
  'expected-regret',
] as const;
export type ScenarioRule = (typeof scenarioRules)[number];

/** The answer of one rule. */
export interface RuleAnswer {
  readonly rule: ScenarioRule;
  /** The figure per action, in units of the table. */
  readonly figures: readonly number[];
  /** Whether the highest or the lowest figure is best. */
  readonly best: 'highest' | 'lowest';
  /** Actions with the best figure (within 1e-12 of the largest figure in size), in order: more than one when they tie. */
  readonly chosen: readonly number[];
}

export interface ScenarioAnswer {
  readonly rules: readonly RuleAnswer[];
  /** m × k: how much each action falls short of the best one in each scenario. */
  readonly regrets: readonly (readonly number[])[];
}

export interface ScenarioOptions {
  /** Whether more is better; default `maximise`. With `minimise` the table holds costs. */
  readonly direction?: Direction;
  /** Probability of each scenario, summing to 1; without them the rules that need them are left out. */
  readonly probabilities?: readonly number[];
  /** Hurwicz: weight of the best outcome, from 0 (as `maximin`) to 1 (as `maximax`); default 0.5. */
  readonly optimism?: number;
  /** Default: all that can be computed. */
  readonly rules?: readonly ScenarioRule[];
}

/**
 * Decisions under uncertainty about scenarios.
 *
 * Rule    laplace: mean over scenarios. maximin: worst outcome. maximax: best outcome. hurwicz: optimism × best + (1 − optimism) ×
 *         worst. savage: largest regret, the least being best. expected-value and expected-regret: weighted by probabilities.
 * Shapes  table: m actions × k scenarios. For costs "best" and "worst" outcome are the smallest and the largest.
 * Errors  `scenario-too-few`; `scenario-not-finite`; `scenario-probabilities` (not k, negative, not summing to 1);
 *         `scenario-optimism` outside [0, 1]; `scenario-needs-probabilities` for a rule asked for without them.
 * Source  Luce & Raiffa, Games and Decisions (1957), ch. 13; Savage (1951); Hurwicz (1951).
 * @example scenarioDecision([[26, 18], [22, 30]]).value.rules // maximin: figures [18, 22], chosen [1]
 */
export function scenarioDecision(
  table: readonly (readonly number[])[],
  options: ScenarioOptions = {},
): Result<ScenarioAnswer> {
  const refusals = faults(table, options);
  if (refusals.length > 0) return refuse(refusals);
  const { direction = 'maximise', probabilities, optimism = 0.5 } = options;
  const maximise = direction === 'maximise';
  const better = maximise ? Math.max : Math.min;
  const worse = maximise ? Math.min : Math.max;
  const bestOf = table[0]!.map((_, s) => better(...table.map((row) => row[s]!)));
  const regrets = table.map((row) => row.map((outcome, s) => Math.abs(bestOf[s]! - outcome)));
  const mean = (row: readonly number[]) => row.reduce((sum, outcome) => sum + outcome, 0) / row.length;
  const expected = (row: readonly number[]) =>
    row.reduce((sum, outcome, s) => sum + (probabilities?.[s] ?? 0) * outcome, 0);
  const figures: Readonly<Record<ScenarioRule, (i: number) => number>> = {
    laplace: (i) => mean(table[i]!),
    maximin: (i) => worse(...table[i]!),
    maximax: (i) => better(...table[i]!),
    hurwicz: (i) => optimism * better(...table[i]!) + (1 - optimism) * worse(...table[i]!),
    savage: (i) => Math.max(...regrets[i]!),
    'expected-value': (i) => expected(table[i]!),
    'expected-regret': (i) => expected(regrets[i]!),
  };
  const wanted = options.rules ?? scenarioRules.filter((rule) => probabilities || !needsProbabilities(rule));
  return accept({
    regrets,
    rules: wanted.map((rule) => {
      const all = table.map((_, i) => figures[rule](i));
      const best = (rule === 'savage' || rule === 'expected-regret' ? 'lowest' : maximise ? 'highest' : 'lowest') as
        'highest' | 'lowest';
      const top = best === 'highest' ? Math.max(...all) : Math.min(...all);
      const slack = 1e-12 * Math.max(1, ...all.map(Math.abs));
      return {
        rule,
        figures: all,
        best,
        chosen: all.flatMap((figure, i) => (Math.abs(figure - top) <= slack ? [i] : [])),
      };
    }),
  });
}

const needsProbabilities = (rule: ScenarioRule): boolean => rule === 'expected-value' || rule === 'expected-regret';

function faults(table: readonly (readonly number[])[], options: ScenarioOptions): Refusal[] {
  const refusals: Refusal[] = [];
  const scenarios = table[0]?.length ?? 0;
  if (scenarios === 0) refusals.push(refusal('scenario-too-few', [], { actions: table.length, scenarios }));
  table.forEach((row, i) => {
    if (row.length !== scenarios)
      refusals.push(refusal('scenario-row-length', ['table', i], { length: row.length, expected: scenarios }));
    row.forEach((outcome, s) => {
      if (!Number.isFinite(outcome))
        refusals.push(refusal('scenario-not-finite', ['table', i, s], { value: String(outcome) }));
    });
  });
  const { probabilities, optimism = 0.5, rules = [] } = options;
  if (!(optimism >= 0 && optimism <= 1))
    refusals.push(refusal('scenario-optimism', ['optimism'], { value: String(optimism) }));
  if (probabilities) {
    const sum = probabilities.reduce((total, p) => total + p, 0);
    if (probabilities.length !== scenarios || !probabilities.every((p) => p >= 0) || !(Math.abs(sum - 1) <= 1e-9))
      refusals.push(
        refusal('scenario-probabilities', ['probabilities'], {
          length: probabilities.length,
          expected: scenarios,
          sum: String(sum),
        }),
      );
  } else
    for (const rule of rules.filter(needsProbabilities))
      refusals.push(refusal('scenario-needs-probabilities', ['rules'], { rule }));
  return refusals;
}

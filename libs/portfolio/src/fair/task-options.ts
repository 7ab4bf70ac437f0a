import { z } from 'zod';
import type { Completion } from './equal-shares';
import { startMoneys } from './equal-shares';
import { Fraction } from './fraction';
import { greedyOrders, worthlessProjects } from './greedy';
import { overspendRules } from './phragmen';
import { tieKeys, type TieBreaking } from './rule';
import { satisfactionMeasures } from './satisfaction';
import type { SettingChoice } from './fair-setting';
import type { VotersChoice } from './voters';

/** The options of the fair tasks as people write them; docs/formats/allocation-problem.md, "Fair rules". */

const id = () => z.union([z.string().min(1), z.number()]).transform(String);

/** An exact amount ≥ 0: a number, or text such as `0.5` or `1/24`. */
export const exactAmount = () =>
  z
    .union([z.number().min(0), z.string().regex(/^\s*(\d+(\.\d+)?|\d+\/0*[1-9]\d*)\s*$/)])
    .transform((written): Fraction => Fraction.parse(written) ?? Fraction.zero);

const voters = () =>
  z
    .union([
      z.literal('ballots').transform((): VotersChoice => ({ from: 'ballots' })),
      z
        .strictObject({
          from: z.literal('groups'),
          dimension: z.string().min(1),
          groups: z.array(id()).min(1).optional(),
          weight: z.enum(['equal', 'inhabitants']).default('equal'),
          wishes: z.enum(['approval', 'money', 'value']).default('approval'),
        })
        .transform((choice): VotersChoice => ({ ...choice, groups: choice.groups ?? null })),
      z
        .strictObject({
          from: z.literal('values'),
          names: z.array(z.string()).min(1).optional(),
          wishes: z.enum(['value', 'approval']).default('value'),
          approveAtLeast: exactAmount().optional(),
        })
        .transform((choice): VotersChoice => ({
          ...choice,
          names: choice.names ?? null,
          approveAtLeast: choice.approveAtLeast ?? null,
        })),
    ])
    .default({ from: 'ballots' });

/** What every task about voters chooses. */
export const votersOptions = () => ({
  voters: voters(),
  grant: z.enum(['requested', 'smallest']).default('requested'),
});

const measure = () => z.enum(satisfactionMeasures).default('cost');
export const measureOption = measure;

/** What every rule chooses besides. */
const ruleOptions = () => ({
  ...votersOptions(),
  ties: z.array(z.enum(tieKeys)).default(['index']),
  order: z.array(id()).default([]),
  alreadyFunded: z.array(id()).default([]),
  /** List all outcomes over all ways ties can fall, at most so many. */
  allOutcomes: z.int().min(1).max(100_000).optional(),
});

const completion = () =>
  z
    .union([
      z.enum(['none', 'add1', 'add1u', 'budget_increase', 'utilitarian', 'phragmen']),
      z.strictObject({
        method: z.literal('budget_increase'),
        /** How much is added at a time: to every voter, or in all. Without it one percent of the budget in all. */
        step: z.strictObject({ amount: exactAmount(), per: z.enum(['voter', 'total']) }).optional(),
        stopWhenExhaustive: z.boolean().default(true),
        mostSteps: z.int().min(0).max(100_000_000).default(1_000_000),
        then: z.enum(greedyOrders).optional(),
      }),
      z.strictObject({ method: z.literal('utilitarian'), order: z.enum(greedyOrders).default('value_per_cost') }),
      z.strictObject({ method: z.literal('phragmen'), overspend: z.enum(overspendRules).default('stop') }),
    ])
    .default('none');
export type CompletionInput = z.infer<ReturnType<typeof completion>>;

/** Completion as the rule wants it. `budget_increase` without a step raises the whole budget by one percent at a time. */
export function completionOf(input: CompletionInput, budget: Fraction, voters: number): Completion {
  const increase = (stepPerVoter: Fraction, then: 'value_per_cost' | null = null): Completion => ({
    method: 'budget_increase',
    stepPerVoter,
    stopWhenExhaustive: true,
    mostSteps: 1_000_000,
    then,
  });
  const percent = budget.over(100).over(voters);
  switch (input) {
    case 'none':
      return { method: 'none' };
    case 'add1':
      return increase(Fraction.one);
    case 'add1u':
      return increase(Fraction.one, 'value_per_cost');
    case 'budget_increase':
      return increase(percent);
    case 'utilitarian':
      return { method: 'utilitarian', order: 'value_per_cost' };
    case 'phragmen':
      return { method: 'phragmen', overspend: 'stop' };
  }
  if (input.method !== 'budget_increase') return input;
  const { step, stopWhenExhaustive, mostSteps, then = null } = input;
  return {
    method: 'budget_increase',
    stepPerVoter: !step ? percent : step.per === 'voter' ? step.amount : step.amount.over(voters),
    stopWhenExhaustive,
    mostSteps,
    then,
  };
}

/** Options of each rule; `compare-rules` takes a list of them, told apart by `rule`. */
export const ruleSchemas = {
  greedy: () =>
    z.strictObject({
      ...ruleOptions(),
      /** The voters' satisfaction, or the projects' own value. */
      of: z.enum(['satisfaction', 'value']).optional(),
      measure: measure(),
      by: z.enum(greedyOrders).default('value_per_cost'),
      worthless: z.enum(worthlessProjects).default('fund_if_fits'),
    }),
  'max-welfare': () => z.strictObject({ ...ruleOptions(), measure: measure() }),
  'equal-shares': () =>
    z.strictObject({
      ...ruleOptions(),
      measure: measure(),
      completion: completion(),
      startMoney: z.enum(startMoneys).default('remaining_budget'),
      trace: z.enum(['rounds', 'payments']).default('rounds'),
    }),
  phragmen: () => z.strictObject({ ...ruleOptions(), overspend: z.enum(overspendRules).default('stop') }),
};
export type RuleName = keyof typeof ruleSchemas;
export type RuleOptions<Name extends RuleName> = z.infer<ReturnType<(typeof ruleSchemas)[Name]>>;

/** The setting a rule's options ask for. */
export function settingChoice(
  options: RuleOptions<'phragmen'> | RuleOptions<'max-welfare'>,
  withVoters = true,
): SettingChoice {
  const ties: TieBreaking = { keys: options.ties, order: options.order };
  const { grant, alreadyFunded } = options;
  return { voters: withVoters ? options.voters : null, grant, alreadyFunded, ties };
}

import { accept, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Conventions, type RegisteredTask } from '../allocate/task';
import { categoryProportionality } from '../metrics/category-proportionality';
import { electionStatistics } from '../metrics/election-statistics';
import { priceOfFairness } from '../metrics/price-of-fairness';
import { satisfactionStatistics } from '../metrics/satisfaction-statistics';
import type { AllocationProblem } from '../problem/allocation-problem';
import type { MipSolver } from '../solver/mip-solver';
import { idsOf, votersIn } from './election';
import { fairSetting, indexesOf, type FairSetting } from './fair-setting';
import { sumFractions } from './fraction';
import { priceability, priceabilitySize } from './priceability';
import { priceabilityBySolver } from './price-system-by-solver';
import { representation, representationAxioms, slackRules } from './representation';
import { answerRule, figure, settingFor, type RuleOutcome } from './rule-answers';
import { checkMeasure } from './satisfaction';
import { supportOf } from './support';
import {
  exactAmount,
  measureOption,
  ruleSchemas,
  votersOptions,
  type RuleName,
  type RuleOptions,
} from './task-options';
import { totalWorth } from './total-worth';
import { supportTimings } from './effective-support';
import { whyNotFunded } from './why-not-funded';

/** The tasks about fair rules; docs/formats/allocation-problem.md, "Fair rules". */
export const fairTasks = (): readonly RegisteredTask[] => [
  ruleTask('greedy', 'Greedy rule'),
  ruleTask('max-welfare', 'Greatest total satisfaction'),
  ruleTask('equal-shares', 'Method of Equal Shares'),
  ruleTask('phragmen', 'Phragmén’s sequential rule'),
  compareRulesTask,
  satisfactionTask,
  electionStatisticsTask,
  priceabilityTask,
  representationTask,
  whyNotFundedTask,
];

/** Options that are plain values are conventions a result rests on; the others are in the file. */
function conventionsOf(options: Readonly<Record<string, unknown>>): Conventions {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
      return key === 'ties' || key === 'voters' || key === 'completion' ? [[key, JSON.stringify(value)]] : [];
    }),
  );
}

/** Versions of the rules as tasks. 1.1.0: the budget ends Phragmén and the completions, and no longer bars single projects. */
const ruleVersions: Readonly<Record<RuleName, string>> = {
  greedy: '1.0.0',
  'max-welfare': '1.0.0',
  'equal-shares': '1.1.0',
  phragmen: '1.1.0',
};

function ruleTask(rule: RuleName, method: string): RegisteredTask {
  return defineTask<RuleOptions<RuleName>, RuleOutcome>({
    name: rule,
    version: ruleVersions[rule],
    options: ruleSchemas[rule],
    run: async (problem, options, { path, solver }) => {
      const setting = settingFor(problem, rule, options, path);
      if (!setting.ok) return setting;
      const outcome = await answerRule(setting.value, rule, options, path, solver);
      if (!outcome.ok) return outcome;
      return accept({ method, conventions: conventionsOf(options), observations: [], outcome: outcome.value });
    },
  });
}

const selection = () => z.array(z.union([z.string().min(1), z.number()]).transform(String));

const ruleToCompare = () =>
  z.discriminatedUnion('rule', [
    ruleSchemas.greedy().extend({ rule: z.literal('greedy'), name: z.string().optional() }),
    ruleSchemas['max-welfare']().extend({ rule: z.literal('max-welfare'), name: z.string().optional() }),
    ruleSchemas['equal-shares']().extend({ rule: z.literal('equal-shares'), name: z.string().optional() }),
    ruleSchemas.phragmen().extend({ rule: z.literal('phragmen'), name: z.string().optional() }),
  ]);

/** What is compared when nothing is said. */
const usualRules: readonly Readonly<Record<string, unknown>>[] = [
  { rule: 'greedy', name: 'greedy' },
  { rule: 'equal-shares', name: 'equal-shares-cost' },
  { rule: 'equal-shares', name: 'equal-shares-cost-completed', completion: 'budget_increase' },
  { rule: 'equal-shares', name: 'equal-shares-cardinality', measure: 'cardinality' },
  { rule: 'phragmen', name: 'phragmen' },
  { rule: 'max-welfare', name: 'max-welfare' },
];

const compareRulesTask = defineTask({
  name: 'compare-rules',
  version: '1.1.0',
  options: () =>
    z.strictObject({
      ...votersOptions(),
      measure: measureOption(),
      rules: z.array(ruleToCompare()).min(1).optional(),
      /** Sets to compare with: an official result, a proposal. */
      selections: z.record(z.string(), selection()).default({}),
    }),
  run: async (problem, options, { path, solver }) => {
    const { measure, voters, grant } = options;
    const rules =
      options.rules ??
      usualRules.map((rule) => ruleToCompare().parse({ ...rule, grant })).map((rule) => ({ ...rule, voters }));
    const base = baseSetting(problem, options, path);
    if (!base.ok) return base;
    const entries: { name: string; rule: RuleName | null; selected: readonly string[] }[] = [];
    for (const [index, { rule, name, ...chosen }] of rules.entries()) {
      const place = [...path, 'rules', index];
      const outcome = await runRule(problem, rule, chosen as RuleOptions<RuleName>, place, solver);
      if (!outcome.ok) return outcome;
      entries.push({ name: name ?? rule, rule, selected: outcome.value.selected });
    }
    for (const [name, ids] of Object.entries(options.selections)) {
      const known = indexesOf(base.value.election, ids, [...path, 'selections', name]);
      if (!known.ok) return known;
      entries.push({ name, rule: null, selected: idsOf(base.value.election, known.value) });
    }
    const best = await runRule(
      problem,
      'max-welfare',
      ruleSchemas['max-welfare']().parse({ measure, grant, voters: 'ballots' }),
      path,
      solver,
      voters,
    );
    if (!best.ok) return best;
    const figures = entries.map((entry) => compared(base.value, entry, measure, best.value.welfare?.value ?? null));
    return accept({
      method: 'Rules side by side',
      conventions: conventionsOf(options),
      observations: [],
      outcome: { bestWelfare: best.value.welfare, rules: figures },
    });
  },
});

async function runRule(
  problem: AllocationProblem,
  rule: RuleName,
  options: RuleOptions<RuleName>,
  path: Path,
  solver: MipSolver,
  voters = options.voters,
): Promise<Result<RuleOutcome>> {
  const chosen = { ...options, voters };
  const setting = settingFor(problem, rule, chosen, path);
  return setting.ok ? answerRule(setting.value, rule, chosen, path, solver) : setting;
}

function compared(
  { election, candidates, problem }: FairSetting,
  entry: { readonly name: string; readonly rule: RuleName | null; readonly selected: readonly string[] },
  measure: RuleOptions<'max-welfare'>['measure'],
  bestWelfare: number | null,
) {
  const indexOf = new Map(election.projects.map((project, index) => [project.id, index]));
  const funded = entry.selected.map((id) => indexOf.get(id)!);
  const worth = totalWorth(supportOf(election, measure));
  const welfare = sumFractions(funded.map((index) => worth[index]!)).toNumber();
  const { exact: _exact, ...satisfaction } = satisfactionStatistics(election, funded, measure);
  const value = funded.reduce((sum, index) => sum + candidates[index]!.level.value.point, 0) / problem.valueScale;
  const cost = sumFractions(funded.map((index) => election.projects[index]!.cost));
  return {
    ...entry,
    grants: funded.length,
    cost: cost.toNumber(),
    unspent: election.budget.minus(cost).toNumber(),
    value,
    welfare,
    // A set outside the limits may be above the best within them: then there is no price to state.
    priceOfFairness: bestWelfare === null || welfare > bestWelfare ? null : priceOfFairness(bestWelfare, welfare),
    satisfaction,
  };
}

const usualTies = { keys: ['index' as const], order: [] };

function baseSetting(
  problem: AllocationProblem,
  { voters, grant }: Pick<RuleOptions<'phragmen'>, 'voters' | 'grant'>,
  path: Path,
): Result<FairSetting> {
  return fairSetting(problem, { voters, grant, ties: usualTies, alreadyFunded: [] }, path);
}

/** The setting and the indexes of a selection, for tasks that judge a given set. */
function judged(
  problem: AllocationProblem,
  options: Pick<RuleOptions<'phragmen'>, 'voters' | 'grant'> & { readonly selection: readonly string[] },
  path: Path,
): Result<{ readonly setting: FairSetting; readonly funded: readonly number[] }> {
  const setting = baseSetting(problem, options, path);
  if (!setting.ok) return setting;
  const funded = indexesOf(setting.value.election, options.selection, [...path, 'selection']);
  return funded.ok ? accept({ setting: setting.value, funded: funded.value }) : funded;
}

const satisfactionTask = defineTask({
  name: 'satisfaction',
  version: '1.0.0',
  options: () =>
    z.strictObject({
      ...votersOptions(),
      selection: selection(),
      measure: measureOption(),
      /** Dimension whose groups are the categories to compare; all its groups and those in `categories`. */
      categoryDimension: z.string().default('category'),
      categories: z.array(z.string()).default([]),
    }),
  run: (problem, options, { path }) => {
    const input = judged(problem, options, path);
    if (!input.ok) return input;
    const { setting, funded } = input.value;
    const suits = checkMeasure(setting.election, options.measure);
    if (!suits.ok) return refuse(suits.refusal.map((entry) => ({ ...entry, path: [...path, ...entry.path] })));
    const { exact, ...statistics } = satisfactionStatistics(setting.election, funded, options.measure);
    const dimension = options.categoryDimension;
    const categories = [...new Set([...(problem.dimensions[dimension] ?? []), ...options.categories])];
    const projects = setting.election.projects.map((project, index) => ({
      ...project,
      categories: setting.candidates[index]!.project.groups[dimension]?.parts.map(({ group }) => group) ?? [],
    }));
    return accept({
      method: 'Satisfaction of the voters',
      conventions: conventionsOf(options),
      observations: [],
      outcome: {
        ...statistics,
        exact: {
          mean: exact.mean.toString(),
          shareSatisfied: exact.shareSatisfied.toString(),
          gini: exact.gini.toString(),
        },
        categoryProportionality: categoryProportionality({ ...setting.election, projects }, funded, categories),
      },
    });
  },
});

const electionStatisticsTask = defineTask({
  name: 'election-statistics',
  version: '1.0.0',
  options: () => z.strictObject(votersOptions()),
  run: (problem, options, { path }) => {
    const setting = baseSetting(problem, options, path);
    if (!setting.ok) return setting;
    const { totalCost, scarcity, ...statistics } = electionStatistics(setting.value.election);
    return accept({
      method: 'Costs and ballots before anything is decided',
      conventions: conventionsOf(options),
      observations: [],
      outcome: { ...statistics, totalCost: totalCost.toNumber(), scarcity: scarcity && figure(scarcity) },
    });
  },
});

/** Rows × columns up to which priceability is decided by exact arithmetic. */
const largestExactSystem = 400_000;

const priceabilityTask = defineTask({
  name: 'priceability',
  version: '1.0.0',
  options: () =>
    z.strictObject({
      ...votersOptions(),
      selection: selection(),
      stable: z.boolean().default(false),
      exhaustive: z.boolean().default(true),
    }),
  run: async (problem, options, { path, solver }) => {
    const input = judged(problem, options, path);
    if (!input.ok) return input;
    const { setting, funded } = input.value;
    const question = { funded, stable: options.stable, exhaustive: options.exhaustive };
    const isExact = priceabilitySize(setting.election, question) <= largestExactSystem;
    const answer = isExact
      ? priceability(setting.election, question)
      : await priceabilityBySolver(setting.election, question, solver);
    const id = (project: number) => setting.election.projects[project]!.id;
    return accept({
      method: isExact ? 'Exact linear feasibility' : `Linear feasibility by ${solver.name}, within 1e-7`,
      conventions: conventionsOf(options),
      observations: [],
      outcome: answer.holds
        ? {
            holds: true,
            because: null,
            project: null,
            endowment: figure(answer.prices.endowment),
            payments: answer.prices.payments.map(({ voterIds, paid }) => ({
              voters: voterIds,
              each: paid.map(({ project, amount }) => ({ project: id(project), amount: figure(amount) })),
            })),
          }
        : {
            holds: false,
            because: answer.because,
            project: answer.project === null ? null : id(answer.project),
            endowment: null,
            payments: [],
          },
    });
  },
});

const representationTask = defineTask({
  name: 'representation',
  version: '1.0.0',
  options: () =>
    z.strictObject({
      ...votersOptions(),
      selection: selection(),
      measure: z.enum(['cost', 'cardinality', 'share', 'cost_sqrt']).default('cost'),
      axioms: z
        .array(z.enum(representationAxioms))
        .min(1)
        .default([...representationAxioms]),
      slack: z.enum(slackRules).default('none'),
    }),
  run: (problem, options, { path }) => {
    const input = judged(problem, options, path);
    if (!input.ok) return input;
    const { setting, funded } = input.value;
    const { measure, slack } = options;
    const answers = [];
    for (const [index, axiom] of options.axioms.entries()) {
      const answer = representation(setting.election, { axiom, slack, measure, funded });
      if (!answer.ok) return refuse(answer.refusal.map((entry) => ({ ...entry, path: [...path, 'axioms', index] })));
      const { value } = answer;
      answers.push(
        value.holds
          ? { axiom, holds: true, letDown: null }
          : {
              axiom,
              holds: false,
              letDown: {
                projects: idsOf(setting.election, value.projects),
                voters: value.voterIds,
                groupSize: value.groupSize,
                entitlement: figure(value.entitlement),
              },
            },
      );
    }
    return accept({
      method: 'Axioms of proportional representation',
      conventions: conventionsOf(options),
      observations: [],
      outcome: answers,
    });
  },
});

const whyNotFundedTask = defineTask({
  name: 'why-not-funded',
  version: '1.2.0',
  options: () =>
    ruleSchemas['equal-shares']()
      .omit({ allOutcomes: true, trace: true })
      .extend({
        timing: z.enum(supportTimings).default('after_payment'),
        /** Judge a given set instead of the rule's own: its projects count as funded. */
        selection: selection().optional(),
        /** The budget to share, instead of the problem's: e.g. the one a completion ended with. */
        budget: z.union([z.number().min(0), z.string()]).optional(),
        /** The purchases as they went, e.g. of another program's run: what every voter of each ballot had before and after. */
        rounds: z
          .array(
            z.strictObject({
              project: z.union([z.string().min(1), z.number()]).transform(String),
              before: z.array(exactAmount()).max(100_000),
              after: z.array(exactAmount()).max(100_000),
            }),
          )
          .min(1)
          .max(10_000)
          .optional(),
      }),
  run: (problem, options, { path }) => {
    const setting = settingFor(problem, 'equal-shares', { ...options, trace: 'rounds' }, path);
    if (!setting.ok) return setting;
    const outcome = whyNotFunded(setting.value, options, path);
    if (!outcome.ok) return outcome;
    return accept({
      method: 'Effective support and money lost to rivals, Method of Equal Shares',
      conventions: {
        ...conventionsOf(options),
        voterCount: votersIn(setting.value.election),
        purchases: options.rounds ? 'stated' : 'own-run',
      },
      observations: [],
      outcome: outcome.value,
    });
  },
});

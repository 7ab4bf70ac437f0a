import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costOf, idsOf, votersIn, type Election } from '../fair/election';
import { equalShares, type Completion } from '../fair/equal-shares';
import { Fraction } from '../fair/fraction';
import { runGreedy } from '../fair/greedy';
import { maxWelfare } from '../fair/max-welfare';
import { runPhragmen } from '../fair/phragmen';
import type { SatisfactionMeasure } from '../fair/satisfaction';
import { supportOf } from '../fair/support';
import { chooserOf } from '../fair/tie-breaking';
import { totalWorth } from '../fair/total-worth';
import { satisfactionStatistics } from '../metrics/satisfaction-statistics';
import { parsePabulib } from './parse-pabulib';

/**
 * Four real elections from Pabulib (Faliszewski et al. 2023), with the official outcome and outcomes of an exact implementation that
 * agrees with pabutools 1.2.3. The files are read where they lie beside the repository; without them this suite says so and passes.
 */
const shared = join(__dirname, '../../../../../shared');
const names = [
  'lodz_2020_mileszki',
  'warszawa_2017_anin',
  'warszawa_2018_obszar-2-stara-milosna',
  'warszawa_2019_marysin-wawerski-polnocny',
];
const present = names.filter((name) => existsSync(join(shared, `pabulib/poland_${name}.pb`)));

interface Case {
  readonly expected: {
    readonly official_selected: string[];
    readonly greedy_cost: string[];
    readonly mes_cost: string[];
    readonly mes_cardinality: string[];
    readonly mes_cost_add1: string[];
    readonly phragmen: string[];
    readonly spent: Record<string, number>;
    readonly max_total_votes_within_budget: number;
    readonly metrics: Record<
      string,
      Record<'percent_non_empty_handed' | 'avg_cardinality' | 'avg_cost' | 'gini_cost', number>
    >;
  };
}

if (present.length < names.length)
  process.stdout.write('real elections: the files in ../shared/pabulib are absent; skipped\n');

for (const name of present.length < names.length ? [] : names)
  describe(name, () => {
    const parsed = parsePabulib(readFileSync(join(shared, `pabulib/poland_${name}.pb`), 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const { election, officiallySelected, notes } = parsed.value;
    const { expected } = JSON.parse(readFileSync(join(shared, `cases/pb-real-${name}.json`), 'utf8')) as Case;
    const choose = chooserOf(election, { keys: ['id_numeric'], order: [] });
    const start = { alreadyFunded: [], choose, admit: null };
    const costs = election.projects.map((project) => project.cost);
    const worth = (measure: SatisfactionMeasure) => totalWorth(supportOf(election, measure));
    const shares = (measure: SatisfactionMeasure, completion: Completion) =>
      equalShares(election, {
        measure,
        completion,
        alreadyFunded: [],
        startMoney: 'remaining_budget',
        choose,
        admit: null,
      }).funded;
    const add1: Completion = {
      method: 'budget_increase',
      stepPerVoter: Fraction.one,
      stopWhenExhaustive: true,
      mostSteps: 1_000_000,
      then: null,
    };
    const outcomes: Record<string, readonly number[]> = {
      greedy_cost: runGreedy({
        budget: election.budget,
        costs,
        values: worth('cost'),
        order: 'value_per_cost',
        worthless: 'fund_if_fits',
        start,
      }).chosen,
      mes_cost: shares('cost', { method: 'none' }),
      mes_cardinality: shares('cardinality', { method: 'none' }),
      mes_cost_add1: shares('cost', add1),
      phragmen: runPhragmen(supportOf(election, 'cardinality'), {
        budget: election.budget,
        overspend: 'stop',
        start,
        leftover: null,
      }).chosen,
    };
    const rules = ['greedy_cost', 'mes_cost', 'mes_cardinality', 'mes_cost_add1', 'phragmen'] as const;

    it('is read as it is', () => {
      expect(notes).toEqual([]);
      expect([...officiallySelected!].sort()).toEqual([...expected.official_selected].sort());
    });

    it.each(rules)('%s', (rule) => {
      expect([...idsOf(election, outcomes[rule]!)].sort()).toEqual([...expected[rule]].sort());
      expect(costOf(election, outcomes[rule]!).toNumber()).toBe(expected.spent[rule]);
    });

    it('the most votes within the budget', () => {
      const best = maxWelfare({
        budget: election.budget,
        costs,
        values: worth('cardinality'),
        alreadyFunded: [],
        cap: 10,
        mostStates: 1_000_000,
      });
      expect(best!.value.toNumber()).toBe(expected.max_total_votes_within_budget);
    });

    it.each(['greedy_cost', 'mes_cost_add1'])('satisfaction under %s', (rule) => {
      const byCost = satisfactionStatistics(election, outcomes[rule]!, 'cost');
      const byNumber = satisfactionStatistics(election, outcomes[rule]!, 'cardinality');
      const metrics = expected.metrics[rule]!;
      expect(byCost.shareSatisfied).toBeCloseTo(metrics.percent_non_empty_handed, 6);
      expect(byNumber.mean).toBeCloseTo(metrics.avg_cardinality, 6);
      expect(Math.abs(byCost.mean - metrics.avg_cost)).toBeLessThan(1e-6 * metrics.avg_cost);
      expect(byCost.gini).toBeCloseTo(metrics.gini_cost, 6);
      expect(byCost.voters).toBe(votersIn(election as Election));
    });
  });

if (present.length < names.length) it('has nothing to read', () => expect(present.length).toBeLessThan(names.length));

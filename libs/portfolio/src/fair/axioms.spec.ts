import * as fc from 'fast-check';
import { highsSolver } from '../solver/highs-solver';
import type { MipSolver } from '../solver/mip-solver';
import { costOf, idsOf, votersIn, type Election } from './election';
import { runEqualShares } from './equal-shares-run';
import { exactFeasibility, type LinearRow } from './exact-feasibility';
import { Fraction, sumFractions } from './fraction';
import { modelOf, priceabilityBySolver } from './price-system-by-solver';
import { linearSystem, priceability } from './priceability';
import { representation, type RepresentationAxiom, type SlackRule } from './representation';
import { supportOf } from './support';
import { accepted, approvalElection, approvalElections, subsets, worthTable } from '../../../../test/support/elections';

const unitCosts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i + 1}`, 1]));
const list = (text: string) => text.split(' ');

describe('priceability: published elections', () => {
  // Peters & Skowron 2020 (arXiv 1911.11747) pages 2 and 15; Peters et al. 2021 page 13; equalshares.net; pabutools guide.
  // Questions and answers as in pabutools tests/test_priceability.py and docs/usage/analysis.
  const elections: Record<string, Election> = {
    'PS20 page 2': approvalElection(
      12,
      unitCosts(15),
      ['1 2 3 4', '1 2 3 5', '1 2 3 6', '7 8 9', '10 11 12', '13 14 15'].map(list),
    ),
    'PS20 page 15': approvalElection(
      5,
      unitCosts(10),
      ['1', '2', '3', '4', '5'].map((own) => list(`${own} 6 7 8 9 10`)),
    ),
    'page 13': approvalElection(9, unitCosts(12), [
      ...Array.from({ length: 3 }, () => list('1 2 3 4 5 6')),
      ...Array.from({ length: 3 }, () => list('1 2 3 7 8 9')),
      ...Array.from({ length: 3 }, () => list('1 2 3 10 11 12')),
    ]),
    'equalshares.net': accepted({
      budget: 1100,
      projects: [
        ['bike', 700],
        ['gym', 400],
        ['park', 250],
        ['playground', 200],
        ['library', 100],
      ].map(([id, cost]) => ({ id: id as string, cost: cost as number })),
      ballots: [
        'bike gym',
        'bike gym park',
        'bike gym',
        'bike gym park',
        'bike gym park',
        'bike gym',
        'park playground library',
        'playground',
        'playground library',
        'park playground library',
        'bike',
      ].map((names) => ({ projects: list(names) })),
    }),
    'pabutools guide': approvalElection(500, { p1: 50, p2: 150, p3: 300, p4: 250, p5: 250 }, [
      list('p1 p2 p3 p4'),
      list('p1 p2 p3 p4'),
      list('p1 p2 p3 p4 p5'),
      list('p1 p2 p3 p5'),
      list('p1 p2 p3 p5'),
    ]),
  };

  it.each([
    ['PS20 page 2', '1 2 3 7 8 9 10 11 12 13 14 15', false, false],
    ['PS20 page 2', '1 2 3 4 5 6 7 8 10 11 13 14', false, true],
    ['PS20 page 15', '1 2', false, false],
    ['PS20 page 15', '1 2 3 4 5', false, true],
    ['PS20 page 15', '6 7 8 9 10', false, true],
    ['page 13', '1 2 3 4 5 6 7 8 9', false, true],
    ['page 13', '1 2 3 4 5 7 8 10 11', false, true],
    ['page 13', '1 2 3 4 5 7 8 11', false, false],
    ['equalshares.net', 'bike gym', true, false],
    ['equalshares.net', 'bike park library', true, false],
    ['equalshares.net', 'gym park playground library', true, true],
    ['pabutools guide', 'p4 p5', false, true],
    ['pabutools guide', 'p4 p5', true, false],
    ['pabutools guide', 'p1 p2 p3', true, true],
  ])('%s: %s, stable %p', (name, ids, stable, expected) => {
    const election = elections[name]!;
    const funded = list(ids).map((id) => election.projects.findIndex((project) => project.id === id));
    const answer = priceability(election, { funded, stable, exhaustive: true });
    expect(answer.holds).toBe(expected);
    if (answer.holds) verifyPrices(election, funded, stable, answer.prices);
  });
});

/** The conditions, checked one by one on the prices given. */
function verifyPrices(
  election: Election,
  funded: readonly number[],
  stable: boolean,
  { endowment, payments }: Extract<ReturnType<typeof priceability>, { holds: true }>['prices'],
) {
  expect(endowment.times(votersIn(election)).compare(election.budget)).toBeGreaterThanOrEqual(0);
  const paidBy = new Map(payments.flatMap(({ voterIds, paid }) => voterIds.map((id) => [id, paid])));
  const received = election.projects.map(() => Fraction.zero);
  const movable = election.ballots.map((ballot) => {
    const paid = paidBy.get(ballot.voterId)!;
    for (const { project, amount } of paid) {
      expect(ballot.projects).toContain(project);
      expect(amount.sign()).toBe(1);
      received[project] = received[project]!.plus(amount.times(ballot.weight));
    }
    const left = endowment.minus(sumFractions(paid.map(({ amount }) => amount)));
    expect(left.sign()).toBeGreaterThanOrEqual(0);
    return stable ? paid.reduce((most, { amount }) => (amount.compare(most) > 0 ? amount : most), left) : left;
  });
  election.projects.forEach(({ cost }, project) => {
    expect(received[project]!.toString()).toBe((funded.includes(project) ? cost : Fraction.zero).toString());
    if (funded.includes(project)) return;
    const could = sumFractions(
      election.ballots.flatMap((ballot, i) =>
        ballot.projects.includes(project) ? [movable[i]!.times(ballot.weight)] : [],
      ),
    );
    expect(could.compare(cost)).toBeLessThanOrEqual(0);
  });
}

describe('priceability: laws', () => {
  let solver: MipSolver;
  beforeAll(async () => {
    solver = await highsSolver();
  });

  it('what the Method of Equal Shares funds is priceable', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const endowment = election.budget.over(votersIn(election));
        const start = { alreadyFunded: [], choose: () => 0, admit: null };
        const run = runEqualShares(supportOf(election, 'cardinality'), {
          endowment,
          start,
          without: null,
          watch: null,
        });
        const answer = priceability(election, { funded: run.chosen, stable: false, exhaustive: false });
        expect(answer.holds).toBe(true);
        if (answer.holds) verifyPrices(election, run.chosen, false, answer.prices);
      }),
    );
  });

  it('every yes is verified, stable is stronger, and a second solver agrees', async () => {
    await fc.assert(
      fc.asyncProperty(
        approvalElections({ projects: 5, ballots: 5 }),
        fc.nat(31),
        fc.boolean(),
        async (election, bits, stable) => {
          const funded = election.projects.flatMap((_, p) => ((bits >> p) & 1 ? [p] : []));
          fc.pre(costOf(election, funded).compare(election.budget) <= 0);
          const question = { funded, stable, exhaustive: false };
          const answer = priceability(election, question);
          if (answer.holds) verifyPrices(election, funded, stable, answer.prices);
          if (answer.holds && stable) expect(priceability(election, { ...question, stable: false }).holds).toBe(true);
          const { variables, rows } = linearSystem(election, question);
          expect(await feasibleByHighs(solver, variables, rows)).toBe(answer.holds);
          expect((await priceabilityBySolver(election, question, solver)).holds).toBe(answer.holds);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('exact feasibility agrees with a second solver on random systems', async () => {
    const row = fc.record({
      numbers: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 }),
      relation: fc.constantFrom('<=' as const, '=' as const, '>=' as const),
      constant: fc.integer({ min: -6, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (given) => {
        const rows: LinearRow[] = given.map(({ numbers, relation, constant }) => ({
          coefficients: new Map(numbers.map((value, column) => [column, Fraction.of(value)])),
          relation,
          constant: Fraction.of(constant, 3),
        }));
        const values = exactFeasibility(4, rows);
        expect(await feasibleByHighs(solver, 4, rows)).toBe(values !== null);
        for (const { coefficients, relation, constant } of values ? rows : []) {
          const sum = sumFractions([...coefficients].map(([column, value]) => value.times(values![column]!)));
          const order = sum.compare(constant);
          expect(relation === '=' ? order === 0 : relation === '<=' ? order <= 0 : order >= 0).toBe(true);
          expect(values!.every((value) => value.sign() >= 0)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

async function feasibleByHighs(solver: MipSolver, columns: number, rows: readonly LinearRow[]): Promise<boolean> {
  const options = { gap: 0, absoluteGap: 0, timeLimitSeconds: 20, seed: 1 };
  return (await solver.solve(modelOf(columns, rows), options)).status !== 'infeasible';
}

describe('representation', () => {
  const small = approvalElections({ projects: 4, ballots: 4 });
  const ask = (
    election: Election,
    funded: readonly number[],
    axiom: RepresentationAxiom,
    slack: SlackRule = 'none',
    measure: 'cost' | 'cardinality' = 'cost',
  ) => {
    const answer = representation(election, { axiom, slack, measure, funded });
    if (!answer.ok) throw new Error('refused');
    return answer.value;
  };
  const sets = fc.nat(15);
  const measures = fc.constantFrom('cost' as const, 'cardinality' as const);
  const chosenOf = (election: Election, bits: number) =>
    election.projects.flatMap((_, p) => ((bits >> p) & 1 ? [p] : []));

  /** Straight from the definitions: every group of voters, every set of projects. */
  function byDefinition(
    election: Election,
    funded: number[],
    axiom: RepresentationAxiom,
    slack: SlackRule,
    measure: 'cost' | 'cardinality',
  ) {
    const worth = worthTable(election, measure);
    const approves = worthTable(election, 'cardinality').map((row) => row.map((value) => value.sign() > 0));
    const unit = (p: number) => (measure === 'cost' ? election.projects[p]!.cost : Fraction.one);
    const value = (voter: number, set: number[]) => sumFractions(set.map((p) => worth[voter]![p]!));
    const total = (set: number[]) => sumFractions(set.map(unit));
    const enough = (has: Fraction, set: number[]) => {
      if (has.compare(total(set)) >= 0) return true;
      const extra = set
        .filter((p) => !funded.includes(p) && unit(p).sign() > 0)
        .map((p) => has.plus(unit(p)).compare(total(set)) > 0);
      if (slack === 'none' || extra.length === 0) return false;
      return slack === 'up_to_one' ? extra.some(Boolean) : extra.every(Boolean);
    };
    const voters = worth.map((_, voter) => voter);
    return subsets(voters.length).every(
      (group) =>
        group.length === 0 ||
        subsets(election.projects.length).every((set) => {
          const entitled = costOf(election, set).compare(election.budget.times(group.length).over(voters.length)) <= 0;
          if (!entitled || set.length === 0) return true;
          const unanimous = group.every((voter) => set.every((p) => approves[voter]![p]));
          switch (axiom) {
            case 'jr':
              return set.length > 1 || !unanimous || group.some((voter) => funded.some((p) => approves[voter]![p]));
            case 'pjr':
              return !unanimous || enough(total(funded.filter((p) => group.some((voter) => approves[voter]![p]))), set);
            case 'ejr':
              return !unanimous || group.some((voter) => enough(value(voter, funded), set));
            case 'core':
              return group.some((voter) => value(voter, set).compare(value(voter, funded)) <= 0);
            case 'ejr_plus': {
              const [p] = set as [number];
              const { cost } = election.projects[p]!;
              if (set.length > 1 || !unanimous || funded.includes(p) || unit(p).sign() === 0) return true;
              if (cost.sign() === 0) return false;
              const bought = election.budget.times(group.length).over(voters.length).times(unit(p)).over(cost);
              return group.some((voter) => value(voter, funded).plus(unit(p)).compare(bought) > 0);
            }
          }
        }),
    );
  }

  it.each(['jr', 'pjr', 'ejr', 'ejr_plus', 'core'] as const)('%s equals its definition', (axiom) => {
    fc.assert(
      fc.property(
        small,
        sets,
        fc.constantFrom<SlackRule>('none', 'up_to_any', 'up_to_one'),
        measures,
        (election, bits, slack, measure) => {
          fc.pre(votersIn(election) <= 8);
          const funded = chosenOf(election, bits);
          expect(ask(election, funded, axiom, slack, measure).holds).toBe(
            byDefinition(election, funded, axiom, slack, measure),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stronger axioms imply weaker ones', () => {
    fc.assert(
      fc.property(approvalElections(), fc.nat(127), measures, (election, bits, measure) => {
        const funded = chosenOf(election, bits);
        const holds = (axiom: RepresentationAxiom, slack: SlackRule = 'none') =>
          ask(election, funded, axiom, slack, measure).holds;
        if (holds('core')) expect(holds('ejr')).toBe(true);
        if (holds('ejr')) expect(holds('pjr')).toBe(true);
        if (holds('ejr')) expect(holds('ejr', 'up_to_any')).toBe(true);
        if (holds('ejr', 'up_to_any')) expect(holds('ejr', 'up_to_one')).toBe(true);
        if (measure === 'cost' && holds('ejr_plus')) expect(holds('ejr', 'up_to_any')).toBe(true);
      }),
    );
  });

  it('the Method of Equal Shares gives EJR and EJR+ up to any project under its own measure', () => {
    fc.assert(
      fc.property(approvalElections(), measures, (election, measure) => {
        const endowment = election.budget.over(votersIn(election));
        const start = { alreadyFunded: [], choose: () => 0, admit: null };
        const run = runEqualShares(supportOf(election, measure), { endowment, start, without: null, watch: null });
        expect(ask(election, run.chosen, 'ejr', 'up_to_any', measure).holds).toBe(true);
        expect(ask(election, run.chosen, 'ejr_plus', 'none', measure).holds).toBe(true);
      }),
    );
  });

  it('names the group that is let down', () => {
    const election = approvalElection(2, { a: 1, b: 1, c: 1 }, [['a', 'b'], ['a', 'b'], ['c'], ['c']]);
    const answer = ask(election, [0, 1], 'jr');
    expect(answer).toMatchObject({ holds: false, groupSize: 2, voterIds: ['voter 3', 'voter 4'] });
    expect(!answer.holds && idsOf(election, answer.projects)).toEqual(['c']);
    expect(!answer.holds && answer.entitlement.toString()).toBe('1');
  });

  it('refuses to look at all sets of too many projects, but still checks what is polynomial', () => {
    const election = approvalElection(3, unitCosts(40), [['1', '40']]);
    expect(representation(election, { axiom: 'ejr', slack: 'none', measure: 'cost', funded: [] })).toMatchObject({
      ok: false,
    });
    expect(ask(election, [], 'ejr_plus').holds).toBe(false);
    expect(ask(election, [], 'jr').holds).toBe(false);
    expect(ask(election, [0, 39], 'ejr_plus').holds).toBe(true);
  });
});

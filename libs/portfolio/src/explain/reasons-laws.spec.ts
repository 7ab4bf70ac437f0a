import * as fc from 'fast-check';
import { dice, everyPortfolio, objectiveOf, randomProblemFile } from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import type { Choice } from '../optimise/choice';
import type { AllocationProblem, Objective } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import { changedProblem, type ProblemChange } from './changed-problem';
import type { Reason } from './reasons';
import type { ReasonsOutcome } from './reasons-task';
import type { Change } from './verified-change';

const solver = highsSolver();
type Plain = Exclude<Objective, { name: 'lexicographic' }>;
type Demand = (choice: Choice) => boolean;

/**
 * Small problems of every kind of limit: one to three years, with commitments and carry-over; groups' least and most in money, share
 * and number; joint limits, links, synergies that also cost, part grants in one step or two, two sources, number of grants.
 */
function problemFile(seed: number): Record<string, unknown> {
  const { int, chance } = dice(seed + 9);
  const file = randomProblemFile(seed, 5);
  const projects = file['projects'] as readonly object[];
  const sources = dice(seed + 31);
  const hasSources = projects.length > 1 && sources.chance(30);
  const least = () => ({ id: 'least', dimension: 'owner', group: 'region', min: int(1, 6) * 10 });
  return {
    ...file,
    objective: chance(70) ? 'sum_of_value' : 'value_times_money',
    ...(chance(30) && { limits: [...(file['limits'] as object[]), least()] }),
    ...(chance(20) && { grants: { min: int(1, 2) } }),
    ...(chance(30) && { partialGrants: { steps: 2 } }),
    ...(hasSources && {
      projects: projects.map((project, index) => ({ ...project, requestedFrom: index % 2 === 0 ? 'eu' : 'region' })),
      synergies: [],
      ceilings: [{ id: 'eu', sources: ['eu'], ceiling: sources.int(3, 40) * 10 }],
    }),
  };
}

/** The best objective of the portfolios that meet a demand, by trying all; −∞ when none does. */
function bestByTrying(problem: AllocationProblem, demand: Demand = () => true): number {
  const all = everyPortfolio(problem);
  const values = all.filter(demand).map((choice) => objectiveOf(problem, problem.objective as Plain, choice, all));
  return Math.max(-Infinity, ...values);
}

function inSomeBest(problem: AllocationProblem, demand: Demand): boolean {
  const own = bestByTrying(problem, demand);
  return own > -Infinity && own === bestByTrying(problem);
}

/** The other way for a project: out when it has all it asked for, else all of it (or, for one without a grant, any of it). */
function otherWay(problem: AllocationProblem, { project, level }: Reason): Demand {
  const full = problem.projects.find(({ id }) => id === project)?.levels.at(-1)?.id;
  if (level === full) return (choice) => choice[project] === undefined;
  return level === null ? (choice) => choice[project] !== undefined : (choice) => choice[project] === full;
}

/** The change of a reason made as large as `units`; null for those that are no amount. */
function resized(problem: AllocationProblem, id: string, change: Change, units: number): ProblemChange | null {
  const side = String(change.params['limitCode'] ?? '').endsWith('-min') ? 'min' : 'max';
  const limit = String(change.params['id']);
  switch (change.kind) {
    case 'score':
      return { kind: 'score', project: id, by: units };
    case 'cost':
      return { kind: 'cost', project: id, grant: Math.round((change.from ?? 0) * problem.moneyScale) + units };
    case 'ceiling':
      return { kind: 'ceiling', id: limit, by: units };
    case 'all-ceilings':
      return { kind: 'all-ceilings', by: units };
    case 'group-limit':
      return { kind: 'group-limit', id: limit, side, by: units };
    case 'grants':
      return { kind: 'grants', side, by: units };
    default:
      return null;
  }
}

const scaleOf = (problem: AllocationProblem, { kind, params }: Change) => {
  if (kind === 'score') return problem.valueScale;
  const isCount = kind === 'grants' || String(params['limitCode']).includes('-count-');
  return isCount ? 1 : problem.moneyScale;
};

async function reasonsOf(seed: number): Promise<{ problem: AllocationProblem; outcome: ReasonsOutcome } | null> {
  const file = problemFile(seed);
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok || everyPortfolio(parsed.value).length === 0) return null;
  const answer = await allocate({ ...file, tasks: [{ task: 'reasons' }] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return { problem: parsed.value, outcome: answer.value.results[0]?.outcome as ReasonsOutcome };
}

/** A least amount for a group here makes a dearer project fall out, come back and fall out again. */
const dearerStandsBetter = 262;

const decided: readonly Reason['fate'][] = ['done', 'excluded', 'must-fund'];

/** Every project whose fate the problem decides, over random problems, with its other way. */
async function forEveryReason(
  judge: (problem: AllocationProblem, reason: Reason, other: Demand, outcome: ReasonsOutcome) => void,
  examples: [number][] = [],
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
      const made = await reasonsOf(seed);
      if (!made) return;
      for (const reason of made.outcome.reasons)
        if (!decided.includes(reason.fate)) judge(made.problem, reason, otherWay(made.problem, reason), made.outcome);
    }),
    { numRuns: 40, examples },
  );
}

describe('reasons under every kind of limit, judged by trying every portfolio', () => {
  it('price the other way as the difference of two optima, and what stands in its place is out when it is forced in', async () => {
    await forEveryReason((problem, reason, other, { choice }) => {
      const [best, otherwise] = [bestByTrying(problem), bestByTrying(problem, other)];
      if (otherwise === -Infinity) {
        expect(['impossible', 'indispensable', 'funded-in-part']).toContain(reason.fate);
        expect(reason.blockedBy?.limits.length).toBeGreaterThan(0);
        return;
      }
      const isProduct = problem.objective?.name === 'value_times_money';
      const scale = problem.valueScale * (isProduct ? problem.moneyScale : 1);
      expect(reason.price).toBeCloseTo((best - otherwise) / scale, 6);
      expect(other(reason.otherwise ?? {})).toBe(true);
      expect(everyPortfolio(problem)).toContainEqual(reason.otherwise);
      for (const id of reason.leaving)
        expect([choice[id] !== undefined, reason.otherwise?.[id]]).toEqual([true, undefined]);
      if (reason.fate === 'funded' && otherwise < best) expect(reason.changes.length).toBeGreaterThan(0);
    });
  });

  it('give changes that turn it, and where they are called smallest a smaller one does not', async () => {
    const kinds = new Set<string>();
    await forEveryReason(
      (problem, { project, changes }, other) => {
        for (const change of changes) {
          expect(change.verified).toBe(true);
          const scale = scaleOf(problem, change);
          const by = Math.round((change.by ?? 0) * scale);
          const turned = resized(problem, project, change, by);
          if (!turned) continue;
          kinds.add(change.kind);
          expect([change.kind, inSomeBest(changedProblem(problem, turned), other)]).toEqual([change.kind, true]);
          const most = Math.abs(by) - Math.round(change.within * scale) - 1;
          const smaller = change.smallest ? [most, Math.floor(0.9 * most), Math.floor(most / 2), 1] : [];
          for (const size of smaller.filter((own) => own > 0 && own <= most)) {
            const less = resized(problem, project, change, Math.sign(by) * size) as ProblemChange;
            expect([change.kind, size, inSomeBest(changedProblem(problem, less), other)]).toEqual([
              change.kind,
              size,
              false,
            ]);
          }
        }
      },
      [[dearerStandsBetter]],
    );
    expect([...kinds].sort()).toEqual(['all-ceilings', 'ceiling', 'cost', 'grants', 'group-limit', 'score']);
  });

  it('find a change of a ceiling wherever more of it would bring the project in', async () => {
    await forEveryReason((problem, { fate, changes }, other) => {
      if (fate !== 'not-funded' && fate !== 'impossible') return;
      for (const { id } of problem.ceilings) {
        if (!inSomeBest(changedProblem(problem, { kind: 'ceiling', id, by: 1_000_000 }), other)) continue;
        expect(changes.filter(({ kind, params }) => kind === 'ceiling' && params['id'] === id)).toHaveLength(1);
      }
    });
  });

  it('are the same for a project asked about alone: what was met on the way to other reasons changes no answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
        const made = await reasonsOf(seed);
        if (!made) return;
        for (const reason of made.outcome.reasons) {
          const tasks = [{ task: 'reasons', projects: [reason.project] }];
          const alone = await allocate({ ...problemFile(seed), tasks }, { solver: await solver });
          if (!alone.ok) throw new Error(JSON.stringify(alone.refusal));
          expect((alone.value.results[0]?.outcome as ReasonsOutcome).reasons).toEqual([reason]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

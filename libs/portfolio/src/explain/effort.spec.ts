import { dice } from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import type { OptimiseOutcome } from '../optimise/optimise-task';
import { highsSolver } from '../solver/highs-solver';
import type { ReasonsOutcome } from './reasons-task';

const { int } = dice(7);
const projects = Array.from({ length: 40 }, (_, index) => ({
  id: `p${index}`,
  value: int(1, 100),
  cost: int(5, 60),
  groups: { owner: ['region', 'kommun'][index % 2] },
}));
const file = {
  budget: 400,
  projects,
  limits: [{ id: 'region', dimension: 'owner', group: 'region', min: 150, max: 220 }],
};

async function reasons(effortLimit: number) {
  const tasks = [
    { task: 'reasons', changes: ['ceiling', 'group-limit'], solver: { method: 'branch-and-bound', effortLimit } },
  ];
  const answer = await allocate({ ...file, tasks }, { solver: await highsSolver() });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return (answer.value.results[0]?.outcome as ReasonsOutcome).reasons;
}

describe('changes whose search runs out of effort', () => {
  it('are named as unsettled, never left out in silence', async () => {
    const [all, some] = [await reasons(2000), await reasons(0.08)];
    expect(all.every(({ unsettled }) => unsettled === undefined)).toBe(true);
    const unsettled = some.flatMap((reason) => reason.unsettled ?? []);
    expect(unsettled).toContainEqual({ kind: 'ceiling', limit: { kind: 'ceiling', id: 'budget' } });
    for (const [place, { changes, unsettled: open = [] }] of some.entries()) {
      const found = all[place]?.changes ?? [];
      expect(changes.length + open.length).toBeGreaterThanOrEqual(found.length);
      for (const change of changes) expect(found).toContainEqual(change);
    }
  });
});

it.each(['branch-and-bound', 'highs'])(
  'a group whose least is above its most is impossible at once, by %s',
  async (method) => {
    const limits = [{ id: 'region', dimension: 'owner', group: 'region', min: 220, max: 219 }];
    const solver = { method, effortLimit: 0.001, timeLimitSeconds: 1 };
    const answer = await allocate(
      { ...file, limits, tasks: [{ task: 'optimise', solver }] },
      { solver: await highsSolver() },
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const { certificate } = answer.value.results[0]?.outcome as OptimiseOutcome;
    expect(certificate.status).toBe('infeasible');
  },
);

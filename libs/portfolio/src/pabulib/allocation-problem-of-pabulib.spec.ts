import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { allocationProblemOfPabulib } from './allocation-problem-of-pabulib';

const file = (type: string, votes: string) =>
  `META\nkey;value\ndescription;Example\nbudget;3.5\nvote_type;${type}\nPROJECTS\nproject_id;cost;category;name;selected\n` +
  `a;1.25;sport,health;A;1\nb;2;;B;0\nVOTES\n${votes}`;

async function compare(text: string) {
  const problem = allocationProblemOfPabulib(text);
  if (!problem.ok) throw new Error(JSON.stringify(problem.refusal));
  const answer = await allocate(problem.value, { solver: await highsSolver() });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return {
    problem: problem.value,
    outcome: answer.value.results[0]!.outcome as { rules: { name: string; selected: string[] }[] },
  };
}

describe('allocationProblemOfPabulib', () => {
  it.each([
    ['approval', 'voter_id;vote\n1;a,b\n2;b', [1, 2]],
    ['ordinal', 'voter_id;vote\n1;b,a\n2;b', [1, 2]],
    ['cumulative', 'voter_id;vote;points\n1;a,b;3,1.5\n2;b;4', [3, 5.5]],
  ] as const)('%s votes become ballots that the rules read', async (type, votes, values) => {
    const { problem, outcome } = await compare(file(type, votes));
    expect(problem).toMatchObject({ title: 'Example', budget: '3.5' });
    expect(problem.projects!.map((project) => [project.id, project.cost, project.value])).toEqual([
      ['a', '1.25', values[0]],
      ['b', '2', values[1]],
    ]);
    expect(outcome.rules.at(-1)).toMatchObject({ name: 'official', selected: ['a'] });
    expect(outcome.rules[0]).toMatchObject({ name: 'greedy', selected: ['a', 'b'] });
  });

  it('takes negative scores off the value and counts them as no support', async () => {
    const { problem, outcome } = await compare(file('scoring', 'voter_id;vote;points\n1;a,b;3,-1.5\n2;b;-2'));
    expect(problem.projects!.map(({ value }) => value)).toEqual([3, -3.5]);
    expect(problem.ballots).toMatchObject({
      voters: [{ utilities: { a: '3', b: '-1.5' } }, { utilities: { b: '-2' } }],
    });
    const selected = Object.fromEntries(outcome.rules.map(({ name, selected: own }) => [name, own]));
    for (const [name, own] of Object.entries(selected))
      if (/shares|phragmen/.test(name)) expect([name, own]).toEqual([name, ['a']]);
    // Greedy funds what is worth nothing to anybody where it fits; rules by which supporters pay find nobody to pay for it.
    expect(selected).toMatchObject({ phragmen: ['a'] });
  });

  it('passes refusals on', () => {
    expect(allocationProblemOfPabulib('META\n')).toMatchObject({ ok: false });
  });
});

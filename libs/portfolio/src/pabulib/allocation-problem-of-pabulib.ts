import { accept, type Result } from '@fordela/domain';
import type { Fraction } from '../fair/fraction';
import type { ProblemFile } from '../problem/problem-file';
import { parsePabulib, type PabulibFile } from './parse-pabulib';

/**
 * A `.pb` file as an allocation problem: the JSON that `allocate` reads.
 *
 * Rule    The value of a project is the number of votes (the points, with points, negative ones taken off) it got. Categories and targets become the dimensions
 *         `category` and `target`. The question asked is `compare-rules`, with the official result beside the rules when the file tells it.
 * Errors  Those of `parsePabulib`; amounts finer than a millionth are refused by the allocation problem itself.
 */
export function allocationProblemOfPabulib(content: string): Result<ProblemFile> {
  const file = parsePabulib(content);
  return file.ok ? accept(problemOf(file.value)) : file;
}

function problemOf({ election, meta, names, officiallySelected }: PabulibFile): ProblemFile {
  const votes = election.projects.map(() => 0);
  for (const { projects, utilities } of election.ballots)
    projects.forEach((project, place) => (votes[project] = votes[project]! + (utilities?.[place]?.toNumber() ?? 1)));
  const id = (project: number) => election.projects[project]!.id;
  const type = { approval: 'approval', ordinal: 'ranking', cumulative: 'utility', scoring: 'utility' } as const;
  const selections = officiallySelected ? { official: [...officiallySelected] } : {};
  return {
    ...(meta['description'] && { title: meta['description'].slice(0, 1000) }),
    ...(meta['currency'] && { currency: meta['currency'].slice(0, 20) }),
    budget: decimalText(election.budget),
    projects: election.projects.map(({ id: own, cost, categories, targets }, index) => ({
      id: own,
      ...(names[index] && { name: names[index] }),
      cost: decimalText(cost),
      value: votes[index]!,
      groups: {
        ...(categories.length > 0 && { category: [...categories] }),
        ...(targets.length > 0 && { target: [...targets] }),
      },
    })),
    ballots: {
      type: type[election.ballotKind],
      voters: election.ballots.map(({ voterId, projects, utilities }) => ({
        id: voterId,
        ...(election.ballotKind === 'approval' && { approves: projects.map(id) }),
        ...(election.ballotKind === 'ordinal' && { ranking: projects.map(id) }),
        ...(utilities && {
          utilities: Object.fromEntries(
            projects.map((project, place) => [id(project), decimalText(utilities[place]!)]),
          ),
        }),
      })),
    },
    tasks: [{ task: 'compare-rules', selections }],
  };
}

/** The exact decimal text of a fraction that was written as a decimal. */
function decimalText({ numerator, denominator }: Fraction): string {
  let [top, decimals] = [numerator < 0n ? -numerator : numerator, 0];
  for (; top % denominator !== 0n && decimals < 30; decimals++) top *= 10n;
  const digits = String(top / denominator).padStart(decimals + 1, '0');
  const sign = numerator < 0n ? '-' : '';
  return sign + (decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}

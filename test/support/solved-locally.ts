import { invariant } from '@fordela/domain';
import { allocate, highsSolver } from '@fordela/portfolio';

/** What the pure engine answers to the first task of a problem, or to the first of a name: no service, no database. */
export async function solvedLocally<Outcome>(problem: object, name: string | null = null): Promise<Outcome> {
  const answer = await allocate(problem, { solver: await highsSolver() });
  invariant(answer.ok, `the problem was refused: ${answer.ok ? '' : JSON.stringify(answer.refusal)}`);
  const result = answer.value.results.find(({ task }) => name === null || task === name);
  invariant(result, `the problem asks for ${name}`);
  return result.outcome as Outcome;
}

import { accept, deMinimisJointLimits, refusal, refuse, type Result, type Round, type RuleBook } from '@fordela/domain';
import type { RoundAllocationOptions } from '@fordela/portfolio';
import type { AllocationOptionsInput, GroupLimitInput, SolverInput } from './allocation-options.types';

/** Null and left out are the same on the wire; in the problem, what is not stated is not there. */
function stated<Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined)) as never;
}

const limitOf = ({ dimension, groups, minSek, maxSek, ...rest }: GroupLimitInput, index: number) => ({
  id: `limit-${index + 1} ${dimension} ${groups.join('+')}`,
  dimension,
  groups: [...groups],
  ...stated({ min: minSek, max: maxSek }),
  ...stated(rest),
});

/** What the gate says of a round, and the rule book it was said with. */
export interface RoundGate {
  readonly ruleBook: RuleBook;
  readonly blocked: RoundAllocationOptions['excluded'];
}

/** The choices of the wire as the problem's maker takes them, with the call's own rules put in. */
export function roundOptions(
  round: Round,
  input: AllocationOptionsInput,
  tasks: RoundAllocationOptions['tasks'],
  { ruleBook, blocked }: RoundGate,
): Result<RoundAllocationOptions> {
  const objective = input.objectiveDetail ?? input.objective;
  if (!objective) return refuse([refusal('objective-missing', ['objective'])]);
  if (input.objectiveDetail && input.objective) return refuse([refusal('objective-twice', ['objectiveDetail'])]);
  const chosen = new Set([...input.excluded, ...input.mustFund].map(({ applicationId }) => applicationId));
  const stopped = input.excludeIneligible ? blocked.filter((pin) => !chosen.has(pin.applicationId)) : [];
  const stoppedIds = new Set(blocked.map(({ applicationId }) => applicationId));
  const goesOn = new Set(round.applications.map(({ id }) => id).filter((id) => !stoppedIds.has(id)));
  const grants = stated({ min: input.minGrants, max: input.maxGrants });
  return accept({
    objective: objective as RoundAllocationOptions['objective'],
    ownerAttribution: input.ownerAttribution,
    partialGrants: input.partialGrants,
    sequences: input.sequences,
    excluded: [...input.excluded, ...stopped],
    mustFund: input.mustFund,
    limits: input.limits.map(limitOf),
    deMinimis: input.deMinimisLimits ? deMinimisJointLimits(round, ruleBook, round.call.decisionDate, goesOn) : [],
    grants: Object.keys(grants).length > 0 ? grants : null,
    minimumGrantSek: input.minimumGrantSek ?? null,
    tasks,
  });
}

/** How to look for the optimum, as the problem states it; nothing when nothing is asked for. */
export function solverSettings(solver: SolverInput | null | undefined): { solver?: object } {
  return solver ? { solver: stated(solver) } : {};
}

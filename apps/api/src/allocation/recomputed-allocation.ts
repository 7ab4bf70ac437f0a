import type { AllocationAnswer } from '@fordela/portfolio';
import { grantOf, partsOfAnswer } from './allocation-result';
import type { Allocation } from './allocation.types';
import { wordedObservations } from '../platform/graphql/observation.types';

/** An allocation as it is kept: as it was shown, with the engine's whole answer (records of before that have none). */
export type RecordedAllocation = Allocation & { readonly answer?: AllocationAnswer };

/**
 * What of a kept allocation is made of the call as it was then, and not of the problem: it is taken over from the record, and
 * guarded by its fingerprint alone.
 */
export const allocationPartsOfCall = [
  'callId',
  'isExample',
  'scoresFingerprint',
  'unusedSek',
  'shares',
  'conventions.ownerAttribution',
  'conventions.ruleBook',
  'funded.title',
  'funded.requestedSek',
  'conflict.messageSv',
  'conflict.messageEn',
] as const;

/** The kept allocation with every part that follows from its problem put in anew. */
export function recomputedAllocation(
  recorded: RecordedAllocation,
  problem: Allocation['problem'],
  answer: AllocationAnswer,
): RecordedAllocation {
  const { funded, conventions, conflict, observations, ...parts } = partsOfAnswer(problem, answer);
  const known = new Map(recorded.funded.map((grant) => [grant.applicationId, grant]));
  const { ownerAttribution, ruleBook } = recorded.conventions as Readonly<Record<string, unknown>>;
  const ofCall = recorded.observations.slice(0, Math.max(0, recorded.observations.length - observations.length));
  return {
    ...recorded,
    ...parts,
    conventions: { ...conventions, ownerAttribution, ruleBook },
    funded: funded.map((item) => {
      const grant = known.get(item.project);
      return grantOf(item, grant?.title ?? '', grant?.requestedSek ?? 0);
    }),
    conflict: conflict && conflict.map(({ limit, params }, index) => ({ ...namesOf(recorded, index), limit, params })),
    observations: [...ofCall, ...wordedObservations(observations)],
    problem,
    ...(recorded.answer ? { answer } : {}),
  };
}

/** The words of a conflicting limit, which hold the names of the call. */
function namesOf({ conflict }: RecordedAllocation, index: number) {
  const { code = '', messageSv = '', messageEn = '' } = conflict?.[index] ?? {};
  return { code, messageSv, messageEn };
}

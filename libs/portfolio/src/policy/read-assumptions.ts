import { refusal, type Path, type Refusal } from '@fordela/domain';
import {
  assumptionNames,
  usualAssumptions,
  type Assumption,
  type AssumptionName,
  type Assumptions,
} from './assumptions';

/** A stated assumption: one number, or an interval with what is likeliest and where it comes from. */
export type StatedAssumption =
  | number
  | { readonly low: number; readonly likely: number; readonly high: number; readonly source?: string | undefined };

/** Assumptions that may be 0: nothing left behind, nothing forgotten; the others divide or would stand the model still. */
const mayBeZero: ReadonlySet<string> = new Set<AssumptionName>([
  ...(['baseFteFixed', 'baseFtePer10000', 'successWithout', 'experiencePerApplication', 'forgetting'] as const),
  ...(['lastingPerProject', 'attrition', 'refillWithout', 'sharedLasting', 'learningPerImplementationFte'] as const),
  ...(['overheadPerGrant', 'administrationPerProject', 'uptakeRegion', 'uptakeMunicipal', 'uptakeOther'] as const),
]);
const shares = [
  ...(['successWithout', 'successMost', 'forgetting', 'attrition', 'refillWithout', 'sharedLasting'] as const),
  ...(['uptakeRegion', 'uptakeMunicipal', 'uptakeOther'] as const),
];

/**
 * The usual assumptions with the stated ones in their places, and what is wrong with those.
 *
 * Errors  `policy-unknown-assumption`; `policy-assumption-interval` (out of order, or 0 where 0 means nothing); `policy-share-above-one`;
 *         `policy-success-falls` when success without experience may be above success with most of it: experience would do harm.
 */
export function assumptionsWith(
  stated: Readonly<Record<string, StatedAssumption>>,
  path: Path,
): { readonly assumptions: Assumptions; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const assumptions: Record<AssumptionName, Assumption> = { ...usualAssumptions };
  for (const [name, value] of Object.entries(stated)) {
    const place = [...path, 'assumptions', name];
    if (!isAssumption(name)) {
      refusals.push(refusal('policy-unknown-assumption', place, { name, choices: assumptionNames }));
      continue;
    }
    const interval = typeof value === 'number' ? { low: value, likely: value, high: value } : value;
    const { low, likely, high } = interval;
    const isPositive = low > 0 || (low === 0 && mayBeZero.has(name));
    if (!(low <= likely && likely <= high && isPositive))
      refusals.push(refusal('policy-assumption-interval', place, { name, low, likely, high }));
    const source = typeof value === 'number' ? null : (value.source ?? null);
    assumptions[name] = { ...assumptions[name], low, likely, high, figure: 'stated', source };
  }
  for (const name of shares)
    if (assumptions[name].high > 1)
      refusals.push(
        refusal('policy-share-above-one', [...path, 'assumptions', name], { name, high: assumptions[name].high }),
      );
  const { successWithout, successMost } = assumptions;
  if (successWithout.high > successMost.low)
    refusals.push(
      refusal('policy-success-falls', [...path, 'assumptions', fallingOf(stated)], {
        without: successWithout.high,
        most: successMost.low,
      }),
    );
  return { assumptions, refusals };
}

const isAssumption = (name: string): name is AssumptionName => Object.hasOwn(usualAssumptions, name);

/** The one of the two that was stated; of both, the success that experience ends in. */
const fallingOf = (stated: Readonly<Record<string, StatedAssumption>>): AssumptionName =>
  Object.hasOwn(stated, 'successMost') ? 'successMost' : 'successWithout';

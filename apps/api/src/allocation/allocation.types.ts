import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Params, Sek } from '@fordela/domain';
import { Observation } from '../platform/graphql/observation.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json, Kronor } from '../platform/graphql/scalars';
import { YearAmount } from '../platform/graphql/year-amount.types';
import { words } from '../platform/stored';
import { TaskResult } from '../scoring/evaluation.types';

export type SolveStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';
export const solveStatusWords = words<SolveStatus>('SolveStatus', 'What was proven.', {
  optimal: 'No portfolio under these limits is better.',
  feasible: 'The best found; `gap` says how much better another could be at most.',
  infeasible: 'No portfolio keeps all the limits; `conflict` names limits that cannot hold together.',
  unknown: 'Neither a portfolio nor a proof that there is none was found within the limits of the search.',
});

@ObjectType({ description: 'How the result was proven.' })
export class Certificate {
  @Field(() => solveStatusWords, { description: 'What was proven.' })
  readonly status: SolveStatus;
  @Field(() => Float, { nullable: true, description: 'What the portfolio reaches of the objective.' })
  readonly objective: number | null;
  @Field(() => Float, { nullable: true, description: 'What no portfolio can better.' })
  readonly bound: number | null;
  @Field(() => Float, { nullable: true, description: '|bound − objective|.' })
  readonly absoluteGap: number | null;
  @Field(() => Float, { nullable: true, description: 'The same as a part of the objective; 0 is a proven optimum.' })
  readonly gap: number | null;
  @Field({ description: 'The method that proved it.' })
  readonly method: string;
  @Field({ description: 'Its version.' })
  readonly methodVersion: string;
  @Field(() => Int, { nullable: true, description: 'Search nodes opened, where there were any.' })
  readonly nodes: number | null;
  @Field(() => Float, { description: 'Values were counted in steps of this.' })
  readonly valueStep: number;
  @Field({ description: 'False when some values were rounded to the step.' })
  readonly valuesExact: boolean;
  @Field({ description: 'The portfolio was checked again, in whole kronor, against every limit.' })
  readonly recheckedInWholeNumbers: boolean;
}

@ObjectType({ description: 'What one application is granted in an allocation. A recommendation, not a decision.' })
export class Grant {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'Title of the project when this was computed.' })
  readonly title: string;
  @Field(() => Kronor, { description: 'What it is granted.' })
  readonly grantedSek: Sek;
  @Field(() => Kronor, { description: 'What it asked for.' })
  readonly requestedSek: Sek;
  @Field({ description: 'False when it is granted less than it asked for.' })
  readonly isFull: boolean;
  @Field(() => [YearAmount], { description: 'The grant per year.' })
  readonly years: readonly YearAmount[];
  @Field(() => Float, { description: 'Its score.' })
  readonly score: number;
}

@ObjectType({ description: 'An application that could not be chosen, and why.' })
export class LeftOut {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({
    description:
      "A person's reason, or a code: `ineligible: <rules>`, `not-scored`, `requires-something-that-does-not-exist`.",
  })
  readonly reason: string;
}

@ObjectType({ description: 'How much of the money falls on one group.' })
export class GroupShare {
  @Field(() => ID, { description: 'The group: a word of its enumeration, a theme, a code, a year, or `not_stated`.' })
  readonly group: string;
  @Field({ description: 'What to call it: the name of a municipality, otherwise the group itself.' })
  readonly name: string;
  @Field(() => Kronor, { description: 'Money granted.' })
  readonly amountSek: Sek;
  @Field(() => Float, { description: 'Of all that is granted; 0 when nothing is.' })
  readonly share: number;
  @Field(() => Int, { description: 'Projects with at least a krona in the group.' })
  readonly projects: number;
  @Field(() => Float, { nullable: true, description: 'Kronor per inhabitant; only for municipalities.' })
  readonly perInhabitantSek: number | null;
}

@ObjectType({ description: 'How the money of an allocation falls on the groups a committee looks at.' })
export class AllocationShares {
  @Field(() => [GroupShare], { description: 'Per owner group.' })
  readonly ownerGroups: readonly GroupShare[];
  @Field(() => [GroupShare], { description: 'Per phase, by the cost of the phases.' })
  readonly phases: readonly GroupShare[];
  @Field(() => [GroupShare], {
    description: 'Per theme. A project counts fully in each of its themes: these do not sum to the whole.',
  })
  readonly themes: readonly GroupShare[];
  @Field(() => [GroupShare], { description: 'Per municipality served, equal parts.' })
  readonly municipalities: readonly GroupShare[];
  @Field(() => [GroupShare], { description: 'Per year, as requested.' })
  readonly years: readonly GroupShare[];
}

@ObjectType({ description: 'How much of a ceiling is used.' })
export class CeilingUse {
  @Field(() => ID, { description: 'Identifier of the ceiling.' })
  readonly id: string;
  @Field({ description: 'What it limits: payments, carry-over, total, commitment or other.' })
  readonly kind: string;
  @Field(() => Int, { nullable: true, description: 'Its year, where it has one.' })
  readonly year: number | null;
  @Field(() => Float, { description: 'The ceiling, in kronor for money.' })
  readonly limit: number;
  @Field(() => Float, { description: 'Used.' })
  readonly used: number;
  @Field(() => Float, { description: 'Left.' })
  readonly left: number;
}

@ObjectType({ description: 'A limit that cannot hold together with the others of the conflict.' })
export class ConflictingLimit {
  @Field({ description: 'Code of the sentence.' })
  readonly code: string;
  @Field(() => Json, { description: 'Which limit.' })
  readonly limit: object;
  @Field(() => Json, { description: 'Its figures.' })
  readonly params: Params;
  @Field({ description: 'The limit in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The limit in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'Other portfolios that are as good, the one shown among them.' })
export class TiedOptima {
  @Field(() => [[ID]], { description: 'The applications of each.' })
  readonly portfolios: readonly (readonly string[])[];
  @Field({ description: 'False when there are more than are listed.' })
  readonly isComplete: boolean;
}

@ObjectType({
  description:
    "The best allocation of a call's money under stated choices, proven. The engine recommends; people decide.",
})
export class Allocation {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field({ description: 'Version of the engine.' })
  readonly engineVersion: string;
  @Field({ description: 'SHA-256 of the problem: the same problem has the same.' })
  readonly inputFingerprint: string;
  @Field({ description: 'Fingerprint of the scores the values come from.' })
  readonly scoresFingerprint: string;
  @Field({ description: 'The objective with its version, for example `sum_of_value@1`.' })
  readonly method: string;
  @Field(() => Json, { description: 'Every convention the figures rest on, by name.' })
  readonly conventions: object;
  @Field(() => Certificate, { description: 'How the result was proven.' })
  readonly certificate: Certificate;
  @Field(() => Kronor, { description: 'Granted in all.' })
  readonly grantedSek: Sek;
  @Field(() => Kronor, { description: 'What may be granted and is not.' })
  readonly unusedSek: Sek;
  @Field(() => Float, { description: 'Sum of the scores of what is granted.' })
  readonly value: number;
  @Field(() => [Grant], { description: 'Who is granted what, by case id; empty when there is no portfolio.' })
  readonly funded: readonly Grant[];
  @Field(() => [ID], { description: 'Could be chosen and are not.' })
  readonly notFunded: readonly string[];
  @Field(() => [LeftOut], { description: 'Could not be chosen, with the reason.' })
  readonly leftOut: readonly LeftOut[];
  @Field(() => [CeilingUse], { description: 'How much of each ceiling is used.' })
  readonly ceilings: readonly CeilingUse[];
  @Field(() => AllocationShares, { description: 'How the money falls on groups.' })
  readonly shares: AllocationShares;
  @Field(() => TiedOptima, { nullable: true, description: 'Portfolios as good; null when it was not looked for.' })
  readonly tied: TiedOptima | null;
  @Field(() => [ConflictingLimit], {
    nullable: true,
    description: 'Limits that cannot hold together; null when they can.',
  })
  readonly conflict: readonly ConflictingLimit[] | null;
  @Field(() => [Observation], {
    description: 'What of the call the problem does not carry over, and what the reader should know.',
  })
  readonly observations: readonly Observation[];
  @Field(() => Json, {
    description: 'The problem, complete: `fordela allocate` of it gives the same without a database.',
  })
  readonly problem: object;
}

export const AllocationPayload = outcomeOf('AllocationPayload', 'The allocation, or why there is none.', Allocation);

@ObjectType({ description: 'The answers to all tasks of an allocation problem, in their order.' })
export class AllocationAnswer {
  @Field({ description: 'Name and version of the format of the answer.' })
  readonly format: string;
  @Field({ description: 'Version of the allocation engine.' })
  readonly engineVersion: string;
  @Field(() => String, { nullable: true, description: 'Title of the problem.' })
  readonly title: string | null;
  @Field({ description: 'SHA-256 of the problem.' })
  readonly inputFingerprint: string;
  @Field(() => Json, { description: 'Name and version of the solver at hand.' })
  readonly solver: object;
  @Field(() => [Observation], { description: 'What the reader should know about the problem as it was read.' })
  readonly observations: readonly Observation[];
  @Field(() => [TaskResult], { description: 'The answers.' })
  readonly results: readonly TaskResult[];
}

export const AllocateProblemPayload = outcomeOf(
  'AllocateProblemPayload',
  'The answers, or every fault of the problem with its place.',
  AllocationAnswer,
);

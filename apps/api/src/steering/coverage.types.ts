import { ArgsType, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type {
  CoveredItem as CoveredItemData,
  CoverageKind,
  CyclePhase,
  NeedInPhase as NeedInPhaseData,
  OwnerAttribution,
  Sek,
} from '@fordela/domain';
import { AllocationShares } from '../allocation/allocation.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { ownerAttributionWords } from '../project/project.types';
import { cyclePhaseWords } from '../reference/cycle-phase.types';
import { BasisArgs, PortfolioBasis } from './basis.types';

export const coverageKindWords = words<CoverageKind>('CoverageKind', 'What of the plan something is.', {
  need: 'A need (S, K or R).',
  gap: 'A gap.',
  recommendation: 'A recommendation.',
  priority: 'A priority of the regional development strategy.',
});

@ArgsType()
export class PortfolioArgs extends BasisArgs {
  @Field(() => ownerAttributionWords, {
    defaultValue: 'partner_budget',
    description: "How a joint project's money is attributed.",
  })
  readonly attribution: OwnerAttribution;
}

@ObjectType({ description: 'One thing the plan asks for, and what the chosen projects do about it.' })
export class CoveredItem implements CoveredItemData {
  @Field(() => coverageKindWords, { description: 'What it is.' })
  readonly kind: CoverageKind;
  @Field(() => ID, { description: 'Its identifier in the plan.' })
  readonly id: string;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field(() => [ID], { description: 'Chosen applications that say they answer it.' })
  readonly applicationIds: readonly string[];
  @Field(() => Kronor, {
    description: 'Their money. A project that answers several things counts in full for each: do not add these up.',
  })
  readonly grantSek: Sek;
  @Field(() => [ID], { description: 'Applications not chosen that would answer it.' })
  readonly otherApplicationIds: readonly string[];
}

@ObjectType({ description: 'A need in a phase of the project cycle.' })
export class NeedInPhase implements NeedInPhaseData {
  @Field(() => ID, { description: 'The need.' })
  readonly needId: string;
  @Field(() => cyclePhaseWords, { description: 'The phase.' })
  readonly cyclePhase: CyclePhase;
  @Field({ description: 'False where the plan sees no need: a cell outside its heat map.' })
  readonly isNeeded: boolean;
  @Field(() => [ID], { description: 'Chosen projects with the need and with cost in the phase.' })
  readonly applicationIds: readonly string[];
}

@ObjectType({ description: 'A tag on projects that the plan does not know, for example from another report.' })
export class UnknownTag {
  @Field(() => coverageKindWords, { description: 'What it is tagged as.' })
  readonly kind: CoverageKind;
  @Field(() => ID, { description: 'The tag.' })
  readonly id: string;
  @Field(() => [ID], { description: 'The applications that have it.' })
  readonly applicationIds: readonly string[];
}

@ObjectType({ description: 'Ids of what no chosen project answers.' })
export class UncoveredItems {
  @Field(() => [ID], { description: 'Needs.' })
  readonly need: readonly string[];
  @Field(() => [ID], { description: 'Gaps.' })
  readonly gap: readonly string[];
  @Field(() => [ID], { description: 'Recommendations.' })
  readonly recommendation: readonly string[];
  @Field(() => [ID], { description: 'Priorities of the strategy.' })
  readonly priority: readonly string[];
}

@ObjectType({
  description: 'What of the plan a portfolio answers. A tag says that a project means to, not that it will.',
})
export class Coverage {
  @Field(() => PortfolioBasis, { description: 'Which projects and money.' })
  readonly basis: PortfolioBasis;
  @Field({ description: 'The document the plan is read from.' })
  readonly source: string;
  @Field(() => [CoveredItem], { description: 'Needs, gaps, recommendations and priorities, in the order of the plan.' })
  readonly items: readonly CoveredItem[];
  @Field(() => UncoveredItems, { description: 'What nobody answers.' })
  readonly uncovered: UncoveredItems;
  @Field(() => [NeedInPhase], { description: 'Needs by phase: four cells a need.' })
  readonly needsByPhase: readonly NeedInPhase[];
  @Field(() => [UnknownTag], { description: 'Tags the plan does not know.' })
  readonly unknownTags: readonly UnknownTag[];
  @Field(() => AllocationShares, {
    description: 'How the money falls on phases, owner groups, themes and municipalities.',
  })
  readonly shares: AllocationShares;
}

export const CoveragePayload = outcomeOf('CoveragePayload', 'The coverage, or why there is none.', Coverage);

@ArgsType()
export class ParticipationArgs extends PortfolioArgs {
  @Field(() => Float, {
    defaultValue: 0.5,
    description: 'A type of actor with more than this share of the money, 0 to 1, is said to dominate.',
  })
  readonly dominantShare: number;
}

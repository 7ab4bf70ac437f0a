import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ProjectStanding,
  ProjectType,
  ResultAtRisk as ResultAtRiskData,
  RiskCode,
  RiskReason as RiskReasonData,
  SexFigure as SexFigureData,
} from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Json } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { projectTypeWords } from '../project/project.types';
import { BasisArgs, PortfolioBasis } from '../steering/basis.types';
import { Attainment } from './attainment.types';
import { projectStandingWords } from './project-report.types';

@ArgsType()
export class FollowUpArgs extends BasisArgs {
  @Field(() => Day, { nullable: true, description: 'The day it is seen from; today when left out.' })
  readonly asOf?: string | null;
}

@ObjectType({ description: 'How one project stands.' })
export class ProjectFollowUp {
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field({ description: "The project's title." })
  readonly title: string;
  @Field(() => projectStandingWords, { nullable: true, description: 'By its last report; null when it has made none.' })
  readonly standing: ProjectStanding | null;
  @Field(() => ID, { nullable: true, description: 'That report.' })
  readonly reportId: string | null;
  @Field(() => Int, { description: 'Reports that should have come and have not.' })
  readonly overdueReports: number;
  @Field(() => [Attainment], { description: 'How far its indicators have come.' })
  readonly attainments: readonly Attainment[];
}

@ObjectType({ description: 'How many projects and indicators stand how.' })
export class FollowUpCounts {
  @Field(() => Int, { description: 'Projects on track.' })
  readonly onTrack: number;
  @Field(() => Int, { description: 'Projects that are late.' })
  readonly late: number;
  @Field(() => Int, { description: 'Projects that are closed.' })
  readonly closed: number;
  @Field(() => Int, { description: 'Projects that have made no report.' })
  readonly withoutReport: number;
  @Field(() => Int, { description: 'Reports that should have come and have not.' })
  readonly overdueReports: number;
  @Field(() => Int, { description: 'Indicators.' })
  readonly indicators: number;
  @Field(() => Int, { description: 'Indicators with a result.' })
  readonly measured: number;
  @Field(() => Int, { description: 'Indicators that have reached their target.' })
  readonly reached: number;
  @Field(() => Int, { description: 'Indicators that cannot be followed: baseline or target is missing.' })
  readonly notMeasurable: number;
  @Field(() => Int, { description: 'Projects without an indicator.' })
  readonly withoutIndicator: number;
}

@ObjectType({
  description: 'How the projects of a portfolio stand: on track, late or closed, and results against promise.',
})
export class FollowUp {
  @Field(() => PortfolioBasis, { description: 'Which projects.' })
  readonly basis: PortfolioBasis;
  @Field(() => Day, { description: 'The day it is seen from.' })
  readonly asOf: string;
  @Field(() => FollowUpCounts, { description: 'How many stand how.' })
  readonly counts: FollowUpCounts;
  @Field(() => [ProjectFollowUp], { description: 'The projects, by case id.' })
  readonly projects: readonly ProjectFollowUp[];
}

export const FollowUpPayload = outcomeOf(
  'FollowUpPayload',
  'How the projects stand, or why it cannot be said.',
  FollowUp,
);

export const riskLevelWords = words<RiskReasonData['level']>('RiskLevel', 'What a reason is worth.', {
  risk: 'Something stands in the way.',
  unknown: 'Nobody has said, which is no answer either way.',
});

@ArgsType()
export class ResultsAtRiskArgs extends BasisArgs {
  @Field(() => [projectTypeWords], {
    defaultValue: ['implementation'],
    description: "Kinds of project; a pre-study's result is knowledge, which needs no receiver.",
  })
  readonly projectTypes: readonly ProjectType[];
}

@ObjectType({ description: 'One reason why a result may burn out when the project ends.' })
export class RiskReason {
  @Field(() => String, { description: 'Stable code.' })
  readonly code: RiskCode;
  @Field(() => riskLevelWords, { description: 'What it is worth.' })
  readonly level: RiskReasonData['level'];
  @Field(() => Json, { description: 'The figures the sentence is made from.' })
  readonly params: object;
  @Field({ description: 'The sentence in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The sentence in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'A result that may burn out when the project ends ("tomtebloss").' })
export class ResultAtRisk implements Omit<ResultAtRiskData, 'reasons'> {
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field({ description: 'True when at least one reason is a risk, not only unknown.' })
  readonly isAtRisk: boolean;
  @Field(() => [RiskReason], { description: 'The reasons.' })
  readonly reasons: readonly RiskReason[];
}

@ObjectType({ description: 'Results that may burn out: most risks first.' })
export class ResultsAtRisk {
  @Field(() => PortfolioBasis, { description: 'Which projects.' })
  readonly basis: PortfolioBasis;
  @Field(() => Int, { description: 'Projects looked at.' })
  readonly projects: number;
  @Field(() => Int, { description: 'Projects with at least one risk.' })
  readonly atRisk: number;
  @Field(() => [ResultAtRisk], { description: 'Those with a reason.' })
  readonly results: readonly ResultAtRisk[];
}

export const ResultsAtRiskPayload = outcomeOf(
  'ResultsAtRiskPayload',
  'The results at risk, or why it cannot be said.',
  ResultsAtRisk,
);

@ArgsType()
export class SexStatisticsArgs {
  @Field(() => ID, { nullable: true, description: 'One call; all when left out.' })
  readonly callId?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it is seen from; today when left out.' })
  readonly asOf?: string | null;
  @Field(() => Int, { defaultValue: 5, description: 'Fewer people than this: no percentages.' })
  readonly smallestCount: number;
}

@ObjectType({
  description: 'People by sex. Participations, not persons: several indicators may count the same person.',
})
export class SexFigure implements SexFigureData {
  @Field(() => Int, { description: 'Women.' })
  readonly women: number;
  @Field(() => Int, { description: 'Men.' })
  readonly men: number;
  @Field(() => Int, { description: 'Sex not stated.' })
  readonly notStated: number;
  @Field(() => Int, { description: 'All three.' })
  readonly total: number;
  @Field(() => Float, { nullable: true, description: 'Women of those whose sex is stated, 0 to 1; null on too few.' })
  readonly shareWomen: number | null;
  @Field({ description: 'True when the stated are fewer than the smallest count.' })
  readonly isSmall: boolean;
  @Field({ description: 'True when a group has someone but fewer than that: to publish it may point somebody out.' })
  readonly hasSmallGroup: boolean;
}

@ObjectType({ description: 'People by sex in one project.' })
export class ApplicationSexFigure {
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field(() => SexFigure, { description: 'The people.' })
  readonly figure: SexFigure;
}

@ObjectType({ description: 'People by sex of one indicator.' })
export class IndicatorSexFigure {
  @Field(() => ID, { description: 'The indicator.' })
  readonly indicatorId: string;
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field(() => SexFigure, { nullable: true, description: 'The people; null when nothing has been measured.' })
  readonly figure: SexFigure | null;
}

@ObjectType({ description: 'Statistics by sex over the indicators that count people.' })
export class SexStatistics {
  @Field(() => Day, { description: 'The day it is seen from.' })
  readonly asOf: string;
  @Field(() => SexFigure, { description: 'All together.' })
  readonly total: SexFigure;
  @Field(() => [ApplicationSexFigure], { description: 'By project with a result.' })
  readonly byApplication: readonly ApplicationSexFigure[];
  @Field(() => [IndicatorSexFigure], { description: 'By indicator.' })
  readonly byIndicator: readonly IndicatorSexFigure[];
  @Field(() => Int, { description: 'Indicators that count people and have no result.' })
  readonly withoutResult: number;
}

export const SexStatisticsPayload = outcomeOf(
  'SexStatisticsPayload',
  'The statistics, or why there are none.',
  SexStatistics,
);

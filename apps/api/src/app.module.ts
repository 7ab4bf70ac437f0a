import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ServeStaticModule } from '@nestjs/serve-static';
import { AboutModule } from './about/about.module';
import { AllocationModule } from './allocation/allocation.module';
import { AssessmentModule } from './assessment/assessment.module';
import { BudgetModule } from './budget/budget.module';
import { CallModule } from './call/call.module';
import { EnvelopeModule } from './envelope/envelope.module';
import { ExplanationModule } from './explanation/explanation.module';
import { FindingsModule } from './findings/findings.module';
import { FollowUpModule } from './followup/followup.module';
import { ForesightModule } from './foresight/foresight.module';
import { GateModule } from './gate/gate.module';
import { GrantModule } from './grant/grant.module';
import { IntakeModule } from './intake/intake.module';
import { formatErrors } from './platform/errors/format-error';
import { requestContext } from './platform/graphql/context';
import { queryLimits } from './platform/graphql/query-limits';
import { PlatformModule, type Platform } from './platform/platform.module';
import { OverviewModule } from './overview/overview.module';
import { ProjectModule } from './project/project.module';
import { RecordModule } from './record/record.module';
import { ReferenceModule } from './reference/reference.module';
import { RoundModule } from './round/round.module';
import { RuleBookModule } from './rule-book/rule-book.module';
import { CertaintyModule } from './certainty/certainty.module';
import { FrontierModule } from './frontier/frontier.module';
import { FairRulesModule } from './fair-rules/fair-rules.module';
import { PolicySimulationModule } from './policy-simulation/policy-simulation.module';
import { RankingRobustnessModule } from './ranking-robustness/ranking-robustness.module';
import { ReviewerAgreementModule } from './reviewer-agreement/reviewer-agreement.module';
import { LimitPricesModule } from './limit-prices/limit-prices.module';
import { SplitGridModule } from './split-grid/split-grid.module';
import { ScenarioModule } from './scenario/scenario.module';
import { ScoringModule } from './scoring/scoring.module';
import { SteeringModule } from './steering/steering.module';
import { SelfTestModule } from './self-test/self-test.module';
import { StateAidModule } from './state-aid/state-aid.module';
import { VerificationModule } from './verification/verification.module';

const capabilities = [
  ReferenceModule,
  ProjectModule,
  CallModule,
  BudgetModule,
  AssessmentModule,
  RuleBookModule,
  FindingsModule,
  GateModule,
  StateAidModule,
  RoundModule,
  ScoringModule,
  AllocationModule,
  ExplanationModule,
  ReviewerAgreementModule,
  RankingRobustnessModule,
  CertaintyModule,
  SplitGridModule,
  LimitPricesModule,
  FairRulesModule,
  FrontierModule,
  PolicySimulationModule,
  RecordModule,
  ScenarioModule,
  GrantModule,
  EnvelopeModule,
  IntakeModule,
  AboutModule,
  SelfTestModule,
  VerificationModule,
  SteeringModule,
  ForesightModule,
  FollowUpModule,
  OverviewModule,
];

/** The whole service on a platform. `pageFolder` is the built page; left out where there is none. */
@Module({})
export class AppModule {
  static on(platform: Platform, pageFolder: string | null): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(platform), graphql(platform), ...page(pageFolder), ...capabilities],
    };
  }
}

function graphql({ ids }: Platform): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    // The landing pages of Apollo and GraphiQL load from foreign servers: blank without internet, and not ours to call.
    playground: false,
    graphiql: false,
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatErrors(ids, new Logger('GraphQL')),
    context: requestContext,
    plugins: [queryLimits()],
  });
}

/** The page with its own routes: every address that is no file of it and none of ours is answered with its start page. */
function page(folder: string | null): DynamicModule[] {
  if (folder === null || !existsSync(join(folder, 'index.html'))) return [];
  return [
    ServeStaticModule.forRoot({
      rootPath: folder,
      renderPath: '/{*any}',
      exclude: ['/graphql', '/health', '/export/{*file}', '/assets/{*file}'],
      serveStaticOptions: { index: ['index.html'] },
    }),
  ];
}

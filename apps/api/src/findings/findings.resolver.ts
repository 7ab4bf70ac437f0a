import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Day } from '../platform/graphql/scalars';
import { Finding, Rule, RuleParameter } from './finding.types';
import { FindingsService } from './findings.service';

@Resolver(() => Application)
export class FindingsResolver {
  constructor(private readonly findings: FindingsService) {}

  @Query(() => [Finding], {
    complexity: 500,
    name: 'findings',
    description: 'What the rules of the money find in a call, sorted by application and rule.',
  })
  ofCall(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('asOf', {
      type: () => Day,
      nullable: true,
      description: "The day whose rules and figures count; the call's day of decision unless told otherwise.",
    })
    asOf: string | null,
  ) {
    return this.findings.ofCall(callId, asOf);
  }

  @Query(() => [Rule], { description: 'Every rule of the money with its sources, figures, dates and version.' })
  rules(
    @Args('asOf', { type: () => Day, nullable: true, description: 'A day, to tell which are in force on it.' })
    asOf: string | null,
  ) {
    return this.findings.rules(asOf);
  }

  @Query(() => [RuleParameter], {
    description: 'Every figure of the rule book with all its dated values, also those no rule reads (exchange rates).',
  })
  ruleFigures(
    @Args('asOf', { type: () => Day, nullable: true, description: 'A day, to tell which are in force on it.' })
    asOf: string | null,
  ) {
    return this.findings.figures(asOf);
  }

  @ResolveField(() => [Finding], { name: 'findings', description: 'What the rules of the money find in it.' })
  async ofApplication(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    const found = await loaders.load(this.findings.ofCalls, application.callId);
    return found.filter((finding) => finding.applicationId === application.id);
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { LessonService } from './lesson.service';
import { Lesson, LessonConnection, LessonInput, LessonPageArgs, SaveLessonPayload } from './lesson.types';

@Resolver(() => Lesson)
export class LessonResolver {
  constructor(
    private readonly service: LessonService,
    private readonly calls: CallService,
  ) {}

  @Query(() => LessonConnection, { description: 'A page of the library of lessons, the latest learnt first.' })
  lessons(@Args() args: LessonPageArgs) {
    return this.service.lessons(args);
  }

  @Mutation(() => SaveLessonPayload, { description: 'Saves a lesson, new or changed.' })
  async saveLesson(@Args('input', { description: 'The lesson.' }) input: LessonInput) {
    const saved = await this.service.save(input);
    return saved.ok ? { lesson: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => Application, { nullable: true, description: 'The project it was learnt in, as its application.' })
  application(@Parent() { applicationId }: Lesson, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.calls.application, applicationId);
  }

  @ResolveField(() => [Application], { description: 'Projects that have used it since, as their applications.' })
  async usedByApplications(@Parent() { usedByApplicationIds }: Lesson, @Context('loaders') loaders: Loaders) {
    const found = usedByApplicationIds.map((id) => loaders.load(this.calls.application, id));
    return (await Promise.all(found)).filter((application) => application !== null);
  }
}

@Resolver(() => Application)
export class ApplicationLessonsResolver {
  constructor(private readonly service: LessonService) {}

  @ResolveField(() => [Lesson], { description: 'What was learnt in the project.' })
  lessons(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.ofApplications, id);
  }
}

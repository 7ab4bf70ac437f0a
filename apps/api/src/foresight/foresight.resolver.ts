import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Call } from '../call/call.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day, Month } from '../platform/graphql/scalars';
import { SaveSignalPayload, SignalInput } from './edit-signal.types';
import { MatrixService } from './matrix.service';
import {
  ApplicationMatrixArgs,
  ApplicationMatrixPayload,
  MatrixLines,
  PlacedSignal,
  SignalMatrixPayload,
} from './matrix.types';
import { SignalConnection, SignalPageArgs } from './signal-page.types';
import { Signal } from './signal.types';
import { SignalService } from './signal.service';
import { SummaryService, type SummaryWithFigures } from './summary.service';
import {
  ComingDeadline,
  ForesightSummary,
  Letter,
  letterLanguageWords,
  LookAheadArgs,
  SummaryPayload,
  ThemeSignals,
  type LetterLanguage,
} from './summary.types';

@Resolver(() => Signal)
export class SignalResolver {
  constructor(
    private readonly service: SignalService,
    private readonly calls: CallService,
  ) {}

  @Query(() => SignalConnection, { description: 'A page of signals, the latest seen first.' })
  signals(@Args() args: SignalPageArgs) {
    return this.service.signals(args);
  }

  @Mutation(() => SaveSignalPayload, { description: 'Saves a signal, new or changed.' })
  async saveSignal(@Args('input', { description: 'The signal.' }) input: SignalInput) {
    const saved = await this.service.save(input);
    return saved.ok ? { signal: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call of ours it concerns.' })
  call(@Parent() { callId }: Signal, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.calls.call, callId);
  }
}

@Resolver(() => ForesightSummary)
export class SummaryResolver {
  constructor(private readonly summaries: SummaryService) {}

  @Query(() => SummaryPayload, { complexity: 50, description: 'The list of the week a day lies in, Monday to Sunday.' })
  async weeklySignals(
    @Args('day', { type: () => Day, description: 'A day of the week.' }) day: string,
    @Args() { lookAheadDays }: LookAheadArgs,
  ) {
    const made = await this.summaries.week(day, lookAheadDays);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => SummaryPayload, { complexity: 50, description: 'The summary of a calendar month.' })
  async monthlySummary(
    @Args('month', { type: () => Month, description: 'The month.' }) month: string,
    @Args() { lookAheadDays }: LookAheadArgs,
  ) {
    const made = await this.summaries.month(month, lookAheadDays);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @ResolveField(() => Letter, { description: 'It in words.' })
  letter(
    @Parent() summary: SummaryWithFigures,
    @Args('language', { type: () => letterLanguageWords, defaultValue: 'sv', description: 'The language.' })
    language: LetterLanguage,
  ) {
    return this.summaries.letter(summary, language);
  }
}

@Resolver(() => ThemeSignals)
export class ThemeSignalsResolver {
  constructor(private readonly service: SignalService) {}

  @ResolveField(() => [Signal], { description: 'The signals.' })
  signals(@Parent() { signalIds }: ThemeSignals, @Context('loaders') loaders: Loaders) {
    return Promise.all(signalIds.map((id) => loaders.load(this.service.signal, id)));
  }
}

@Resolver(() => ComingDeadline)
export class ComingDeadlineResolver {
  constructor(private readonly service: SignalService) {}

  @ResolveField(() => Signal, { description: 'The signal.' })
  signal(@Parent() { signalId }: ComingDeadline, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.signal, signalId);
  }
}

@Resolver(() => PlacedSignal)
export class MatrixResolver {
  constructor(
    private readonly matrices: MatrixService,
    private readonly service: SignalService,
  ) {}

  @Query(() => ApplicationMatrixPayload, {
    complexity: 1000,
    description: "The prioritisation matrix of a call's applications.",
  })
  async priorityMatrix(@Args() args: ApplicationMatrixArgs) {
    const made = await this.matrices.ofCall(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => SignalMatrixPayload, { description: 'The prioritisation matrix of the signals.' })
  async signalMatrix(@Args() lines: MatrixLines) {
    const made = await this.matrices.ofSignals(lines);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @ResolveField(() => Signal, { description: 'The signal.' })
  signal(@Parent() { signalId }: PlacedSignal, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.signal, signalId);
  }
}

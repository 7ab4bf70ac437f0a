import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { invariant } from '@fordela/domain';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';
import { EvaluateProblemPayload } from './evaluation.types';
import { ScoredApplication, Scores, ScoresPayload, ScoringPolicyInput, TrialWeightInput } from './scores.types';
import { scoringChoice, ScoringService, type ScoringChoice } from './scoring.service';

/** Scores remember what they were asked with, for the fields that are made when asked for. */
type ScoresOf = Scores & { readonly choice: ScoringChoice };

@Resolver(() => Scores)
export class ScoringResolver {
  constructor(private readonly scoring: ScoringService) {}

  @Query(() => ScoresPayload, {
    complexity: 1000,
    description: "The scores of a call's applications, with its own weights or others.",
  })
  async scores(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('weights', {
      type: () => [TrialWeightInput],
      nullable: true,
      description: "Weights to try; criteria left out weigh nothing. The call's own when left out.",
    })
    weights: TrialWeightInput[] | null,
    @Args('policy', {
      type: () => ScoringPolicyInput,
      nullable: true,
      description: 'Conventions; the standard ones when left out.',
    })
    policy: ScoringPolicyInput | null,
  ) {
    const choice = scoringChoice(policy, weights);
    if (!choice.ok) return Refused.because(choice.refusal);
    const scores = await this.scoring.ofCall(callId, choice.value);
    return scores.ok ? { ...scores.value, choice: choice.value } : Refused.because(scores.refusal);
  }

  @Query(() => EvaluateProblemPayload, {
    complexity: 5000,
    description:
      'Answers a decision problem of any method, as `fordela evaluate` does (docs/formats/decision-problem.md).',
  })
  async evaluateProblem(
    @Args('problem', {
      type: () => Json,
      description: 'The problem, in the format of docs/formats/decision-problem.md.',
    })
    problem: unknown,
  ) {
    const answer = await this.scoring.evaluate(problem);
    return answer.ok ? answer.value : Refused.because(answer.refusal);
  }

  @Query(() => EvaluateProblemPayload, {
    complexity: 5000,
    description:
      'Answers any tasks of docs/formats/decision-problem.md about a call\'s applications: methods side by side, sensitivity, SMAA, dominance, reasons, and everything about the reviewers. A task that reads ratings gets the call\'s own: those on the criterion that `criterion` names, else the score each reviewer alone would give. `"line": "envelope"` is what may be granted.',
  })
  async evaluateCall(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('tasks', { type: () => Json, description: 'The tasks, as in a decision-problem file.' }) tasks: unknown,
    @Args('weights', {
      type: () => [TrialWeightInput],
      nullable: true,
      description: "Weights to try; criteria left out weigh nothing. The call's own when left out.",
    })
    weights: TrialWeightInput[] | null,
    @Args('policy', {
      type: () => ScoringPolicyInput,
      nullable: true,
      description: 'Conventions for the scores; the standard ones when left out.',
    })
    policy: ScoringPolicyInput | null,
  ) {
    const choice = scoringChoice(policy, weights);
    if (!choice.ok) return Refused.because(choice.refusal);
    const answer = await this.scoring.evaluateCall(callId, choice.value, tasks);
    return answer.ok ? answer.value : Refused.because(answer.refusal);
  }

  @ResolveField(() => Json, {
    description: 'The decision problem: `fordela evaluate` of it gives the same scores without a database.',
  })
  async problem(@Parent() scores: ScoresOf) {
    const problem = await this.scoring.problemOfCall(scores.callId, scores.choice);
    invariant(problem.ok, 'a round that could be scored must have its decision problem');
    return problem.value;
  }
}

@Resolver(() => ScoredApplication)
export class ScoredApplicationResolver {
  constructor(private readonly calls: CallService) {}

  @ResolveField(() => Application, { description: 'The application itself.' })
  application(@Parent() scored: ScoredApplication, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.application, scored.applicationId);
  }
}

import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RoundService } from '../round/round.service';
import { AssessmentRepository, type RatingInCall } from './assessment.repository';
import type { Criterion } from './criterion.types';
import type { RatingInput, WeightInput } from './edit-assessment.types';
import { ratingRefusals, weightRefusals, withWeights } from './edit-refusals';
import type { Rating } from './rating.types';
import type { Reviewer } from './reviewer.types';

/** Who has judged what, by which criteria. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AssessmentRepository,
    private readonly calls: CallService,
    private readonly rounds: RoundService,
  ) {}

  readonly criteria: Batch<string, readonly Criterion[]> = (callIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(callIds, await this.repository.criteria(tx, callIds), ({ callId }) => callId),
    );

  readonly reviewers: Batch<string, readonly Reviewer[]> = (callIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(callIds, await this.repository.reviewers(tx, callIds), ({ callId }) => callId),
    );

  readonly ratings: Batch<string, readonly RatingInCall[]> = (applicationIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(applicationIds, await this.repository.ratings(tx, applicationIds), ({ applicationId }) => applicationId),
    );

  /** The recorded rating; refused when it cannot be one, or when somebody else has recorded it since. */
  async recordRating({ expectedVersion, ...input }: RatingInput): Promise<Result<Rating>> {
    const [application] = await this.calls.application([input.applicationId]);
    if (!application) return refuse([refusal('application-unknown', ['applicationId'], { id: input.applicationId })]);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, application.callId);
      const criteria = await this.repository.criteria(tx, [application.callId]);
      const reviewers = await this.repository.reviewers(tx, [application.callId]);
      const stored = await this.repository.rating(tx, input);
      const stale = staleness(stored, expectedVersion);
      const problems = [...ratingRefusals(input, criteria, reviewers), ...(stale ? [stale] : [])];
      if (problems.length > 0) return refuse(problems);
      await this.repository.saveRating(tx, { ...input, rating: input.rating ?? null, comment: input.comment ?? null });
      return accept((await this.repository.rating(tx, input)) as Rating);
    });
  }

  /** All criteria of the call with the new weights; refused, and nothing saved, when one of them cannot be. */
  async setWeights(callId: string, weights: readonly WeightInput[]): Promise<Result<readonly Criterion[]>> {
    const [call] = await this.calls.call([callId]);
    if (!call) return refuse([refusal('call-unknown', ['callId'], { id: callId })]);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      const criteria = await this.repository.criteria(tx, [callId]);
      const problems = weightRefusals(weights, criteria);
      if (problems.length > 0) return refuse(problems);
      await this.repository.saveCriteria(tx, withWeights(criteria, weights));
      return accept(await this.repository.criteria(tx, [callId]));
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows, upsertRows } from '../platform/database/rows';
import { Criterion } from './criterion.types';
import { Rating } from './rating.types';
import { Reviewer } from './reviewer.types';

/** A rating with the call its application is in. */
export type RatingInCall = Rating & { readonly callId: string };

/** Which rating: by application, reviewer and criterion. */
export type RatingKey = Pick<Rating, 'applicationId' | 'reviewerId' | 'criterionId'>;

/** Criteria, reviewers and ratings. */
@Injectable()
export class AssessmentRepository {
  criteria(tx: EntityManager, callIds: readonly string[]): Promise<readonly Criterion[]> {
    return selectRows(tx, Criterion, 'WHERE t.call_id = ANY($1)', [callIds]);
  }

  async saveCriteria(tx: EntityManager, criteria: readonly Criterion[]): Promise<void> {
    await upsertRows(tx, Criterion, criteria);
  }

  reviewers(tx: EntityManager, callIds: readonly string[]): Promise<readonly Reviewer[]> {
    return selectRows(tx, Reviewer, 'WHERE t.call_id = ANY($1)', [callIds]);
  }

  ratings(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly RatingInCall[]> {
    return tx.query(
      `SELECT ${selectList(tx, Rating, 't')}, a.call_id AS "callId"
       FROM rating t JOIN application a ON a.id = t.application_id WHERE t.application_id = ANY($1)
       ORDER BY t.application_id, t.reviewer_id, t.criterion_id`,
      [applicationIds],
    );
  }

  async rating(tx: EntityManager, key: RatingKey): Promise<RatingInCall | null> {
    const ratings = await this.ratings(tx, [key.applicationId]);
    return (
      ratings.find(({ reviewerId, criterionId }) => reviewerId === key.reviewerId && criterionId === key.criterionId) ??
      null
    );
  }

  async saveRating(tx: EntityManager, rating: Omit<Rating, 'version'>): Promise<void> {
    await upsertRows<Omit<Rating, 'version'>>(tx, Rating, [rating]);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Round } from '@fordela/domain';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { RoundRepository, type SavedRound } from './round.repository';

/** The shared picture of a call, whole: what rules, scoring and allocation rest on. */
@Injectable()
export class RoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundRepository,
  ) {}

  /** The round of a call as of one moment. AppError NOT_FOUND when there is no such call. */
  load(callId: string): Promise<Round> {
    return this.unitOfWork.snapshot((tx) => this.rounds.load(tx, callId));
  }

  /** As `load`; null when there is no such call. */
  find(callId: string): Promise<Round | null> {
    return this.unitOfWork.snapshot((tx) => this.rounds.find(tx, callId));
  }

  /** For a unit of work that edits a part of the round: the one editor of this call until it ends. See `RoundRepository.lock`. */
  lock(tx: EntityManager, callId: string): Promise<void> {
    return this.rounds.lock(tx, callId);
  }

  /** As `find`, within a unit of work. */
  findIn(tx: EntityManager, callId: string): Promise<Round | null> {
    return this.rounds.find(tx, callId);
  }

  /** As `save`, within a unit of work. */
  saveIn(tx: EntityManager, round: Round): Promise<SavedRound> {
    return this.rounds.save(tx, round);
  }

  /** Makes the stored round equal to this one, all or nothing. */
  save(round: Round): Promise<SavedRound> {
    return this.unitOfWork.run((tx) => this.rounds.save(tx, round));
  }

  /**
   * Changes a call's round while nobody else does: `change` gets it as it is stored (null for a call not yet there) and returns it
   * as it should be, or throws and nothing is changed.
   */
  change(callId: string, change: (round: Round | null) => Round | Promise<Round>): Promise<SavedRound> {
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      return this.rounds.save(tx, await change(await this.rounds.find(tx, callId)));
    });
  }
}

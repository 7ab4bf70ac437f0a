import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import { cursorKey, pageOf, pageSize, type Page } from '../platform/graphql/page';
import type { Actor } from './actor.types';
import type { DeMinimisAid } from './de-minimis-aid.types';
import type { Municipality } from './municipality.types';
import { ReferenceRepository } from './reference.repository';
import type { StrategyPriority } from './strategy-priority.types';

/** Municipalities, actors and the strategy's priorities. */
@Injectable()
export class ReferenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReferenceRepository,
  ) {}

  readonly actor: Batch<string, Actor | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.actorsById(tx, ids), ({ id }) => id));

  readonly municipality: Batch<string, Municipality | null> = (codes) =>
    this.unitOfWork.read(async (tx) =>
      oneEach(codes, await this.repository.municipalitiesByCode(tx, codes), ({ code }) => code),
    );

  readonly priority: Batch<string, StrategyPriority | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.prioritiesById(tx, ids), ({ id }) => id));

  readonly deMinimisAid: Batch<string, readonly DeMinimisAid[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.aidByUndertaking(tx, ids), ({ undertakingActorId }) => undertakingActorId),
    );

  municipalities(): Promise<readonly Municipality[]> {
    return this.unitOfWork.read((tx) => this.repository.municipalities(tx));
  }

  priorities(): Promise<readonly StrategyPriority[]> {
    return this.unitOfWork.read((tx) => this.repository.priorities(tx));
  }

  async actors(first: number, after: string | null): Promise<Page<Actor> & { readonly totalCount: Promise<number> }> {
    const size = pageSize(first);
    const [from] = after === null ? [null] : cursorKey(after, 'actor', 1);
    const rows = await this.unitOfWork.read((tx) => this.repository.actorPage(tx, from as string | null, size + 1));
    const page = pageOf(
      rows,
      size,
      'actor',
      ({ id }) => [id],
      (actor) => actor,
    );
    const count = () => this.unitOfWork.read((tx) => this.repository.countActors(tx));
    // Counted only if the query asks for it.
    return {
      ...page,
      get totalCount() {
        return count();
      },
    };
  }
}

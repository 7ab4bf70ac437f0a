import { Injectable } from '@nestjs/common';
import {
  accept,
  actorRefusals,
  municipalityRefusals,
  refuse,
  sizeClassOf,
  type ActorType,
  type Refusal,
  type Result,
} from '@fordela/domain';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import type { ActorRole } from './actor-role.types';
import type { Actor } from './actor.types';
import type { ActorInput, MunicipalityInput } from './edit-register.types';
import type { Municipality } from './municipality.types';
import { RegisterRepository } from './register.repository';

/** The registers as officers keep them: actors with their types and roles, and municipalities. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RegisterRepository,
    private readonly clock: Clock,
  ) {}

  readonly rolesOf: Batch<string, readonly ActorRole[]> = (actorIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(actorIds, await this.repository.roles(tx, actorIds), ({ actorId }) => actorId),
    );

  readonly furtherTypesOf: Batch<string, readonly ActorType[]> = (actorIds) =>
    this.unitOfWork.read(async (tx) => {
      const types = await this.repository.furtherTypes(tx, actorIds);
      return listEach(actorIds, types, ({ actorId }) => actorId).map((list) => list.map(({ actorType }) => actorType));
    });

  /** What every actor says it does. */
  roles(): Promise<readonly ActorRole[]> {
    return this.unitOfWork.read((tx) => this.repository.allRoles(tx));
  }

  /** The saved actor; refused when it cannot be, or when somebody else has saved it since. */
  async saveActor({ expectedVersion, ...input }: ActorInput): Promise<Result<Actor>> {
    const { furtherTypes, roles, ...rest } = input;
    const actor = {
      ...rest,
      name: input.name.trim(),
      parentActorId: input.parentActorId ?? null,
      municipalityCode: input.municipalityCode ?? null,
      provenance: textOrNull(input.provenance),
      note: textOrNull(input.note),
    };
    const stated = roles.map((role) => ({ ...role, note: textOrNull(role.note) }));
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lock(tx, 'actor');
      const actors = new Map((await this.repository.actors(tx)).map((item) => [item.id, item]));
      const stale = staleness(actors.get(input.id) ?? null, expectedVersion);
      if (stale) return refuse([stale]);
      const municipalityCodes = new Set((await this.repository.municipalities(tx)).map(({ code }) => code));
      const problems = [
        ...lengthRefusals(input),
        ...actorRefusals({ ...actor, furtherTypes, roles: stated }, { actors, municipalityCodes }),
      ];
      if (problems.length > 0) return refuse(problems);
      await this.repository.saveActor(tx, {
        actor,
        furtherTypes: furtherTypes.map((actorType) => ({ actorId: input.id, actorType })),
        roles: stated.map((role, index) => ({ ...role, actorId: input.id, roleNo: index + 1 })),
      });
      return accept((await this.repository.actors(tx)).find(({ id }) => id === input.id) as Actor);
    });
  }

  /** The saved municipality; refused when it cannot be, or when somebody else has saved it since. */
  async saveMunicipality({ expectedVersion, ...input }: MunicipalityInput): Promise<Result<Municipality>> {
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lock(tx, 'municipality');
      const stored = new Map((await this.repository.municipalities(tx)).map((item) => [item.code, item]));
      const stale = staleness(stored.get(input.code) ?? null, expectedVersion);
      if (stale) return refuse([stale]);
      const problems = [
        ...textRefusals([{ path: ['name'], text: input.name, isRequired: false, isName: true }]),
        ...municipalityRefusals(input, new Set(stored.keys()), dayOf(this.clock.now())),
      ];
      if (problems.length > 0) return refuse(problems);
      const { population } = input;
      await this.repository.saveMunicipality(tx, {
        ...input,
        name: input.name.trim(),
        sizeClass: sizeClassOf(population),
      });
      return accept((await this.repository.municipalities(tx)).find(({ code }) => code === input.code) as Municipality);
    });
  }
}

function lengthRefusals({ name, provenance, note, roles }: ActorInput): readonly Refusal[] {
  return textRefusals([
    { path: ['name'], text: name, isRequired: false, isName: true },
    { path: ['provenance'], text: provenance, isRequired: false },
    { path: ['note'], text: note, isRequired: false },
    ...roles.map((role, index) => ({ path: ['roles', index, 'note'], text: role.note, isRequired: false })),
  ]);
}

import { refusal, type Path, type Refusal } from '../result';
import type { Actor, ActorType } from '../round';
import type { ActorRoleEntry } from './actor-role';
import { keyRefusals } from './key';

/** An actor as an officer writes it, with its further types and what it does. */
export interface StatedActor extends Actor {
  readonly furtherTypes: readonly ActorType[];
  readonly roles: readonly Omit<ActorRoleEntry, 'actorId'>[];
}

/** The registers an actor points into. */
export interface ActorRegisters {
  readonly actors: ReadonlyMap<string, Pick<Actor, 'parentActorId'>>;
  readonly municipalityCodes: ReadonlySet<string>;
}

/**
 * Why an actor cannot be as it is written; `[]` when it can.
 *
 * Errors  `key-form`, `name-missing`, `actor-not-in-register`, `actor-own-parent` (also by way of others: an organisation cannot be
 *         part of its own unit), `municipality-not-in-register`, `listed-twice`, `text-missing` for an empty theme.
 */
export function actorRefusals(actor: StatedActor, registers: ActorRegisters): readonly Refusal[] {
  const problems: Refusal[] = [...keyRefusals(actor.id, ['id'])];
  if (actor.name.trim() === '') problems.push(refusal('name-missing', ['name']));
  problems.push(...parentRefusals(actor, registers.actors));
  const inCounty = (code: string, path: Path) =>
    registers.municipalityCodes.has(code) ? [] : [refusal('municipality-not-in-register', path, { code })];
  if (actor.municipalityCode !== null) problems.push(...inCounty(actor.municipalityCode, ['municipalityCode']));
  problems.push(...repeats([actor.actorType, ...actor.furtherTypes], (index) => ['furtherTypes', index - 1]));
  actor.roles.forEach(({ cyclePhases, themes, municipalityCodes }, index) => {
    const path = ['roles', index];
    for (const [name, list] of Object.entries({ cyclePhases, themes, municipalityCodes }))
      problems.push(...repeats(list, (item) => [...path, name, item]));
    themes.forEach((theme, item) => {
      if (theme.trim() === '') problems.push(refusal('text-missing', [...path, 'themes', item], { field: 'themes' }));
    });
    municipalityCodes.forEach((code, item) => problems.push(...inCounty(code, [...path, 'municipalityCodes', item])));
  });
  return problems;
}

function parentRefusals({ id, parentActorId }: Actor, actors: ActorRegisters['actors']): readonly Refusal[] {
  if (parentActorId === null) return [];
  const path = ['parentActorId'];
  if (parentActorId !== id && !actors.has(parentActorId))
    return [refusal('actor-not-in-register', path, { id: parentActorId })];
  const seen = new Set<string>();
  for (let above: string | null = parentActorId; above !== null && !seen.has(above);) {
    if (above === id) return [refusal('actor-own-parent', path, { id, parent: parentActorId })];
    seen.add(above);
    above = actors.get(above)?.parentActorId ?? null;
  }
  return [];
}

const repeats = (list: readonly string[], path: (index: number) => Path): readonly Refusal[] =>
  list.flatMap((item, index) => (list.indexOf(item) === index ? [] : [refusal('listed-twice', path(index), { item })]));

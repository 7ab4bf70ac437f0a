import { refusal, type Refusal } from '../result';
import type { Municipality, SizeClass } from '../round';

/** Own grouping (docs/vocabulary.md): below the first small, below the second medium. */
const [mediumFrom, largeFrom] = [20_000, 50_000];

/**
 * Size class of a municipality by its inhabitants.
 * @example sizeClassOf(19_999) // => 'small'
 */
export function sizeClassOf(population: number): SizeClass {
  if (population < mediumFrom) return 'small';
  return population < largeFrom ? 'medium' : 'large';
}

/** What an officer states of a municipality; its size class follows. */
export type StatedMunicipality = Omit<Municipality, 'sizeClass'>;

/**
 * Why a municipality cannot be as it is written; `[]` when it can. `known` are the codes in the register, `today` the day it is.
 *
 * Errors  `municipality-code-form`, `name-missing`, `population-not-positive`, `date-in-future`, `municipality-own-neighbour`,
 *         `municipality-not-in-register`, `listed-twice`.
 */
export function municipalityRefusals(
  { code, name, population, populationDate, neighbourCodes }: StatedMunicipality,
  known: ReadonlySet<string>,
  today: string,
): readonly Refusal[] {
  const problems: Refusal[] = [];
  if (!/^\d{4}$/.test(code)) problems.push(refusal('municipality-code-form', ['code'], { code }));
  if (name.trim() === '') problems.push(refusal('name-missing', ['name']));
  if (population < 1) problems.push(refusal('population-not-positive', ['population'], { population }));
  if (populationDate > today)
    problems.push(refusal('date-in-future', ['populationDate'], { date: populationDate, today }));
  neighbourCodes.forEach((neighbour, index) => {
    const path = ['neighbourCodes', index];
    if (neighbour === code) problems.push(refusal('municipality-own-neighbour', path, { code }));
    else if (!known.has(neighbour)) problems.push(refusal('municipality-not-in-register', path, { code: neighbour }));
    if (neighbourCodes.indexOf(neighbour) !== index) problems.push(refusal('listed-twice', path, { item: neighbour }));
  });
  return problems;
}

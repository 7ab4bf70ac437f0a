import type { Params } from '@fordela/domain';
import type { Election } from './election';
import type { Fraction } from './fraction';

/**
 * How a tie is broken, by the first key that tells the tied projects apart; `index` (the order of the list) always comes last.
 *
 * - `index`: the project listed first.  - `id`: the id that is first in code-unit order.
 * - `id_numeric`: ids as numbers where both are whole numbers, else as `id`.
 * - `lower_cost`, `higher_cost`.  - `more_supporters`: counted with weights.
 * - `order`: the project first in `order`, e.g. as lots were drawn in public; projects not in it come after.
 */
export const tieKeys = ['index', 'id', 'id_numeric', 'lower_cost', 'higher_cost', 'more_supporters', 'order'] as const;
export type TieKey = (typeof tieKeys)[number];

export interface TieBreaking {
  readonly keys: readonly TieKey[];
  /** Project ids, for the key `order`. */
  readonly order: readonly string[];
}

/** The order of the list decides. */
export const lowerIndexFirst: TieBreaking = { keys: ['index'], order: [] };

/** Chooses one of two or more tied projects (indexes ascending): the position in the list of tied ones. */
export type Chooser = (tied: readonly number[]) => number;

/** Why a project may not join those already chosen, as the portfolio's limits have it. */
export interface Blocked {
  readonly code: string;
  readonly params: Params;
  /** False when a later choice can lift it: a required project that is not funded yet. */
  readonly permanent: boolean;
}

/** The portfolio's limits beside the budget: null when the project may join the chosen ones. */
export type Admission = (chosen: readonly number[], candidate: number) => Blocked | null;

/** A project that was passed over and why; `round` counts from 0. */
export interface PassedOver {
  readonly project: number;
  readonly round: number;
  readonly blocked: Blocked;
}

/** A tie that was broken. */
export interface BrokenTie {
  readonly round: number;
  readonly tied: readonly number[];
  readonly chosen: number;
}

/** What every rule starts from, beside the election itself. */
export interface Start {
  /** Indexes of projects that are funded already; their cost counts against the budget. */
  readonly alreadyFunded: readonly number[];
  readonly choose: Chooser;
  readonly admit: Admission | null;
}

/** The project's exact cost. */
export function costAt(election: Pick<Election, 'projects'>, index: number): Fraction {
  return (election.projects[index] as Election['projects'][number]).cost;
}

import { invariant } from '@fordela/domain';
import type { ConstraintSystem } from '../optimise/constraints';
import { grantColumns, type ExtraRow, type Forced } from '../optimise/program';

/** What a portfolio must hold: projects forced in or out and, where stated, at least one of several such demands. */
export interface Demand {
  readonly forced: Forced;
  readonly oneOf: readonly Forced[];
}

/** Meets every one of these demands about single projects. */
export function allOf(demands: readonly Forced[]): Demand {
  const into = Object.assign({}, ...demands.map((demand) => demand.in ?? {})) as Record<string, string | true>;
  return { forced: { in: into, out: demands.flatMap(({ out = [] }) => out) }, oneOf: [] };
}

/** Meets at least one of these demands about single projects. */
export function anyOf(demands: readonly Forced[]): Demand {
  const [only] = demands;
  return demands.length === 1 && only ? { forced: only, oneOf: [] } : { forced: {}, oneOf: demands };
}

export const noDemand: Demand = { forced: {}, oneOf: [] };

/** «At least one of them» as a row: Σ (wanted in) + Σ (1 − wanted out) ≥ 1. None when nothing is asked so. */
export function demandRows(system: ConstraintSystem, { oneOf }: Demand): readonly ExtraRow[] {
  if (oneOf.length === 0) return [];
  const weights = new Float64Array(system.columns.length);
  let lower = 1;
  for (const { in: into = {}, out = [] } of oneOf) {
    const wanted = Object.entries(into);
    invariant(wanted.length + out.length === 1, 'each of several demands must be about one project');
    for (const [id, level] of wanted) for (const j of grantColumns(system, id, level)) weights[j] = 1;
    for (const id of out) {
      lower -= 1;
      for (const j of grantColumns(system, id, true)) weights[j] = -1;
    }
  }
  return [{ weights, lower, upper: Infinity }];
}

/** Whether a point meets a demand. */
export function meeting(system: ConstraintSystem, { forced, oneOf }: Demand): (point: Float64Array) => boolean {
  const always = everyOf(system, forced);
  if (oneOf.length === 0) return always;
  const some = oneOf.map((own) => everyOf(system, own));
  return (point) => always(point) && some.some((meets) => meets(point));
}

function everyOf(system: ConstraintSystem, { in: into = {}, out = [] }: Forced): (point: Float64Array) => boolean {
  const wanted = Object.entries(into).map(([id, level]) => grantColumns(system, id, level));
  const unwanted = out.flatMap((id) => grantColumns(system, id, true));
  return (point) => wanted.every((own) => own.some((j) => point[j] === 1)) && !unwanted.some((j) => point[j] === 1);
}

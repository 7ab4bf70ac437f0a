import { invariant } from '@fordela/domain';
import type {
  AllocationProblem,
  FundingLevel,
  GroupLimit,
  LimitBound,
  PortfolioProject,
} from '../problem/allocation-problem';
import { moneyByGroup, moneyOn, countsIn } from './group-money';
import type { LimitRef } from './limit-ref';

/** A 0/1 decision: to grant a project one of its levels, or whether a synergy's condition holds. */
export type DecisionColumn =
  | { readonly kind: 'level'; readonly project: PortfolioProject; readonly level: FundingLevel }
  | { readonly kind: 'synergy'; readonly index: number };

/** lower ≤ Σ coefficient·decision ≤ upper, in whole numbers; `origin` is null for what merely defines the decisions. */
export interface ConstraintRow {
  readonly entries: readonly (readonly [column: number, coefficient: number])[];
  readonly lower: number;
  readonly upper: number;
  readonly origin: LimitRef | null;
}

/** Everything a portfolio must keep, as whole-numbered rows over 0/1 decisions. */
export interface ConstraintSystem {
  readonly problem: AllocationProblem;
  readonly columns: readonly DecisionColumn[];
  readonly rows: readonly ConstraintRow[];
  /** The columns of each project's levels, by project id. */
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
}

export interface ConstraintChoices {
  /** Limits to leave out: for conflicts and for the price of a limit. */
  readonly without?: (ref: LimitRef) => boolean;
}

/**
 * Compiles a problem's limits. Projects stand in the order of their ids, levels in rising money; a project already done has no
 * decision. Must-fund and exclude are rows like any other, so that a conflict can name them.
 */
export function constraintsOf(problem: AllocationProblem, choices: ConstraintChoices = {}): ConstraintSystem {
  const columns: DecisionColumn[] = [];
  const columnsOf = new Map<string, number[]>();
  for (const project of problem.projects) {
    if (project.alreadyDone) continue;
    columnsOf.set(
      project.id,
      project.levels.map((level) => columns.push({ kind: 'level', project, level }) - 1),
    );
  }
  for (const index of problem.synergies.keys()) columns.push({ kind: 'synergy', index });
  const system = { problem, columns, columnsOf };
  const rows = [
    ...definitions(system),
    ...ceilingRows(system),
    ...problem.groupLimits.flatMap((limit) => groupLimitRows(system, limit)),
    ...grantRows(system),
    ...linkRows(system),
    ...jointRows(system),
    ...decisionRows(system),
  ].filter((row) => row.origin === null || !choices.without?.(row.origin));
  return { ...system, rows };
}

type System = Omit<ConstraintSystem, 'rows'>;
type Entry = readonly [number, number];

const allOf = (system: System, ids: readonly string[]): number[] => ids.flatMap((id) => system.columnsOf.get(id) ?? []);

function entriesOf(system: System, weigh: (column: DecisionColumn) => number): readonly Entry[] {
  return system.columns.map((column, index): Entry => [index, weigh(column)]).filter(([, weight]) => weight !== 0);
}

/** At most one level per project; a synergy holds exactly when enough of its projects are funded. */
function definitions(system: System): readonly ConstraintRow[] {
  const rows: ConstraintRow[] = [];
  for (const columns of system.columnsOf.values())
    if (columns.length > 1)
      rows.push({ entries: columns.map((column): Entry => [column, 1]), lower: -Infinity, upper: 1, origin: null });
  const firstSynergy = system.columns.length - system.problem.synergies.length;
  for (const [index, synergy] of system.problem.synergies.entries()) {
    const done = synergy.projects.filter((id) => !system.columnsOf.has(id)).length;
    const members = allOf(system, synergy.projects);
    const count = synergy.projects.length - done;
    const needed = synergy.atLeast - done;
    const column = firstSynergy + index;
    if (needed <= 0) {
      rows.push({ entries: [[column, 1]], lower: 1, upper: Infinity, origin: null });
      continue;
    }
    const ones = members.map((member): Entry => [member, 1]);
    rows.push({ entries: [...ones, [column, -needed]], lower: 0, upper: Infinity, origin: null });
    rows.push({
      entries: [...ones, [column, -(count - needed + 1)]],
      lower: -Infinity,
      upper: needed - 1,
      origin: null,
    });
    // "All of them": the relaxation is far tighter project by project.
    if (needed === count)
      for (const id of synergy.projects) {
        const own = (system.columnsOf.get(id) ?? []).map((member): Entry => [member, 1]);
        if (own.length > 0) rows.push({ entries: [...own, [column, -1]], lower: 0, upper: Infinity, origin: null });
      }
  }
  return rows;
}

const costsOf = (system: System, column: DecisionColumn) =>
  column.kind === 'level'
    ? column.level
    : (system.problem.synergies[column.index] as { costs: Record<string, number>; money: number });

function ceilingRows(system: System): readonly ConstraintRow[] {
  return system.problem.ceilings.map(({ id, resourceIds, limit }) => ({
    entries: entriesOf(system, (column) => moneyOn(costsOf(system, column).costs, 0, resourceIds)),
    lower: -Infinity,
    upper: limit,
    origin: { kind: 'ceiling', id },
  }));
}

function groupLimitRows(system: System, limit: GroupLimit): readonly ConstraintRow[] {
  const inGroups = entriesOf(system, (column) => groupWeight(system, limit, column));
  const side = (bound: LimitBound | null, which: 'min' | 'max'): readonly ConstraintRow[] => {
    if (!bound) return [];
    const origin: LimitRef = { kind: 'group-limit', id: limit.id, side: which };
    if (bound.kind === 'amount')
      return [
        which === 'min'
          ? { entries: inGroups, lower: bound.amount, upper: Infinity, origin }
          : { entries: inGroups, lower: -Infinity, upper: bound.amount, origin },
      ];
    const { numerator, denominator } = bound.share;
    const entries = entriesOf(
      system,
      (column) =>
        denominator * groupWeight(system, limit, column) -
        numerator * moneyOn(costsOf(system, column).costs, costsOf(system, column).money, limit.resourceIds),
    );
    return [
      which === 'min'
        ? { entries, lower: 0, upper: Infinity, origin }
        : { entries, lower: -Infinity, upper: 0, origin },
    ];
  };
  return [...side(limit.min, 'min'), ...side(limit.max, 'max')];
}

function groupWeight(system: System, limit: GroupLimit, column: DecisionColumn): number {
  if (column.kind === 'level')
    return countsIn(column.project, column.level, limit.dimension, limit.groups, limit.measure, limit.resourceIds);
  if (limit.measure === 'count') return 0;
  const synergy = system.problem.synergies[column.index];
  invariant(synergy, 'a synergy column has its synergy');
  const byGroup = moneyByGroup(
    synergy.groups[limit.dimension],
    moneyOn(synergy.costs, synergy.money, limit.resourceIds),
  );
  return limit.groups.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
}

function grantRows(system: System): readonly ConstraintRow[] {
  const { grants, minimumGrant } = system.problem;
  const levels = entriesOf(system, (column) => (column.kind === 'level' ? 1 : 0));
  const rows: ConstraintRow[] = [];
  if (grants.min !== null)
    rows.push({ entries: levels, lower: grants.min, upper: Infinity, origin: { kind: 'grants', side: 'min' } });
  if (grants.max !== null)
    rows.push({ entries: levels, lower: -Infinity, upper: grants.max, origin: { kind: 'grants', side: 'max' } });
  if (minimumGrant !== null) {
    const small = entriesOf(system, (column) => (column.kind === 'level' && column.level.money < minimumGrant ? 1 : 0));
    if (small.length > 0) rows.push({ entries: small, lower: -Infinity, upper: 0, origin: { kind: 'minimum-grant' } });
  }
  return rows;
}

function linkRows(system: System): readonly ConstraintRow[] {
  const isDone = (id: string) => !system.columnsOf.has(id);
  const ones = (ids: readonly string[]) => allOf(system, ids).map((column): Entry => [column, 1]);
  const minus = (ids: readonly string[]) => allOf(system, ids).map((column): Entry => [column, -1]);
  return system.problem.links.flatMap((link): ConstraintRow[] => {
    const origin: LimitRef = { kind: 'link', id: link.id };
    switch (link.type) {
      case 'requires':
        if (isDone(link.to)) return [];
        return [{ entries: [...ones([link.from]), ...minus([link.to])], lower: -Infinity, upper: 0, origin }];
      case 'requires_one_of':
        if (link.anyOf.some(isDone)) return [];
        return [{ entries: [...ones([link.from]), ...minus(link.anyOf)], lower: -Infinity, upper: 0, origin }];
      case 'mutually_exclusive': {
        const done = link.projects.filter(isDone).length;
        return [{ entries: ones(link.projects), lower: -Infinity, upper: Math.max(0, 1 - done), origin }];
      }
      case 'choose': {
        const done = link.projects.filter(isDone).length;
        const lower = link.min === null ? -Infinity : Math.max(0, link.min - done);
        const upper = link.max === null ? Infinity : Math.max(0, link.max - done);
        return [{ entries: ones(link.projects), lower, upper, origin }];
      }
      case 'sequence':
        return isDone(link.first) ? [] : sequenceRows(system, link.first, link.then, origin);
    }
  });
}

/** What comes then may be granted in a round only when what comes first is granted in an earlier one. */
function sequenceRows(system: System, first: string, then: string, origin: LimitRef): ConstraintRow[] {
  const roundOf = (column: number) => {
    const decision = system.columns[column];
    return decision?.kind === 'level' ? decision.level.round : 0;
  };
  const [before, after] = [system.columnsOf.get(first) ?? [], system.columnsOf.get(then) ?? []];
  const rounds = [...new Set(after.map(roundOf))].sort((a, b) => a - b);
  return rounds.map((round) => ({
    entries: [
      ...after.filter((column) => roundOf(column) <= round).map((column): Entry => [column, 1]),
      ...before.filter((column) => roundOf(column) < round).map((column): Entry => [column, -1]),
    ],
    lower: -Infinity,
    upper: 0,
    origin,
  }));
}

/** A joint limit counts a project's whole use at any level: aid is declared in full, whatever part is granted first. */
function jointRows(system: System): readonly ConstraintRow[] {
  return system.problem.jointLimits.map(({ id, limit, history, uses }) => ({
    entries: uses
      .filter(({ amount }) => amount !== 0)
      .flatMap(({ projectId, amount }) =>
        (system.columnsOf.get(projectId) ?? []).map((column): Entry => [column, amount]),
      ),
    lower: -Infinity,
    upper: Math.max(0, limit - history),
    origin: { kind: 'joint-limit', id },
  }));
}

function decisionRows(system: System): readonly ConstraintRow[] {
  return system.problem.projects.flatMap((project): ConstraintRow[] => {
    const entries = (system.columnsOf.get(project.id) ?? []).map((column): Entry => [column, 1]);
    if (entries.length === 0) return [];
    if (project.mustFund)
      return [{ entries, lower: 1, upper: Infinity, origin: { kind: 'must-fund', project: project.id } }];
    if (project.excluded)
      return [{ entries, lower: -Infinity, upper: 0, origin: { kind: 'excluded', project: project.id } }];
    return [];
  });
}

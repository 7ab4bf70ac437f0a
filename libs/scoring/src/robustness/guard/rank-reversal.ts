/** What a method can take from the whole set of alternatives on one criterion, and so can change when the set does. */
export interface ColumnReference {
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** √Σx². */
  readonly norm: number;
}

type Outcome<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Failure };

/** A method, as the guard sees it: ranks (1 is best) from a table of performances with the alternatives' ids. */
export type MethodRunner<Failure> = (
  ids: readonly string[],
  table: readonly (readonly number[])[],
) => Outcome<readonly number[], Failure>;

/** A set of alternatives with their performances, m × n. */
export interface AlternativeSet {
  readonly ids: readonly string[];
  readonly table: readonly (readonly number[])[];
}

/** Two alternatives, in both sets, whose order is not the same in the two. */
export interface Reversal {
  readonly ids: readonly [string, string];
  readonly ranksBefore: readonly [number, number];
  readonly ranksAfter: readonly [number, number];
  /** `reversed`: the other way round; `tie-made` and `tie-broken`: equal in one of the two only. */
  readonly kind: 'reversed' | 'tie-made' | 'tie-broken';
}

/** A reference that is another one after the change; for a minimum or maximum, the alternatives that set the more extreme one. */
export interface ReferenceChange {
  readonly criterion: number;
  readonly what: keyof ColumnReference;
  readonly before: number;
  readonly after: number;
  readonly setBy: readonly string[];
}

export interface ReversalReport {
  readonly added: readonly string[];
  readonly withdrawn: readonly string[];
  readonly reversals: readonly Reversal[];
  /** Alternatives in some reversal, with their places (ties share the best) among those in both sets. */
  readonly moved: readonly { readonly id: string; readonly placeBefore: number; readonly placeAfter: number }[];
  readonly referenceChanges: readonly ReferenceChange[];
  /** Criteria whose changed minimum or maximum, by an experiment, brings the reversals about, and which of them. */
  readonly causes: readonly { readonly criterion: number; readonly explains: readonly (readonly [string, string])[] }[];
}

type RanksById = ReadonlyMap<string, number>;

/**
 * Who else moved when alternatives were added or withdrawn, and why. Methods that normalise by the set at hand, or compare with the
 * others in it, let an order between two depend on a third.
 *
 * Rule    Orders are compared among the alternatives in both sets. A cause is found by experiment: the set that is narrower on a
 *         criterion gets two made-up members, at the middle everywhere but at the wider set's extremes on that criterion; the
 *         reversals that the other set's order then agrees with are explained by it.
 * Errors  The method's own refusal.
 * Source  Belton & Gear, "On a short-coming of Saaty's method of analytic hierarchies", Omega 11 (1983); Wang & Luo, "On rank reversal
 *         in decision analysis", Mathematical and Computer Modelling 49 (2009).
 */
export function rankReversals<Failure>(
  run: MethodRunner<Failure>,
  before: AlternativeSet,
  after: AlternativeSet,
): Outcome<ReversalReport, Failure> {
  const [first, second] = [ranksOf(run, before), ranksOf(run, after)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const common = before.ids.filter((id) => after.ids.includes(id));
  const reversals = reversalsBetween(common, first.value, second.value);
  const changes = referenceChanges(before, after);
  const involved = common.filter((id) => reversals.some(({ ids }) => ids.includes(id)));
  const place = (id: string, ranks: RanksById) =>
    1 + common.filter((other) => ranks.get(other)! < ranks.get(id)!).length;
  return {
    ok: true,
    value: {
      added: after.ids.filter((id) => !before.ids.includes(id)),
      withdrawn: before.ids.filter((id) => !after.ids.includes(id)),
      reversals,
      moved: involved.map((id) => ({ id, placeBefore: place(id, first.value), placeAfter: place(id, second.value) })),
      referenceChanges: changes,
      causes: movedExtremes(changes).flatMap((criterion) => {
        const explains = explained(
          run,
          { before, after, first: first.value, second: second.value },
          criterion,
          reversals,
        );
        return explains.length > 0 ? [{ criterion, explains }] : [];
      }),
    },
  };
}

/** The reports of withdrawing each alternative in turn; those whose withdrawal reverses nothing are left out. */
export function withdrawalReports<Failure>(
  run: MethodRunner<Failure>,
  all: AlternativeSet,
): Outcome<readonly ReversalReport[], Failure> {
  const reports: ReversalReport[] = [];
  if (all.ids.length < 3) return { ok: true, value: reports }; // with two there is no third whose presence could matter
  for (const [out] of all.ids.entries()) {
    const without = { ids: all.ids.filter((_, i) => i !== out), table: all.table.filter((_, i) => i !== out) };
    const report = rankReversals(run, all, without);
    if (!report.ok) return report;
    if (report.value.reversals.length > 0) reports.push(report.value);
  }
  return { ok: true, value: reports };
}

function ranksOf<Failure>(run: MethodRunner<Failure>, { ids, table }: AlternativeSet): Outcome<RanksById, Failure> {
  const ranks = run(ids, table);
  return ranks.ok ? { ok: true, value: new Map(ids.map((id, i) => [id, ranks.value[i]!])) } : ranks;
}

const order = (ranks: RanksById, a: string, b: string): number => Math.sign(ranks.get(a)! - ranks.get(b)!);

function reversalsBetween(ids: readonly string[], before: RanksById, after: RanksById): readonly Reversal[] {
  return ids.flatMap((a, k) =>
    ids.slice(k + 1).flatMap((b): Reversal[] => {
      const [was, is] = [order(before, a, b), order(after, a, b)];
      if (was === is) return [];
      return [
        {
          ids: [a, b],
          ranksBefore: [before.get(a)!, before.get(b)!],
          ranksAfter: [after.get(a)!, after.get(b)!],
          kind: was === 0 ? 'tie-broken' : is === 0 ? 'tie-made' : 'reversed',
        },
      ];
    }),
  );
}

/** Minimum, maximum, sum and norm of every column. */
export function columnReferences(table: readonly (readonly number[])[]): readonly ColumnReference[] {
  return (table[0] ?? []).map((_, c) => {
    const column = table.map((row) => row[c]!);
    return {
      min: Math.min(...column),
      max: Math.max(...column),
      sum: column.reduce((sum, x) => sum + x, 0),
      norm: Math.sqrt(column.reduce((sum, x) => sum + x * x, 0)),
    };
  });
}

function referenceChanges(before: AlternativeSet, after: AlternativeSet): readonly ReferenceChange[] {
  const [old, now] = [columnReferences(before.table), columnReferences(after.table)];
  return old.flatMap((reference, criterion) =>
    (['min', 'max', 'sum', 'norm'] as const).flatMap((what): ReferenceChange[] => {
      const [was, is] = [reference[what], now[criterion]![what]];
      if (was === is) return [];
      const extreme = what === 'min' ? Math.min(was, is) : Math.max(was, is);
      const { ids, table } = extreme === was ? before : after;
      const isExtreme = what === 'min' || what === 'max';
      const setBy = isExtreme ? ids.filter((_, i) => table[i]![criterion] === extreme) : [];
      return [{ criterion, what, before: was, after: is, setBy }];
    }),
  );
}

const movedExtremes = (changes: readonly ReferenceChange[]): readonly number[] => [
  ...new Set(changes.flatMap(({ what, criterion }) => (what === 'min' || what === 'max' ? [criterion] : []))),
];

interface Comparison {
  readonly before: AlternativeSet;
  readonly after: AlternativeSet;
  readonly first: RanksById;
  readonly second: RanksById;
}

/** The reversals that go away when the narrower set is given the wider one's extremes on a criterion. */
function explained<Failure>(
  run: MethodRunner<Failure>,
  { before, after, first, second }: Comparison,
  criterion: number,
  reversals: readonly Reversal[],
): readonly (readonly [string, string])[] {
  const [old, now] = [columnReferences(before.table)[criterion]!, columnReferences(after.table)[criterion]!];
  const narrower = now.max - now.min < old.max - old.min ? after : before;
  const wanted = narrower === after ? first : second;
  const extremes = [Math.min(old.min, now.min), Math.max(old.max, now.max)];
  const middles = columnReferences(narrower.table).map(({ min, max }) => (min + max) / 2);
  const padded = ranksOf(run, {
    ids: [...narrower.ids, ...extremes.map((_, k) => `made-up ${k + 1}`)],
    table: [...narrower.table, ...extremes.map((x) => middles.map((middle, c) => (c === criterion ? x : middle)))],
  });
  if (!padded.ok) return [];
  return reversals.filter(({ ids: [a, b] }) => order(padded.value, a, b) === order(wanted, a, b)).map(({ ids }) => ids);
}

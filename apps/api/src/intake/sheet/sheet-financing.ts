import {
  amountIn,
  splitByLargestRemainder,
  sumYears,
  type FinancingLine,
  type Sek,
  type SourceType,
  type YearAmount,
} from '@fordela/domain';
import { sourceColumns } from './columns';
import type { RowValues } from './read-row';
import { cellNote, type ReadingNote } from './sheet.types';

type OtherSource = (typeof sourceColumns)[number];

/** Where in-kind money is looked for first, when the sheet says how much but not from whom. */
const inKindOrder: readonly OtherSource[] = [
  'university',
  'state_agency',
  'other_national',
  'municipal',
  'private',
  'region_own',
];
const euFunds: readonly OtherSource[] = ['eruf', 'esf', 'interreg'];

export interface MergedFinancing {
  readonly financing: readonly FinancingLine[];
  readonly notes: readonly { readonly columnId: OtherSource | 'requested' | 'inKind'; readonly note: ReadingNote }[];
}

/**
 * The financing plan a row of the sheet stands for. The sheet has one sum per source; years, kinds, statuses and financiers it has not.
 *
 * Rule    A source whose sum is the same as before keeps its lines as they are. One whose sum has changed keeps its first line's kind,
 *         status and financier, with the years in proportion as before; said in a warning. A source that is new to the project fills
 *         what the years still lack, in the order of the columns; EU funds as applied for, others as an intention until confirmed.
 *         1:1 money follows the row's own years.
 * Edges   In-kind money of a new project is taken from the sources most likely to give it, in a fixed order; said in a note.
 */
export function mergedFinancing(
  values: RowValues,
  costs: readonly YearAmount[],
  requested: readonly YearAmount[],
  before: { readonly financing: readonly FinancingLine[]; readonly requested: readonly YearAmount[] } | null,
): MergedFinancing {
  const notes: MergedFinancing['notes'][number][] = [];
  const kept: FinancingLine[] = [...(before?.financing ?? [])];
  const nextNo = () => Math.max(0, ...kept.map((line) => line.financingNo)) + 1;
  mergeOneToOne(kept, requested, before?.requested ?? null, nextNo);

  for (const source of sourceColumns) {
    const wanted = values.sources[source];
    const own = kept.filter((line) => line.sourceType === source);
    const had = own.reduce((sum, line) => sum + sumYears(line.amounts), 0);
    if (wanted === undefined || wanted === had) continue;
    if (own.length > 0) {
      const years = combined(own.flatMap((line) => line.amounts));
      const [first] = own as [FinancingLine];
      const amounts = spread(wanted, years.length > 0 ? years : costs);
      for (const line of own) kept.splice(kept.indexOf(line), 1);
      if (wanted > 0) kept.push({ ...first, amounts });
      notes.push({
        columnId: source,
        note: cellNote('financing-source-changed', 'uncertain', { before: had, after: wanted }),
      });
    } else {
      const room = costs.map(({ year, amountSek }) => ({
        year,
        amountSek: Math.max(0, amountSek - kept.reduce((sum, line) => sum + amountIn(line.amounts, year), 0)),
      }));
      const amounts = spread(wanted, wanted <= sumYears(room) ? room : costs);
      kept.push({
        financingNo: nextNo(),
        sourceType: source,
        financierActorId: null,
        kind: 'cash',
        status: euFunds.includes(source) ? 'applied' : 'intent',
        amounts,
      });
      notes.push({ columnId: source, note: cellNote('financing-status-assumed', 'likely', { amount: wanted }) });
    }
  }
  if (before === null && values.inKindSek) markInKind(kept, values.inKindSek, nextNo, notes);
  return { financing: kept.sort((a, b) => a.financingNo - b.financingNo), notes };
}

/** The line with the region's 1:1 money follows the row; lines of other deciders are left alone. */
function mergeOneToOne(
  lines: FinancingLine[],
  requested: readonly YearAmount[],
  before: readonly YearAmount[] | null,
  nextNo: () => number,
): void {
  const isSame = (a: readonly YearAmount[], b: readonly YearAmount[]) => JSON.stringify(a) === JSON.stringify(b);
  const own = lines.filter((line) => line.sourceType === 'state_1_1');
  const line = own.find((item) => before !== null && isSame(item.amounts, before)) ?? own[0];
  if (line === undefined) {
    if (requested.length === 0) return;
    const [sourceType, kind, status] = ['state_1_1', 'cash', 'applied'] as const;
    lines.push({ financingNo: nextNo(), sourceType, financierActorId: null, kind, status, amounts: requested });
  } else if (before === null || !isSame(requested, before)) {
    lines[lines.indexOf(line)] = { ...line, amounts: requested };
  }
}

/** Makes that much of the lines in kind, splitting the last one when it is larger than what is left. */
function markInKind(
  lines: FinancingLine[],
  inKindSek: Sek,
  nextNo: () => number,
  notes: MergedFinancing['notes'][number][],
): void {
  const totalOf = (source: SourceType) =>
    lines.filter((line) => line.sourceType === source).reduce((sum, line) => sum + sumYears(line.amounts), 0);
  const exact = inKindOrder.find((source) => totalOf(source) === inKindSek);
  let left = inKindSek;
  const from: string[] = [];
  for (const source of exact ? [exact] : inKindOrder) {
    const line = lines.find((item) => item.sourceType === source && item.kind === 'cash');
    if (!line || left === 0) continue;
    const total = sumYears(line.amounts);
    const taken = Math.min(total, left);
    if (taken === 0) continue;
    const inKind = spread(taken, line.amounts);
    const cash = line.amounts.map(({ year, amountSek }) => ({ year, amountSek: amountSek - amountIn(inKind, year) }));
    lines[lines.indexOf(line)] = { ...line, kind: 'in_kind', amounts: inKind };
    if (taken < total)
      lines.push({ ...line, financingNo: nextNo(), amounts: cash.filter((entry) => entry.amountSek > 0) });
    left -= taken;
    from.push(source);
  }
  notes.push({
    columnId: 'inKind',
    note: cellNote('in-kind-source-assumed', left > 0 ? 'uncertain' : 'likely', { sources: from, left }),
  });
}

/** The amount over the years in proportion to what they hold, to the krona; never more in a year than it holds when it fits at all. */
function spread(amountSek: Sek, years: readonly YearAmount[]): readonly YearAmount[] {
  const usable = years.filter((entry) => entry.amountSek > 0);
  if (usable.length === 0) return [];
  const pieces = splitByLargestRemainder(
    amountSek,
    usable.map((entry) => entry.amountSek),
  );
  return usable
    .map((entry, index) => ({ year: entry.year, amountSek: pieces[index] as Sek }))
    .filter((entry) => entry.amountSek > 0);
}

function combined(amounts: readonly YearAmount[]): readonly YearAmount[] {
  const years = [...new Set(amounts.map((entry) => entry.year))].sort((a, b) => a - b);
  return years.map((year) => ({
    year,
    amountSek: amounts.filter((entry) => entry.year === year).reduce((sum, entry) => sum + entry.amountSek, 0),
  }));
}

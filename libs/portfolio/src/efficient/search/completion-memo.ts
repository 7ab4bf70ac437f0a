import type { BoundTables, Cells, RowTable } from './bound-tables';
import type { ChoiceModel, ChoiceOption } from './choice-model';
import type { Stage } from './stages';

/**
 * Best completions of models with one limited row counted in exact bins: they depend on the stage, the room left and the
 * direction only, so each is worked out once, when first asked for.
 */
export class CompletionMemo {
  /** By direction: where the sums of the completion from a cell start in `values`; 0 = not worked out. */
  private readonly slots: readonly Int32Array[];
  values = new Float64Array(4096);
  private used: number;
  private readonly places: Int32Array;
  private readonly chosen: Int32Array;
  private readonly usage: readonly Int32Array[];
  private readonly table: RowTable;

  /** Null when the model is not of that kind. */
  static of(model: ChoiceModel, tables: BoundTables, stages: readonly Stage[]): CompletionMemo | null {
    const table = tables.rows[0];
    return table?.exact && model.limits.length === 1 ? new CompletionMemo(model, tables, table, stages) : null;
  }

  private constructor(
    private readonly model: ChoiceModel,
    private readonly tables: BoundTables,
    table: RowTable,
    private readonly stages: readonly Stage[],
  ) {
    this.table = table;
    this.slots = table.cells.map((cells) => new Int32Array(cells?.length ?? 0));
    this.used = model.quantityCount; // slot 0 holds the empty completion: all zeros
    this.places = new Int32Array(stages.length);
    this.chosen = new Int32Array(stages.length);
    this.usage = stages.map((stage) => Int32Array.from(stage.options, (option) => usedBy(option) / table.binSize));
  }

  /** The option the best completion in direction j takes at stage k with this room in bins. */
  option(j: number, k: number, room: number): number {
    const gains = this.tables.gains[j]?.[k] as readonly number[];
    const cells = this.table.cells[j] as Cells;
    const usage = this.usage[k] as Int32Array;
    const start = this.table.starts[k + 1] as number;
    const top = this.table.tops[k + 1] as number;
    let best = 0;
    let most = -Infinity;
    for (let o = 0; o < usage.length; o++) {
      const left = room - (usage[o] as number);
      if (left < 0) continue;
      const value = (gains[o] as number) + (cells[start + (left < top ? left : top)] as number);
      if (value > most) {
        best = o;
        most = value;
      }
    }
    return best;
  }

  binOf(room: number): number {
    return Math.floor(room / this.table.binSize);
  }

  /** Where the quantities' sums of the best completion start in `values`. */
  completion(j: number, k: number, room: number): number {
    const { places, chosen } = this;
    const { starts, tops } = this.table;
    const slots = this.slots[j] as Int32Array;
    const n = this.stages.length - 1;
    let slot = 0;
    let at = k;
    for (; at < n; at++) {
      const top = tops[at] as number;
      const place = (starts[at] as number) + (room < top ? room : top);
      slot = slots[place] as number;
      if (slot > 0) break;
      const option = this.option(j, at, room);
      places[at] = place;
      chosen[at] = option;
      room -= this.usage[at]?.[option] as number;
    }
    const count = this.model.quantityCount;
    while (--at >= k) {
      if (this.used + count > this.values.length) {
        const larger = new Float64Array(this.values.length * 2);
        larger.set(this.values);
        this.values = larger;
      }
      const gains = (this.stages[at]?.options[chosen[at] as number] as ChoiceOption).quantities;
      for (let t = 0; t < count; t++)
        this.values[this.used + t] = (this.values[slot + t] as number) + (gains[t] as number);
      slot = this.used;
      slots[places[at] as number] = slot;
      this.used += count;
    }
    return slot;
  }
}

function usedBy(option: ChoiceOption): number {
  let sum = 0;
  for (const [, amount] of option.usage) sum += amount;
  return sum;
}

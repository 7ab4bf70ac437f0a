import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';

/** An option per criterion: one for all, an array in criterion order, or an object by criterion id. */
export const perCriterionOption = <Item extends z.ZodType>(item: Item) =>
  z.union([item, z.array(item), z.record(z.string(), item)]);

/**
 * The option of each criterion; `absent` where an object does not name it or nothing is given.
 *
 * Errors  `option-length` for an array of another length, `option-unknown-criterion` for a name that is none.
 */
export function spreadOption<Item, Absent>(
  option: Item | readonly Item[] | Readonly<Record<string, Item>> | undefined,
  isOne: (value: unknown) => value is Item,
  criterionIds: readonly string[],
  absent: Absent,
  path: Path,
): Result<readonly (Item | Absent)[]> {
  if (option === undefined) return accept(criterionIds.map(() => absent));
  if (isOne(option)) return accept(criterionIds.map(() => option));
  if (Array.isArray(option))
    return option.length === criterionIds.length
      ? accept(option as readonly Item[])
      : refuse([refusal('option-length', path, { length: option.length, expected: criterionIds.length })]);
  const record = option as Readonly<Record<string, Item>>;
  const refusals: Refusal[] = Object.keys(record)
    .filter((id) => !criterionIds.includes(id))
    .map((id) => refusal('option-unknown-criterion', [...path, id], { id }));
  if (refusals.length > 0) return refuse(refusals);
  return accept(criterionIds.map((id) => (Object.hasOwn(record, id) ? record[id]! : absent)));
}

export const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number';

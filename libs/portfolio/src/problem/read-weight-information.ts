import type { Path } from '@fordela/domain';
import type { WeightInformation } from './allocation-problem';
import { compareFractions, exactTextOf, fraction } from './fraction';
import type { ProblemFile } from './problem-file';
import { sortedIds, type Reading } from './reading';
import { parseWeightStatement } from './weight-statement';

/** What is known of the weights of the named values; weights are ≥ 0 and sum to 1 whatever is stated. */
export function readWeightInformation(
  file: ProblemFile,
  valueNames: readonly string[],
  reading: Reading,
): WeightInformation | null {
  const input = file.weightInformation;
  if (!input) return null;
  const check = (name: string, path: Path) => {
    if (!valueNames.includes(name))
      reading.refuse('allocation-unknown-value', path, { value: name, choices: valueNames });
  };
  const values = input.values ?? valueNames;
  for (const [index, name] of values.entries()) check(name, ['weightInformation', 'values', index]);
  const order = (input.order ?? []).map((entry) => (Array.isArray(entry) ? sortedIds(entry) : [entry]));
  for (const [index, names] of order.entries())
    for (const name of names) check(name, ['weightInformation', 'order', index]);
  const bounds = Object.fromEntries(
    Object.entries(input.bounds ?? {}).map(([name, [low, high]]) => {
      const path: Path = ['weightInformation', 'bounds', name];
      check(name, path);
      const ends = [reading.exact(low, [...path, 0]), reading.exact(high, [...path, 1])] as const;
      if (compareFractions(ends[0], ends[1]) > 0)
        reading.refuse('allocation-interval-reversed', path, { low: String(low), high: String(high) });
      return [name, [exactTextOf(ends[0]), exactTextOf(ends[1])] as const];
    }),
  );
  const statements = (input.statements ?? []).map((statement, index) => {
    const path: Path = ['weightInformation', 'statements', index];
    if (typeof statement === 'string') {
      const said = parseWeightStatement(statement, valueNames);
      if (!said) reading.refuse('allocation-weight-statement', path, { statement, choices: valueNames });
      return {
        id: statement,
        relation: said?.relation ?? '>=',
        coefficients: Object.fromEntries(
          Object.entries(said?.coefficients ?? {}).map(([name, factor]) => [name, exactTextOf(factor)]),
        ),
        constant: exactTextOf(said?.constant ?? fraction(0)),
      };
    }
    for (const name of Object.keys(statement.coefficients)) check(name, [...path, 'coefficients', name]);
    return {
      id: statement.id ?? `statement-${index + 1}`,
      relation: statement.relation,
      coefficients: Object.fromEntries(
        Object.entries(statement.coefficients).map(([name, value]) => [
          name,
          exactTextOf(reading.exact(value, [...path, 'coefficients', name])),
        ]),
      ),
      constant: exactTextOf(reading.exact(statement.constant ?? 0, [...path, 'constant'])),
    };
  });
  return { values: sortedIds(values), order, bounds, statements };
}

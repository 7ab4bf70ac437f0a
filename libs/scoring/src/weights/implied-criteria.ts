import type { PerCriterion, WeightSpec } from './weight-spec';

const counted = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c${index + 1}`);
const named = (values: PerCriterion): readonly string[] =>
  Array.isArray(values) ? counted(values.length) : Object.keys(values);

/**
 * The criteria a weight specification speaks of, for files that hold nothing else: the names it uses in the order they appear, or
 * c1, c2, … for arrays and matrices. Empty when it names none (`equal`, computed weights).
 */
export function impliedCriterionIds(spec: WeightSpec): readonly string[] {
  switch (spec.method) {
    case 'direct':
      return named(spec.values);
    case 'swing':
      return named(spec.points);
    case 'smart':
      return named(spec.ratings);
    case 'roc':
    case 'rank-sum':
    case 'rank-reciprocal':
    case 'rank-exponent':
      return spec.ranks === undefined ? [...new Set((spec.ranking ?? []).flat())] : named(spec.ranks);
    case 'bwm':
      return named(spec.bestToOthers);
    case 'ahp': {
      const { pairwise } = spec;
      if (Array.isArray(pairwise)) return counted(pairwise.length);
      if ('upper' in pairwise) return counted(Math.round((1 + Math.sqrt(1 + 8 * pairwise.upper.length)) / 2));
      return [...new Set(pairwise.judgements.flatMap(([a, b]) => [a, b]))];
    }
    case 'statements':
      return [
        ...new Set([
          ...Object.keys(spec.intervals ?? {}),
          ...(spec.statements ?? []).flatMap((statement) =>
            typeof statement === 'object' && 'coefficients' in statement ? Object.keys(statement.coefficients) : [],
          ),
        ]),
      ];
    default:
      return [];
  }
}

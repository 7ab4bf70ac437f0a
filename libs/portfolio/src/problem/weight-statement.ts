import { addFractions, fraction, fractionOf, multiplyFractions, type Fraction } from './fraction';

/** A linear statement about weights: Σ coefficient · weight, `relation`, constant. */
export interface WeightStatement {
  readonly relation: '>=' | '<=' | '=';
  readonly coefficients: Readonly<Record<string, Fraction>>;
  readonly constant: Fraction;
}

const relations: Readonly<Record<string, WeightStatement['relation']>> = {
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
};

/**
 * A statement about the weights written as text, such as `early >= 2 shared` or `w(early) + w(shared) >= 1/2`. Null when it is none.
 *
 * Rule    The longest name that stands there is the one meant; a number before a name multiplies it, one alone is a constant.
 * @example parseWeightStatement('early >= 2 shared', ['early', 'shared'])?.relation // => '>='
 */
export function parseWeightStatement(text: string, names: readonly string[]): WeightStatement | null {
  const [left, sign, right, ...more] = text.split(/(>=|<=|≥|≤|=)/);
  const relation = relations[sign ?? ''];
  if (left === undefined || right === undefined || relation === undefined || more.length > 0) return null;
  const sides = [termsOf(left, names), termsOf(right, names)] as const;
  if (!sides[0] || !sides[1]) return null;
  const coefficients: Record<string, Fraction> = {};
  let constant = fraction(0);
  for (const [side, terms] of sides.entries())
    for (const { name, factor } of terms ?? []) {
      const moved = side === 0 ? factor : multiplyFractions(factor, fraction(-1));
      if (name === null) constant = addFractions(constant, multiplyFractions(moved, fraction(-1)));
      else coefficients[name] = addFractions(coefficients[name] ?? fraction(0), moved);
    }
  return Object.keys(coefficients).length > 0 ? { relation, coefficients, constant } : null;
}

interface Term {
  /** Null for a constant. */
  readonly name: string | null;
  readonly factor: Fraction;
}

function termsOf(side: string, names: readonly string[]): readonly Term[] | null {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const terms: Term[] = [];
  let rest = side.trim();
  while (rest !== '') {
    const sign = /^[+-]/.exec(rest)?.[0];
    if (sign === undefined && terms.length > 0) return null;
    rest = rest.slice(sign?.length ?? 0).trimStart();
    const number = /^\d+(?:\.\d+|\/\d+)?/.exec(rest)?.[0];
    const afterNumber = rest.slice(number?.length ?? 0).replace(/^\s*\*?\s*/, '');
    const named = longestFirst
      .flatMap((name) => [
        [name, `w(${name})`],
        [name, name],
      ])
      .find(([, written]) => afterNumber.startsWith(written as string));
    const size = number === undefined ? fraction(1) : fractionOf(number);
    if (!size || (number === undefined && !named)) return null;
    terms.push({ name: named?.[0] ?? null, factor: sign === '-' ? multiplyFractions(size, fraction(-1)) : size });
    rest = (named ? afterNumber.slice(named[1]?.length) : rest.slice(number?.length ?? 0)).trimStart();
  }
  return terms.length > 0 ? terms : null;
}

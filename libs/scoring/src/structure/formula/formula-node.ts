/** The functions a formula may call, with how many arguments each takes. */
export const formulaFunctions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  ceil: [1, 1],
  cbrt: [1, 1],
  cube: [1, 1],
  exp: [1, 1],
  floor: [1, 1],
  log: [1, 2],
  log10: [1, 1],
  log2: [1, 1],
  max: [1, 12],
  min: [1, 12],
  mod: [2, 2],
  pow: [2, 2],
  round: [1, 1],
  sign: [1, 1],
  sqrt: [1, 1],
  square: [1, 1],
};

/** The operators a formula may use, by the names mathjs gives them. */
export const formulaOperators = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'pow',
  'mod',
  'unaryMinus',
  'unaryPlus',
  'smaller',
  'smallerEq',
  'larger',
  'largerEq',
  'equal',
  'unequal',
  'and',
  'or',
  'not',
] as const;
export type FormulaOperator = (typeof formulaOperators)[number];

/** A formula's own small tree: nothing but numbers, variables, and the operators and functions above. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | {
      readonly kind: 'choice';
      readonly test: FormulaNode;
      readonly then: FormulaNode;
      readonly otherwise: FormulaNode;
    };

export type Values = Readonly<Record<string, number>>;
type Closure = (values: Values) => number;

const roundHalfAway = (x: number) => Math.sign(x) * Math.round(Math.abs(x));
const floorMod = (x: number, y: number) => (y === 0 ? x : x - y * Math.floor(x / y));

/** What each operator and function does. Comparisons and logic give 1 or 0; any number but 0 counts as true. All are exact. */
const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => a ** b,
  mod: floorMod,
  unaryMinus: (a) => -a,
  unaryPlus: (a) => a,
  smaller: (a, b) => Number(a < b),
  smallerEq: (a, b) => Number(a <= b),
  larger: (a, b) => Number(a > b),
  largerEq: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  unequal: (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
  not: (a) => Number(a === 0),
  abs: (a) => Math.abs(a),
  ceil: (a) => Math.ceil(a),
  cbrt: (a) => Math.cbrt(a),
  cube: (a) => a * a * a,
  exp: (a) => Math.exp(a),
  floor: (a) => Math.floor(a),
  log10: (a) => Math.log10(a),
  log2: (a) => Math.log2(a),
  round: roundHalfAway,
  sign: (a) => Math.sign(a),
  sqrt: (a) => Math.sqrt(a),
  square: (a) => a * a,
};

/** The tree as a closure over its variables' values. A variable without a value gives NaN, as do roots and logs off their domain. */
export function closureOf(node: FormulaNode): Closure {
  switch (node.kind) {
    case 'number':
      return () => node.value;
    case 'variable':
      return (values) => (Object.hasOwn(values, node.name) ? (values[node.name] ?? Number.NaN) : Number.NaN);
    case 'choice': {
      const [test, then, otherwise] = [closureOf(node.test), closureOf(node.then), closureOf(node.otherwise)];
      return (values) => (test(values) !== 0 ? then(values) : otherwise(values));
    }
    case 'call':
      return callOf(node.name, node.args.map(closureOf));
  }
}

function callOf(name: string, args: readonly Closure[]): Closure {
  if (name === 'min') return (values) => Math.min(...args.map((arg) => arg(values)));
  if (name === 'max') return (values) => Math.max(...args.map((arg) => arg(values)));
  const [first, second] = args as [Closure, Closure | undefined];
  if (name === 'log') {
    if (!second) return (values) => Math.log(first(values));
    return (values) => Math.log(first(values)) / Math.log(second(values));
  }
  const operation = operations[name] as (a: number, b: number) => number;
  return second ? (values) => operation(first(values), second(values)) : (values) => operation(first(values), 0);
}

/** The variables of a tree in order of first use. */
export function variablesOf(node: FormulaNode): readonly string[] {
  const found = new Set<string>();
  const visit = (item: FormulaNode): void => {
    if (item.kind === 'variable') found.add(item.name);
    else if (item.kind === 'call') item.args.forEach(visit);
    else if (item.kind === 'choice') [item.test, item.then, item.otherwise].forEach(visit);
  };
  visit(node);
  return [...found];
}

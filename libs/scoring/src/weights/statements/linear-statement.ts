import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { CriterionNode } from '../../problem/criterion';
import type { WeightStatementInput } from '../weight-spec';

/** A linear statement about the weights of the criteria: Σ coefficient × weight (relation) rhs. */
export interface LinearStatement {
  /** Its id in the file, or its text. */
  readonly id: string;
  /** One per criterion (leaf), in order. */
  readonly coefficients: readonly number[];
  readonly relation: '>=' | '<=' | '=';
  readonly rhs: number;
  readonly path: Path;
}

/** What the names in statements stand for: each criterion, and each group as the sum of its criteria. */
export type StatementNames = ReadonlyMap<string, readonly number[]>;

/** Names for statements: every leaf as itself, every group as all the leaves below it (indexes in leaf order). */
export function statementNames(tree: readonly CriterionNode[]): StatementNames {
  const names = new Map<string, readonly number[]>();
  let next = 0;
  const visit = (node: CriterionNode): readonly number[] => {
    const leaves = node.children.length === 0 ? [next++] : node.children.flatMap(visit);
    names.set(node.id, leaves);
    return leaves;
  };
  tree.forEach(visit);
  return names;
}

/**
 * Reads a statement about weights.
 *
 * Forms   `"w(early) >= 2*w(durability) + 0.05"`; bare ids, sums, differences and numbers in front are allowed on both sides;
 *         ids with spaces or signs as `w("…")`; chains such as `a >= b >= c`. Or `{coefficients, relation, constant}`.
 * Edges   `>` and `<` are read as `>=` and `<=`: weights are real numbers, and the boundary belongs to the region.
 * Errors  `statement-not-readable` with the place in the text; `statement-unknown-criterion`; `statement-empty` (no weight in it).
 */
export function linearStatements(
  input: WeightStatementInput,
  names: StatementNames,
  count: number,
  path: Path,
): Result<readonly LinearStatement[]> {
  if (typeof input === 'string') return fromText(input, input, names, count, path);
  if ('statement' in input)
    return fromText(input.statement, input.id ?? input.statement, names, count, [...path, 'statement']);
  const coefficients = new Array<number>(count).fill(0);
  const refusals: Refusal[] = [];
  for (const [id, factor] of Object.entries(input.coefficients)) {
    const leaves = names.get(id);
    if (!leaves) refusals.push(refusal('statement-unknown-criterion', [...path, 'coefficients', id], { id }));
    for (const leaf of leaves ?? []) coefficients[leaf] = coefficients[leaf]! + factor;
  }
  if (refusals.length > 0) return refuse(refusals);
  const { relation, constant = 0 } = input;
  const text = `${Object.entries(input.coefficients)
    .map(([id, factor]) => `${factor}*w(${id})`)
    .join(' + ')} ${relation} ${constant}`;
  return checked([{ id: input.id ?? text, coefficients, relation, rhs: constant, path }]);
}

type Token = { readonly kind: 'number' | 'name' | 'sign' | 'relation'; readonly text: string; readonly at: number };

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|w\(\s*"(?<quoted>[^"]+)"\s*\)|w\(\s*(?<called>[^)"]+?)\s*\)|(?<relation>>=|<=|≥|≤|==|=|>|<)|(?<sign>[-+*])|(?<bare>[^\s+*()<>=≥≤-]+))/uy;

function tokens(text: string): readonly Token[] | number {
  const found: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const at = tokenPattern.lastIndex;
    const groups = tokenPattern.exec(text)?.groups;
    if (!groups) return at;
    const name = groups.quoted ?? groups.called ?? groups.bare;
    if (groups.number !== undefined) found.push({ kind: 'number', text: groups.number, at });
    else if (name !== undefined) found.push({ kind: 'name', text: name, at });
    else if (groups.relation !== undefined) found.push({ kind: 'relation', text: groups.relation, at });
    else found.push({ kind: 'sign', text: groups.sign!, at });
  }
  return found;
}

interface Side {
  readonly coefficients: number[];
  constant: number;
}

function fromText(
  text: string,
  id: string,
  names: StatementNames,
  count: number,
  path: Path,
): Result<readonly LinearStatement[]> {
  const unreadable = (at: number) => refuse([refusal('statement-not-readable', path, { statement: text, at })]);
  const all = tokens(text);
  if (typeof all === 'number') return unreadable(all);
  const sides: Token[][] = [[]];
  const relations: LinearStatement['relation'][] = [];
  for (const token of all) {
    if (token.kind !== 'relation') sides.at(-1)!.push(token);
    else {
      relations.push(
        token.text === '≥' || token.text.startsWith('>')
          ? '>='
          : token.text === '≤' || token.text.startsWith('<')
            ? '<='
            : '=',
      );
      sides.push([]);
    }
  }
  if (relations.length === 0) return unreadable(text.length);
  const read: Side[] = [];
  for (const side of sides) {
    const result = readSide(side, names, count);
    if (typeof result === 'number') return unreadable(result < 0 ? text.length : result);
    if (typeof result === 'string')
      return refuse([refusal('statement-unknown-criterion', path, { id: result, statement: text })]);
    read.push(result);
  }
  return checked(
    relations.map((relation, k) => {
      const [left, right] = [read[k]!, read[k + 1]!];
      return {
        id: relations.length > 1 ? `${id} (${k + 1})` : id,
        coefficients: left.coefficients.map((value, j) => value - right.coefficients[j]!),
        relation,
        rhs: right.constant - left.constant,
        path,
      };
    }),
  );
}

/** Sums of `[number *] name` and numbers. Returns the side; the place of what does not fit (−1: it ends too early); or an unknown name. */
function readSide(side: readonly Token[], names: StatementNames, count: number): Side | number | string {
  const result: Side = { coefficients: new Array<number>(count).fill(0), constant: 0 };
  let k = 0;
  while (k < side.length || k === 0) {
    let sign = 1;
    let signs = 0;
    for (; side[k]?.kind === 'sign' && side[k]!.text !== '*'; k += 1, signs += 1)
      sign *= side[k]!.text === '-' ? -1 : 1;
    const first = side[k];
    if (!first) return -1;
    if (signs === 0 && k > 0) return first.at;
    let factor = sign;
    let name: Token | undefined;
    if (first.kind === 'number') {
      factor *= Number(first.text);
      k += 1;
      if (side[k]?.text === '*' && side[k]?.kind === 'sign') {
        k += 1;
        name = side[k];
        if (name?.kind !== 'name') return name?.at ?? -1;
      } else if (side[k]?.kind === 'name') name = side[k];
    } else if (first.kind === 'name') name = first;
    else return first.at;
    if (!name) result.constant += factor;
    else {
      k += 1;
      const leaves = names.get(name.text);
      if (!leaves) return name.text;
      for (const leaf of leaves) result.coefficients[leaf] = result.coefficients[leaf]! + factor;
    }
  }
  return result;
}

function checked(statements: readonly LinearStatement[]): Result<readonly LinearStatement[]> {
  const empty = statements.find(({ coefficients }) => coefficients.every((value) => value === 0));
  return empty ? refuse([refusal('statement-empty', empty.path, { statement: empty.id })]) : accept(statements);
}

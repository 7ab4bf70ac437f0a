import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { CompiledFormula, FormulaEngine } from './formula-engine';
import { closureOf, formulaFunctions, formulaOperators, variablesOf, type FormulaNode } from './formula-node';

/** Longest formula, most nodes and deepest nesting that are read. A criterion needs far less; an attack wants far more. */
export const formulaLimits = { length: 500, nodes: 200, depth: 24 } as const;

/** The little of a mathjs node that is looked at. Its methods (`evaluate`, `compile`, `transform`) are never called. */
interface ForeignNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
  readonly fn?: unknown;
  readonly args?: readonly ForeignNode[];
  readonly content?: ForeignNode;
  readonly condition?: ForeignNode;
  readonly trueExpr?: ForeignNode;
  readonly falseExpr?: ForeignNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly ForeignNode[];
}

/**
 * Loads the reader of mathjs formulas. Give the result to `evaluate`; a problem without formulas does not need it.
 *
 * Safety  mathjs only parses. The tree is walked with an allow-list and translated to our own closures, so that import,
 *         assignment, function definition, property access, strings, matrices, ranges, units and evaluation do not exist.
 *         At most 500 characters, 200 nodes, 24 levels.
 * Edges   Comparisons and floor are exact: mathjs's own would use a tolerance of 1e-12. Logic gives 1 or 0.
 */
export async function loadFormulaEngine(): Promise<FormulaEngine> {
  const { parse } = await import('mathjs');
  return { compile: (text, path) => compileWith((source) => parse(source) as unknown as ForeignNode, text, path) };
}

function compileWith(parse: (text: string) => ForeignNode, text: string, path: Path): Result<CompiledFormula> {
  if (text.length > formulaLimits.length)
    return refuse([refusal('formula-too-long', path, { length: text.length, most: formulaLimits.length })]);
  let foreign: ForeignNode;
  try {
    foreign = parse(text);
  } catch (error) {
    return refuse([refusal('formula-not-readable', path, { formula: text, reason: (error as Error).message })]);
  }
  const translation = new Translation(path, text);
  const tree = translation.node(foreign, 1);
  if (!tree) return refuse(translation.refusals);
  return accept({ text, tree, variables: variablesOf(tree), valueOf: closureOf(tree) });
}

const call = (name: string, ...args: FormulaNode[]): FormulaNode => ({ kind: 'call', name, args });

/** One walk over a parsed formula; null wherever something is not allowed. */
class Translation {
  readonly refusals: Refusal[] = [];
  private nodes = 0;

  constructor(
    private readonly path: Path,
    private readonly text: string,
  ) {}

  node(foreign: ForeignNode, depth: number): FormulaNode | null {
    if (this.refusals.length > 0) return null;
    this.nodes += 1;
    if (this.nodes > formulaLimits.nodes || depth > formulaLimits.depth)
      return this.refuse(
        refusal('formula-too-complex', this.path, {
          formula: this.text,
          nodes: formulaLimits.nodes,
          depth: formulaLimits.depth,
        }),
      );
    switch (foreign.type) {
      case 'ConstantNode':
        return this.constant(foreign.value);
      case 'SymbolNode':
        return typeof foreign.name === 'string' ? { kind: 'variable', name: foreign.name } : this.forbid(foreign.type);
      case 'ParenthesisNode':
        return foreign.content ? this.node(foreign.content, depth + 1) : this.forbid(foreign.type);
      case 'OperatorNode':
        return (formulaOperators as readonly unknown[]).includes(foreign.fn)
          ? this.call(String(foreign.fn), foreign.args ?? [], depth)
          : this.forbid(String(foreign.fn));
      case 'FunctionNode':
        return this.functionCall(foreign, depth);
      case 'ConditionalNode':
        return this.choice(foreign, depth);
      case 'RelationalNode':
        return this.chain(foreign, depth);
      default:
        return this.forbid(foreign.type);
    }
  }

  private constant(value: unknown): FormulaNode | null {
    if (typeof value === 'boolean') return { kind: 'number', value: Number(value) };
    return typeof value === 'number' && Number.isFinite(value) ? { kind: 'number', value } : this.forbid(typeof value);
  }

  private functionCall(foreign: ForeignNode, depth: number): FormulaNode | null {
    const callee = foreign.fn as { readonly type?: unknown; readonly name?: unknown } | undefined;
    const name = callee?.type === 'SymbolNode' && typeof callee.name === 'string' ? callee.name : null;
    const arity = name !== null && Object.hasOwn(formulaFunctions, name) ? formulaFunctions[name] : undefined;
    if (name === null || !arity) return this.forbid(name ?? foreign.type);
    const args = foreign.args ?? [];
    if (args.length < arity[0] || args.length > arity[1])
      return this.refuse(
        refusal('formula-argument-count', this.path, {
          formula: this.text,
          function: name,
          least: arity[0],
          most: arity[1],
        }),
      );
    return this.call(name, args, depth);
  }

  private call(name: string, foreign: readonly ForeignNode[], depth: number): FormulaNode | null {
    const args = foreign.map((arg) => this.node(arg, depth + 1));
    return args.includes(null) ? null : call(name, ...(args as FormulaNode[]));
  }

  private choice(foreign: ForeignNode, depth: number): FormulaNode | null {
    const { condition, trueExpr, falseExpr } = foreign;
    if (!condition || !trueExpr || !falseExpr) return this.forbid(foreign.type);
    const test = this.node(condition, depth + 1);
    const then = this.node(trueExpr, depth + 1);
    const otherwise = this.node(falseExpr, depth + 1);
    return test && then && otherwise ? { kind: 'choice', test, then, otherwise } : null;
  }

  /** a < b < c is (a < b) and (b < c). */
  private chain(foreign: ForeignNode, depth: number): FormulaNode | null {
    const params = (foreign.params ?? []).map((param) => this.node(param, depth + 1));
    const relations = foreign.conditionals ?? [];
    if (params.includes(null) || relations.some((name) => !(formulaOperators as readonly string[]).includes(name)))
      return this.refusals.length > 0 ? null : this.forbid(foreign.type);
    const links = relations.map((name, k) => call(name, params[k] as FormulaNode, params[k + 1] as FormulaNode));
    return links.reduce((left, right) => call('and', left, right));
  }

  private forbid(what: string): null {
    return this.refuse(refusal('formula-not-allowed', this.path, { formula: this.text, what }));
  }

  private refuse(found: Refusal): null {
    this.refusals.push(found);
    return null;
  }
}

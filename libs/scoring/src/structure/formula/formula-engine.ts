import type { Path, Result } from '@fordela/domain';
import type { FormulaNode, Values } from './formula-node';

/** A formula made ready: its tree, its variables in order of first use, and its value for their values. */
export interface CompiledFormula {
  readonly text: string;
  readonly tree: FormulaNode;
  readonly variables: readonly string[];
  /** NaN or ±Infinity where the formula has no value; the caller refuses those. */
  readonly valueOf: (values: Values) => number;
}

/** Reads formulas. Made by `loadFormulaEngine`, because the parser behind it is large and often not needed. */
export interface FormulaEngine {
  readonly compile: (text: string, path: Path) => Result<CompiledFormula>;
}

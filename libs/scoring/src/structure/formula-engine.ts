import type { Path, Result } from '@fordela/domain';

/** A formula made ready: its variables in order of first use, and its value for their values. */
export interface CompiledFormula {
  readonly text: string;
  readonly variables: readonly string[];
  readonly valueOf: (values: Readonly<Record<string, number>>) => number;
}

/** Reads formulas. Made by `loadFormulaEngine`, because the parser behind it is large and often not needed. */
export interface FormulaEngine {
  readonly compile: (text: string, path: Path) => Result<CompiledFormula>;
}

import type { SolverSettings } from '../problem/allocation-problem';

/** The part of a single solve's effort that a search made of many solves may spend in all: there are a dozen such searches in a call. */
const partOfSolve = 0.1;

/** What one search made of many solves may still spend. */
export class Effort {
  private left: number;

  constructor({ effortLimit }: SolverSettings) {
    this.left = partOfSolve * effortLimit;
  }

  /** Runs a solve within what is left, in millions of table entries, and counts what it used. */
  spend<Answer extends { readonly work?: number }>(solve: (effortLimit: number) => Answer): Answer {
    const answer = solve(Math.max(0, this.left));
    this.count(answer);
    return answer;
  }

  count({ work = 0 }: { readonly work?: number }): void {
    this.left -= work / 1e6;
  }

  /** The settings of a solve within what is left. */
  within(settings: SolverSettings): SolverSettings {
    return { ...settings, effortLimit: Math.max(0, this.left) };
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }
}

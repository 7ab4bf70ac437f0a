import type { PortfolioProject } from '../problem/allocation-problem';
import type { Forced } from '../optimise/program';
import type { ReasonBench } from './reasons';
import type { StatedOptimum } from './stated-optimiser';

/** A project and the fate it does not have: what a change would have to bring about. */
export interface OtherWay {
  readonly bench: ReasonBench;
  readonly project: PortfolioProject;
  readonly demand: Forced;
  /** True when the demand is to fund it (in full), false when it is to leave it out. */
  readonly wantsIn: boolean;
  /** The best portfolio that meets the demand now; null when the limits forbid it. */
  readonly forced: StatedOptimum | null;
}

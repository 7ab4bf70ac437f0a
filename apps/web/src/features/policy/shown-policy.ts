import type { Band, Policy, SimulatedPolicy } from '../../data/policy';

/** A policy with its place among all there are to choose, which its colour and mark follow. */
export interface PlacedPolicy extends Policy {
  readonly index: number;
}

/** A policy with what it leads to in the model. */
export interface ShownPolicy extends PlacedPolicy {
  readonly outcome: SimulatedPolicy;
}

/** A figure with the ends of its band as a chart takes them. */
export const banded = ({ likely, p5, p95 }: Band) => ({ value: likely, low: p5, high: p95 });

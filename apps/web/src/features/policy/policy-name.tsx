import { LegendMark } from '@fordela/charts';
import type { PlacedPolicy } from './shown-policy';

/** The name of a policy with the mark it has in the charts. */
export function PolicyName({ policy }: { readonly policy: Pick<PlacedPolicy, 'index' | 'name'> }) {
  return (
    <span className="policy-name">
      <LegendMark index={policy.index} /> {policy.name}
    </span>
  );
}

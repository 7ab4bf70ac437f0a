import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import splitSweep from '../gql/split-sweep.graphql?raw';
import type { OwnerGroup, SplitSweepQuery, SplitSweepQueryVariables } from '../gql/types';
import { ask, refusalError } from './ask';
import { splitOptions, type Attribution, type Objective } from './split-choice';

export interface ShownGrant {
  readonly id: string;
  readonly title: string;
  readonly isRegionOwn: boolean;
  readonly grantedSek: number;
}

export interface SplitPoint {
  /** Whole percent to the region's own projects. */
  readonly share: number;
  /** Null when no portfolio keeps all limits. */
  readonly value: number | null;
  /** What is lost against the free optimum; null where either is not known. */
  readonly price: number | null;
  readonly proven: boolean;
  readonly gap: number;
  readonly unusedSek: number;
  readonly moneyByOwnerGroup: Readonly<Record<OwnerGroup, number>>;
  readonly selected: readonly ShownGrant[];
  readonly entering: readonly ShownGrant[];
  readonly leaving: readonly ShownGrant[];
}

export interface SplitSweep {
  readonly freeOptimum: { readonly value: number };
  readonly kinks: readonly number[];
  readonly points: readonly SplitPoint[];
}

type Sweep = Extract<SplitSweepQuery['splitSweep'], { __typename: 'SplitSweep' }>;
type Grants = Sweep['points'][number]['funded'];

/** The best allocation at every whole percent to the region's own projects. */
export function useSplitSweep(
  callId: string | undefined,
  objective: Objective,
  attribution: Attribution,
  language: Language,
) {
  return useQuery({
    queryKey: ['split-sweep', callId, objective, attribution, language],
    enabled: callId !== undefined,
    queryFn: async (): Promise<SplitSweep> => {
      const answer = await ask<SplitSweepQuery, SplitSweepQueryVariables>(splitSweep, {
        callId: callId ?? '',
        options: splitOptions(objective, attribution),
      });
      if (answer.splitSweep.__typename === 'Refused') throw refusalError(answer.splitSweep, language);
      const { free, kinks, points } = answer.splitSweep;
      return {
        freeOptimum: { value: free.value ?? 0 },
        kinks: kinks.map(percent),
        points: points.map(shownPoint),
      };
    },
  });
}

const percent = (share: number) => Math.round(share * 100);

const shownGrants = (grants: Grants): readonly ShownGrant[] =>
  grants.map(({ applicationId, title, isRegionOwn, grantedSek }) => ({
    id: applicationId,
    title,
    isRegionOwn: isRegionOwn ?? false,
    grantedSek,
  }));

function shownPoint(point: Sweep['points'][number]): SplitPoint {
  const money = (group: OwnerGroup) => point.groups.find((other) => other.group === group)?.amountSek ?? 0;
  return {
    share: percent(point.share),
    value: point.value,
    price: point.price,
    proven: point.status === 'optimal',
    gap: point.gap ?? 0,
    unusedSek: point.unusedSek,
    moneyByOwnerGroup: { region_own: money('region_own'), municipal: money('municipal'), other: money('other') },
    selected: shownGrants(point.funded),
    entering: shownGrants(point.againstFree.entering),
    leaving: shownGrants(point.againstFree.leaving),
  };
}

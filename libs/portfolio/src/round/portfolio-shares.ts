import {
  amountIn,
  cyclePhases,
  ownerGroups,
  ownerParts,
  splitOverGroups,
  sumYears,
  type Application,
  type OwnerAttribution,
  type Round,
  type Sek,
} from '@fordela/domain';

/** What one application is granted. */
export interface Grant {
  readonly applicationId: string;
  readonly grantedSek: Sek;
}

export interface GroupShare {
  readonly group: string;
  readonly amountSek: Sek;
  /** Of all that is granted; 0 when nothing is. */
  readonly share: number;
  /** Projects with at least a krona in the group. */
  readonly projects: number;
  /** Only for municipalities of known population. */
  readonly perInhabitantSek: number | null;
}

/** How a portfolio's money falls on the groups a committee looks at. */
export interface PortfolioShares {
  readonly grantedSek: Sek;
  readonly grants: number;
  readonly ownerGroups: readonly GroupShare[];
  readonly phases: readonly GroupShare[];
  /** A project counts fully in each of its themes: these do not sum to the whole. */
  readonly themes: readonly GroupShare[];
  readonly municipalities: readonly GroupShare[];
  readonly years: readonly GroupShare[];
}

/**
 * How a chosen portfolio's money falls on owner groups, phases, themes, municipalities and years.
 *
 * Rule    A grant is divided by `splitOverGroups`: over owner groups by the attribution, over phases by the phases' cost, over the
 *         municipalities served equally, over years as requested; in themes it counts fully in each. What has no group of a kind
 *         (no phase plan, no known municipality) counts as `not_stated`.
 * Shapes  One entry per owner group and phase, also those with 0; per theme, municipality and year with money, in order of id.
 * Errors  InvariantError for a grant to an application the round does not hold.
 */
export function portfolioShares(
  round: Round,
  grants: readonly Grant[],
  attribution: OwnerAttribution,
): PortfolioShares {
  const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
  const applications = new Map(round.applications.map((application) => [application.id, application]));
  const populations = new Map(round.municipalities.map((item) => [item.code, item.population]));
  const chosen = grants
    .filter((grant) => grant.grantedSek > 0)
    .map((grant) => ({ grant, application: applications.get(grant.applicationId) as Application }));
  const grantedSek = chosen.reduce((sum, { grant }) => sum + grant.grantedSek, 0);
  const years = round.budgetFrames.map((frame) => String(frame.year));

  const tally = (
    fixed: readonly string[],
    partsOf: (application: Application) => Readonly<Record<string, number>>,
    mode: 'divided' | 'full' = 'divided',
  ): readonly GroupShare[] => {
    const sums = new Map<string, { amount: number; projects: number }>(
      fixed.map((group) => [group, { amount: 0, projects: 0 }]),
    );
    for (const { grant, application } of chosen) {
      const parts = partsOf(application);
      const stated = Object.values(parts).some((part) => part > 0) ? parts : { not_stated: 1 };
      const amounts =
        mode === 'full'
          ? Object.keys(stated).map((group) => [group, grant.grantedSek] as const)
          : splitOverGroups(grant.grantedSek, stated);
      for (const [group, amount] of amounts) {
        const entry = sums.get(group) ?? { amount: 0, projects: 0 };
        sums.set(group, { amount: entry.amount + amount, projects: entry.projects + (amount > 0 ? 1 : 0) });
      }
    }
    const rest = [...sums.keys()].filter((group) => !fixed.includes(group)).sort();
    return [...fixed, ...rest].map((group) => {
      const { amount, projects } = sums.get(group) as { amount: number; projects: number };
      const population = populations.get(group);
      return {
        group,
        amountSek: amount,
        share: grantedSek > 0 ? amount / grantedSek : 0,
        projects,
        perInhabitantSek: population === undefined ? null : amount / population,
      };
    });
  };

  return {
    grantedSek,
    grants: chosen.length,
    ownerGroups: tally(ownerGroups, ({ project }) => ownerParts(project, actors, attribution)),
    phases: tally(cyclePhases, ({ project }) =>
      Object.fromEntries(
        cyclePhases.map((phase) => [
          phase,
          project.phases
            .filter((entry) => entry.cyclePhase === phase)
            .reduce((sum, entry) => sum + sumYears(entry.costs), 0),
        ]),
      ),
    ),
    themes: tally([], ({ project }) => Object.fromEntries(project.themes.map((theme) => [theme, 1])), 'full'),
    municipalities: tally(
      round.municipalities.map((item) => item.code),
      ({ project }) =>
        Object.fromEntries(project.municipalityCodes.filter((code) => populations.has(code)).map((code) => [code, 1])),
    ),
    years: tally(years, ({ requested }) =>
      Object.fromEntries(requested.map(({ year }) => [String(year), amountIn(requested, year)])),
    ),
  };
}

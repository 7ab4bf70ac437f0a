import { Injectable } from '@nestjs/common';
import { accept, actorMap, coverage, participation, refusal, refuse, type Result } from '@fordela/domain';
import { portfolioShares } from '@fordela/portfolio';
import type { AllocationShares } from '../allocation/allocation.types';
import { RegisterService } from '../reference/register.service';
import type { ActorMap, Participation } from './actors.types';
import { BasisService, type ChosenPortfolio } from './basis.service';
import type { Coverage, ParticipationArgs, PortfolioArgs } from './coverage.types';
import { ReportFrameService } from './report-frame.service';

/** A portfolio against the plan, and the actors in it. */
@Injectable()
export class SteeringService {
  constructor(
    private readonly basis: BasisService,
    private readonly frames: ReportFrameService,
    private readonly register: RegisterService,
  ) {}

  /** What of the plan a portfolio answers. Refused for a scenario that cannot be used. */
  async coverage({ attribution, ...args }: PortfolioArgs): Promise<Result<Coverage>> {
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const { round, grants, basis } = portfolio.value;
    const frame = await this.frames.current();
    const shares = sharesOf(portfolio.value, attribution);
    return accept({ basis, source: frame.source, ...coverage(round, frame, grants), shares });
  }

  /** Who takes part, by type and role. */
  async participation({ attribution, dominantShare, ...args }: ParticipationArgs): Promise<Result<Participation>> {
    if (!(dominantShare >= 0 && dominantShare <= 1))
      return refuse([refusal('share-out-of-range', ['dominantShare'], { value: dominantShare })]);
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const { round, grants, basis } = portfolio.value;
    return accept({ basis, ...participation(round, grants, attribution, dominantShare) });
  }

  /** Who does what, as stated and as seen in the portfolio. */
  async actorMap(args: PortfolioArgs): Promise<Result<ActorMap>> {
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const { round, grants, basis } = portfolio.value;
    const map = actorMap(round, await this.register.roles(), ({ id }) => grants.has(id));
    return accept({
      ...map,
      basis,
      actors: map.actors.map((actor) => ({ ...actor, roles: [...actor.roles] as never })),
    });
  }
}

function sharesOf({ round, grants }: ChosenPortfolio, attribution: PortfolioArgs['attribution']): AllocationShares {
  const names = new Map(round.municipalities.map(({ code, name }) => [code, name]));
  const list = [...grants].map(([applicationId, grantedSek]) => ({ applicationId, grantedSek }));
  const { ownerGroups, phases, themes, municipalities, years } = portfolioShares(round, list, attribution);
  const named = (groups: typeof phases) =>
    groups.map((group) => ({ ...group, name: names.get(group.group) ?? group.group }));
  return {
    ownerGroups: named(ownerGroups),
    phases: named(phases),
    themes: named(themes),
    municipalities: named(municipalities),
    years: named(years),
  };
}

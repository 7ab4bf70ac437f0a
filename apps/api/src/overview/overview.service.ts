import { Injectable } from '@nestjs/common';
import { accept, attention, type OwnerGroup, type Result } from '@fordela/domain';
import { sentence } from '@fordela/wording';
import { EnvelopeService } from '../envelope/envelope.service';
import type { EnvelopeYear, OwnerShareYear } from '../envelope/envelope.types';
import { FollowUpService } from '../followup/followup.service';
import { LeadTimeService } from '../foresight/lead-time.service';
import { GateService } from '../gate/gate.service';
import { SteeringService } from '../steering/steering.service';
import type { Attention, AttentionArgs } from './attention.types';

/** The picture of a call on one screen: what needs attention in it. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly steering: SteeringService,
    private readonly followUps: FollowUpService,
    private readonly leadTimes: LeadTimeService,
    private readonly envelopes: EnvelopeService,
    private readonly gates: GateService,
  ) {}

  /** What needs attention in a basis, the gravest first. Refused for a scenario that cannot be used. */
  async attention(args: AttentionArgs): Promise<Result<Attention>> {
    const attribution = 'partner_budget';
    const coverage = await this.steering.coverage({ ...args, attribution });
    if (!coverage.ok) return coverage;
    const { basis, items: covered, uncovered, shares } = coverage.value;
    const followUp = await this.followUps.followUp(args);
    if (!followUp.ok) return followUp;
    const atRisk = await this.followUps.atRisk({ ...args, projectTypes: ['implementation'] });
    if (!atRisk.ok) return atRisk;
    const { asOf, projects } = followUp.value;
    const { callId, scenarioId } = basis;
    const [gates] = await this.gates.ofCalls([callId]);
    const chosen = new Set(basis.applicationIds);
    const years = await this.envelopes.years({ callId, scenarioId, profile: 'as_decided' });
    const leads = await this.leadTimes.report(callId, asOf);
    const names = new Map(shares.municipalities.map(({ group, name }) => [group, name]));
    const idsWhere = (holds: (project: (typeof projects)[number]) => boolean) =>
      projects.filter(holds).map(({ applicationId }) => applicationId);
    const named = (kind: (typeof covered)[number]['kind'], ids: readonly string[]) =>
      ids.map((id) => `${id} ${covered.find((item) => item.kind === kind && item.id === id)?.nameSv ?? ''}`.trim());
    const items = attention({
      yearsOverFrame: yearsOver(years),
      stoppedIds: [...(gates ?? [])].filter(([id, gate]) => chosen.has(id) && gate.isBlocked).map(([id]) => id),
      uncoveredPriorityIds: chosen.size === 0 ? [] : named('priority', uncovered.priority),
      municipalitiesWithout:
        chosen.size === 0
          ? []
          : shares.municipalities.filter(({ amountSek }) => amountSek === 0).map(({ name }) => name),
      atRiskIds: atRisk.value.results.filter((result) => result.isAtRisk).map(({ applicationId }) => applicationId),
      overdueIds: idsWhere((project) => project.overdueReports > 0),
      uncoveredPlanIds:
        chosen.size === 0
          ? []
          : [
              ...named('need', uncovered.need),
              ...named('gap', uncovered.gap),
              ...named('recommendation', uncovered.recommendation),
            ],
      shortLeadTimes: leads.leadTimes
        .filter(({ isShort }) => isShort)
        .map(({ municipalityCode }) => names.get(municipalityCode) ?? municipalityCode),
      lateIds: idsWhere((project) => project.standing === 'late'),
      ownerShares: ownerYears(await this.envelopes.ownerShares(attribution)),
    });
    return accept({
      basis,
      asOf,
      items: items.map((item) => ({
        ...item,
        messageSv: sentence(item.code, item.params, 'sv'),
        messageEn: sentence(item.code, item.params, 'en'),
      })),
    });
  }
}

const yearsOver = (years: readonly Pick<EnvelopeYear, 'year' | 'payments'>[]): readonly number[] =>
  years.filter(({ payments }) => payments.freeSek < 0).map(({ year }) => year);

const ownerYears = (years: readonly OwnerShareYear[]) =>
  years
    .filter(({ totalSek }) => totalSek > 0)
    .map(({ year, groups }) => ({
      year,
      shares: Object.fromEntries(groups.map(({ ownerGroup, share }) => [ownerGroup, share])) as Record<
        OwnerGroup,
        number
      >,
    }));

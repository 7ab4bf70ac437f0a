import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type {
  CostOption,
  OwnerAttribution,
  PoliticalAnchoring,
  Project as ProjectData,
  ProjectType,
  ReceivingStructure,
  Sek as Kronor,
  StateAidRoute,
  YearAmount as YearAmountData,
} from '@fordela/domain';
import { Decimal, Hidden, Id, IdList, MonthOf, Sek, Text, TextList, Whole, Word, words } from '../platform/stored';

export const projectTypeWords = words<ProjectType>('ProjectType', 'Kind of project.', {
  prestudy: 'Pre-study (förstudie).',
  implementation: 'Implementation project (genomförandeprojekt).',
});
export const receivingStructureWords = words<ReceivingStructure>(
  'ReceivingStructure',
  'Whether somebody takes over the result when the project ends.',
  { yes: 'Yes.', partly: 'In part.', no: 'No.' },
);
export const politicalAnchoringWords = words<PoliticalAnchoring>(
  'PoliticalAnchoring',
  'Political endorsement (förankring).',
  {
    decided: 'Decided.',
    partly: 'In part.',
    none: 'None.',
  },
);
export const stateAidRouteWords = words<StateAidRoute>(
  'StateAidRoute',
  'The State aid route stated in the application.',
  {
    none: 'No State aid.',
    deminimis: 'De minimis aid (försumbart stöd).',
    gber: 'Block exemption (gruppundantag).',
    unclear: 'Not clear: must be settled before a decision.',
  },
);
export const costOptionWords = words<CostOption>('CostOption', 'How costs are accounted for.', {
  flat40: 'Flat rate of 40 % on direct staff costs.',
  actual15: 'Actual costs with 15 % indirect costs.',
  lumpsum: 'Lump sum.',
});

export const ownerAttributionWords = words<OwnerAttribution>(
  'OwnerAttribution',
  "How a joint project's money is attributed to owner groups. The choice changes every split.",
  {
    partner_budget: "Split by the partners' cost shares.",
    lead_partner: 'All of it to the group of the lead partner.',
  },
);

@ObjectType({ description: 'What is to be done, by whom, when and with what money. Null means "not stated".' })
@Entity('project')
@Index('project_lead_partner_ix', ['leadPartnerId'])
export class Project implements Omit<ProjectData, 'partners' | 'phases' | 'financing' | 'costs'> {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @Text('Title.')
  readonly title: string;
  @Text('Summary.')
  readonly summary: string;
  @Word(projectTypeWords, 'Kind of project.')
  readonly projectType: ProjectType;
  @ForeignKey('Actor', { name: 'project_lead_partner_fk' })
  @Id('The lead partner (projektägare), as an actor.')
  readonly leadPartnerId: string;
  @IdList('Codes of the municipalities served, as stated.')
  readonly municipalityCodes: string[];
  @TextList('Theme tags.')
  readonly themes: string[];
  @Id('Priority of the regional strategy.', { optional: true })
  readonly strategyPriorityId: string | null;
  @IdList('Needs of the report answered (S1–S6, K1–K5, R1–R5).')
  readonly needIds: string[];
  @IdList('Gaps of the report answered (table 7).')
  readonly gapIds: string[];
  @IdList('Recommendations of the report carried out (chapter 5).')
  readonly recommendationIds: string[];
  @MonthOf('First month.', { optional: true })
  readonly startMonth: string | null;
  @MonthOf('Last month.', { optional: true })
  readonly endMonth: string | null;
  @Sek('The stated total cost; differs from the sum of `costs` only where the application itself does.')
  readonly totalCostSek: Kronor;
  @Sek('Cost that is undercut with probability 10 %.', { optional: true })
  readonly costP10Sek: Kronor | null;
  @Sek('Cost that is exceeded with probability 10 %.', { optional: true })
  readonly costP90Sek: Kronor | null;
  @Sek('Cost met in kind instead of with money.')
  readonly inKindCostSek: Kronor;
  @Decimal('Full-time equivalents of shared capacity.', { optional: true })
  readonly pooledFte: number | null;
  @Whole('Organisations that share the capacity.', { optional: true })
  readonly sharingOrganisations: number | null;
  @Word(receivingStructureWords, 'Whether somebody takes over the result.', { optional: true })
  readonly receivingStructure: ReceivingStructure | null;
  @Id('Who takes over the result, as an actor.', { optional: true })
  readonly receivingActorId: string | null;
  @Word(politicalAnchoringWords, 'Political endorsement.', { optional: true })
  readonly politicalAnchoring: PoliticalAnchoring | null;
  @Word(stateAidRouteWords, 'State aid route stated.')
  readonly stateAidRoute: StateAidRoute;
  @Id('The undertaking that receives aid, as an actor.', { optional: true })
  readonly stateAidUndertakingId: string | null;
  @Decimal('Aid to the undertaking in euro.', { optional: true })
  readonly stateAidAmountEur: number | null;
  @Word(costOptionWords, 'How costs are accounted for.', { optional: true })
  readonly costOption: CostOption | null;
  @TextList('Programmes the project should lead to.')
  readonly targetProgrammes: string[];
}

/** A project's cost in one year. */
@Entity('project_cost')
export class ProjectCost implements YearAmountData {
  @ForeignKey('Project', { name: 'project_cost_project_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Hidden.whole({ key: true })
  readonly year: number;
  @Hidden.kronor()
  readonly amountSek: Kronor;
}

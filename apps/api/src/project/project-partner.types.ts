import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { PartnerRole, ProjectPartner as ProjectPartnerData } from '@fordela/domain';
import { Decimal, Hidden, Id, Word, words } from '../platform/stored';

export const partnerRoleWords = words<PartnerRole>('PartnerRole', 'Role of a partner.', {
  lead_partner: 'Owns the project and answers for it (projektägare).',
  project_partner: 'Takes part (projektpartner).',
});

@ObjectType({ description: 'An actor that takes part in a project and bears a share of its cost.' })
@Entity('project_partner')
@Index('project_partner_actor_ix', ['actorId'])
export class ProjectPartner implements ProjectPartnerData {
  @ForeignKey('Project', { name: 'project_partner_project_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Id('The actor.', { key: true })
  readonly actorId: string;
  @Word(partnerRoleWords, 'Role.')
  readonly role: PartnerRole;
  @Decimal("Share of the project's cost in percent; the shares of one project should sum to 100.")
  readonly costSharePct: number;
}

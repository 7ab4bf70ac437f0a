import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Actor as ActorData, ActorType, LegalForm, OwnerGroup } from '@fordela/domain';
import { Id, Text, Version, Word, words } from '../platform/stored';

export const actorTypeWords = words<ActorType>('ActorType', "The report's five types of actor (section 2.1).", {
  public: 'Public body.',
  business_support: 'Business-support organisation (främjandeaktör).',
  academia: 'University or research body.',
  civil_society: 'Civil society.',
  industry_cluster: 'Industry or cluster.',
});

export const legalFormWords = words<LegalForm>('LegalForm', 'Legal form of an organisation; decides its owner group.', {
  region: 'Region.',
  municipality: 'Municipality.',
  state_agency: 'State agency.',
  university: 'University.',
  eu_programme: 'EU programme.',
  cooperation_centre: 'Cooperation centre without a legal form of its own.',
  company: 'Limited company.',
  economic_association: 'Economic association.',
  non_profit_association: 'Non-profit association.',
  unknown: 'Not known.',
});

export const ownerGroupWords = words<OwnerGroup>(
  'OwnerGroup',
  'Who owns a project in the split the committee discusses (report 5.2.8).',
  {
    region_own: 'Run by the region itself.',
    municipal: 'Run by municipalities.',
    other: 'Run by others.',
  },
);

@ObjectType({ description: 'An organisation or a unit of one (aktör).' })
@Entity('actor')
export class Actor implements ActorData {
  @Id('Identifier, for example `MDU`.', { key: true })
  readonly id: string;
  @Text('Name.')
  readonly name: string;
  @Word(actorTypeWords, 'Type of actor.')
  readonly actorType: ActorType;
  @Word(legalFormWords, 'Legal form.')
  readonly legalForm: LegalForm;
  @Id('The organisation this unit is part of; null for a whole organisation.', { optional: true })
  readonly parentActorId: string | null;
  @Id('Code of the municipality where it has its seat.', { optional: true })
  readonly municipalityCode: string | null;
  @Text('Where the entry comes from.', { optional: true })
  readonly provenance: string | null;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Version()
  readonly version: number;
}

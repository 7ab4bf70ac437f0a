import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type {
  ActorFurtherType as ActorFurtherTypeData,
  ActorRole as ActorRoleWord,
  ActorRoleEntry,
  ActorType,
  CyclePhase,
} from '@fordela/domain';
import { Hidden, IdList, Text, TextList, Word, WordList, words } from '../platform/stored';
import { actorTypeWords } from './actor.types';
import { cyclePhaseWords } from './cycle-phase.types';

export const actorRoleWords = words<ActorRoleWord>(
  'ActorRoleWord',
  'What an actor does in the support system (report 2.1).',
  {
    steering: 'Strategic steering and priorities.',
    coordination: 'Coordination.',
    funding: 'Funding and co-financing.',
    funding_guidance: 'Guidance to funding (finansieringsvägledning).',
    advice: 'Advice to businesses (rådgivning).',
    business_development: 'Business development.',
    project_development: 'Project development (projektutveckling).',
    project_finance: 'Project finance (projektekonomi).',
    research: 'Research.',
    education: 'Education and skills.',
    social_innovation: 'Social innovation and inclusion.',
    delivery: 'Carries out projects.',
    testing: 'Tests and puts into use.',
    intermediary: 'Brings others together (intermediär).',
    receiver: 'Takes over results (mottagare).',
  },
);

@ObjectType({
  description: 'One thing an actor says it does in the support system, and where. An actor has as many as it needs.',
})
@Entity('actor_role')
export class ActorRole implements ActorRoleEntry {
  @ForeignKey('Actor', { name: 'actor_role_actor_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly actorId: string;
  /** Its place in the list as the officer wrote it. */
  @Hidden.whole({ key: true })
  readonly roleNo: number;
  @Word(actorRoleWords, 'What it does.')
  readonly role: ActorRoleWord;
  @WordList(cyclePhaseWords, 'In which phases of the project cycle; empty for all of them.')
  readonly cyclePhases: CyclePhase[];
  @TextList('For which themes; empty for none in particular.')
  readonly themes: string[];
  @IdList('In which municipalities; empty for the whole county.')
  readonly municipalityCodes: string[];
  @Text('Free note.', { optional: true })
  readonly note: string | null;
}

/** A type an actor has beside its first. */
@Entity('actor_further_type')
export class ActorFurtherType implements ActorFurtherTypeData {
  @ForeignKey('Actor', { name: 'actor_further_type_actor_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly actorId: string;
  @Word(actorTypeWords, 'The type.', { key: true })
  readonly actorType: ActorType;
}

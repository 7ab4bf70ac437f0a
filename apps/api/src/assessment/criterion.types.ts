import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { RatedCriterion as CriterionData } from '@fordela/domain';
import { Decimal, Hidden, Id, Text, Version, Word, words } from '../platform/stored';

export const criterionKindWords = words<CriterionData['kind']>(
  'CriterionKind',
  'Where the values of a criterion come from.',
  {
    rated: 'Rated by reviewers on the scale.',
    computed: 'Computed from project data by a formula.',
  },
);
export const directionWords = words<CriterionData['direction']>(
  'CriterionDirection',
  'Which end of the scale is better.',
  {
    maximise: 'More is better.',
    minimise: 'Less is better.',
  },
);

@ObjectType({ description: 'A criterion that applications of a call are judged by.' })
@Entity('criterion')
export class Criterion implements CriterionData {
  @ForeignKey('Call', { name: 'criterion_call_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly callId: string;
  @Id('Identifier within the call, for example `C1`.', { key: true })
  readonly id: string;
  @Text('Short name used in formulas, for example `early_phase`.')
  readonly key: string;
  @Text('Name in Swedish.')
  readonly nameSv: string;
  @Text('Name in English.')
  readonly nameEn: string;
  @Text('The question a reviewer answers.', { optional: true })
  readonly question: string | null;
  @Text('Where in the report the criterion comes from.', { optional: true })
  readonly reportReference: string | null;
  @Decimal('Importance relative to the other criteria; not negative.')
  readonly weight: number;
  @Word(criterionKindWords, 'Where its values come from.')
  readonly kind: CriterionData['kind'];
  @Text('Formula of a computed criterion over the variables of a project.', { optional: true })
  readonly formula: string | null;
  @Decimal('Worst end of the scale when more is better.')
  readonly scaleMin: number;
  @Decimal('Best end of the scale when more is better.')
  readonly scaleMax: number;
  @Word(directionWords, 'Which end is better.')
  readonly direction: CriterionData['direction'];
  @Version()
  readonly version: number;
}

import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type {
  FinancingKind,
  FinancingLine as FinancingLineData,
  FinancingStatus,
  Sek as Kronor,
  SourceType,
  YearAmount as YearAmountData,
} from '@fordela/domain';
import { Hidden, Id, Whole, Word, words } from '../platform/stored';

export const sourceTypeWords = words<SourceType>('SourceType', 'Kind of source of money.', {
  state_1_1: 'The state appropriation 1:1 for regional development.',
  eruf: 'European Regional Development Fund.',
  esf: 'European Social Fund Plus.',
  interreg: 'Interreg.',
  municipal: 'Municipality.',
  region_own: "The region's own money.",
  university: 'University.',
  state_agency: 'State agency.',
  private: 'Private.',
  other_national: 'Other national public money.',
});
export const financingKindWords = words<FinancingKind>('FinancingKind', 'In what form a source contributes.', {
  cash: 'Money.',
  in_kind: 'Other than money (bidrag i annat än pengar).',
});
export const financingStatusWords = words<FinancingStatus>('FinancingStatus', 'How sure a source is.', {
  decided: 'Decided.',
  applied: 'Applied for.',
  intent: 'Only intended.',
});

@ObjectType({ description: "One source of a project's money: who, in what form, how sure, and how much each year." })
@Entity('financing_line')
export class FinancingLine implements Omit<FinancingLineData, 'amounts'> {
  @ForeignKey('Project', { name: 'financing_line_project_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Whole('Number within the project, from 1.', { key: true })
  readonly financingNo: number;
  @Word(sourceTypeWords, 'Kind of source.')
  readonly sourceType: SourceType;
  @Id('The financier, as an actor.', { optional: true })
  readonly financierActorId: string | null;
  @Word(financingKindWords, 'Form.')
  readonly kind: FinancingKind;
  @Word(financingStatusWords, 'How sure it is.')
  readonly status: FinancingStatus;
}

/** What a source gives in one year. */
@Entity('financing_amount')
@ForeignKey('FinancingLine', ['projectId', 'financingNo'], ['projectId', 'financingNo'], {
  name: 'financing_amount_line_fk',
  onDelete: 'CASCADE',
})
export class FinancingAmount implements YearAmountData {
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Hidden.whole({ key: true })
  readonly financingNo: number;
  @Hidden.whole({ key: true })
  readonly year: number;
  @Hidden.kronor()
  readonly amountSek: Kronor;
}

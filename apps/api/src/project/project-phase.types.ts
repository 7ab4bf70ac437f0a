import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type {
  CyclePhase,
  ProjectPhase as ProjectPhaseData,
  Sek as Kronor,
  YearAmount as YearAmountData,
} from '@fordela/domain';
import { Hidden, MonthOf, Text, Whole, Word } from '../platform/stored';
import { cyclePhaseWords } from '../reference/cycle-phase.types';

@ObjectType({ description: 'A phase of a project with its months and cost.' })
@Entity('project_phase')
export class ProjectPhase implements Omit<ProjectPhaseData, 'costs'> {
  @ForeignKey('Project', { name: 'project_phase_project_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Whole('Number within the project, from 1.', { key: true })
  readonly phaseNo: number;
  @Word(cyclePhaseWords, 'Phase of the cycle.')
  readonly cyclePhase: CyclePhase;
  @Text('Name.')
  readonly name: string;
  @MonthOf('First month.')
  readonly startMonth: string;
  @MonthOf('Last month.')
  readonly endMonth: string;
}

/** A phase's cost in one year. */
@Entity('phase_cost')
@ForeignKey('ProjectPhase', ['projectId', 'phaseNo'], ['projectId', 'phaseNo'], {
  name: 'phase_cost_phase_fk',
  onDelete: 'CASCADE',
})
export class PhaseCost implements YearAmountData {
  @Hidden.text({ key: true })
  readonly projectId: string;
  @Hidden.whole({ key: true })
  readonly phaseNo: number;
  @Hidden.whole({ key: true })
  readonly year: number;
  @Hidden.kronor()
  readonly amountSek: Kronor;
}

import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { Dependency as DependencyData, DependencyType } from '@fordela/domain';
import { Id, Text, Word, words } from '../platform/stored';

export const dependencyTypeWords = words<DependencyType>('DependencyType', 'How one application depends on another.', {
  requires: 'Can only be granted if the other is.',
  requires_one_of: 'Can only be granted if at least one of its group is.',
  mutually_exclusive: 'At most one of the two can be granted.',
  synergy: 'Worth more together.',
  sequence: 'Comes after the other.',
});

@ObjectType({ description: 'A link between two applications.' })
@Entity('dependency')
export class Dependency implements DependencyData {
  @ForeignKey('Application', { name: 'dependency_from_fk', onDelete: 'CASCADE' })
  @Id('The application that has the condition.', { key: true })
  readonly fromApplicationId: string;
  @Id('The application it points to; may be one that does not exist, which a finding then tells.', { key: true })
  readonly toApplicationId: string;
  @Word(dependencyTypeWords, 'Kind of link.', { key: true })
  readonly type: DependencyType;
  @Text('Alternatives of one `requires_one_of` share a group.', { optional: true })
  readonly group: string | null;
  @Text('Why the link is there.', { optional: true })
  readonly description: string | null;
}

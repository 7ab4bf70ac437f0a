import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { Id, JsonOf, MomentOf, Text, Word, words } from '../platform/stored';

export type RecordKind = 'allocation' | 'evaluation';
export const recordKindWords = words<RecordKind>('RecordKind', 'What an engine was asked for.', {
  allocation: 'An allocation problem: which applications to fund.',
  evaluation: 'A decision problem: how alternatives compare.',
});

@ObjectType({
  description:
    'What an engine answered to what, word for word. The same problem given to the same version is the same record, and gives the same result again.',
})
@Entity('engine_record')
export class EngineRecord {
  @Id('Fingerprint of kind, version and problem.', { key: true })
  readonly id: string;
  @Word(recordKindWords, 'What was asked for.')
  readonly kind: RecordKind;
  @Text('Version of the engine that answered.')
  readonly engineVersion: string;
  @Text('SHA-256 of the canonical JSON of the problem.')
  readonly problemFingerprint: string;
  @JsonOf('The problem, complete: `fordela` answers it again from this alone.')
  readonly problem: object;
  @JsonOf('The answer.')
  readonly result: object;
  @JsonOf('Fingerprint of each part of the answer, by name; null for records kept before fingerprints were.', {
    optional: true,
  })
  readonly fingerprints: Readonly<Record<string, string>> | null;
  @MomentOf('When it was first answered.')
  readonly recordedAt: Date;
}

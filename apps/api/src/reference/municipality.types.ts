import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Municipality as MunicipalityData, SizeClass } from '@fordela/domain';
import { DayOf, Id, IdList, Text, Version, Whole, Word, words } from '../platform/stored';

export const sizeClassWords = words<SizeClass>('SizeClass', 'Size of a municipality by population (own grouping).', {
  small: 'Fewer than 20,000 inhabitants.',
  medium: '20,000 to 49,999 inhabitants.',
  large: '50,000 inhabitants or more.',
});

@ObjectType({ description: 'A municipality (kommun).' })
@Entity('municipality')
export class Municipality implements MunicipalityData {
  @Id('The official four digits as text, leading zero kept: `0428`.', { key: true })
  readonly code: string;
  @Text('Name of the municipality.')
  readonly name: string;
  @Whole('Inhabitants.')
  readonly population: number;
  @DayOf('The day the population was counted.')
  readonly populationDate: string;
  @Word(sizeClassWords, 'Size by population.')
  readonly sizeClass: SizeClass;
  @IdList('Codes of the municipalities it borders on.')
  readonly neighbourCodes: string[];
  @Version()
  readonly version: number;
}

import { Field, ObjectType } from '@nestjs/graphql';
import type { Params, Path } from '@fordela/domain';
import { sentence } from '@fordela/wording';
import { Json } from './scalars';

/** As the engines give it. */
interface ObservationData {
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
}

@ObjectType({ description: 'Something the reader should know about a result or what it rests on. Not an error.' })
export class Observation {
  @Field({ description: 'Stable code.' })
  readonly code: string;
  @Field(() => [String], {
    description: 'The place in what was computed on: names and indexes from 0, outermost first.',
  })
  readonly path: readonly string[];
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: Params;
  @Field({ description: 'The sentence in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The sentence in English.' })
  readonly messageEn: string;
}

/** Observations of an engine, worded for the wire. */
export function wordedObservations(observations: readonly ObservationData[]): Observation[] {
  return observations.map(({ code, path, params }) => ({
    code,
    path: path.map(String),
    params,
    messageSv: sentence(code, params, 'sv'),
    messageEn: sentence(code, params, 'en'),
  }));
}

import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import type { Params, Refusal as RefusalData } from '@fordela/domain';
import { sentence } from '@fordela/wording';
import { Json } from './scalars';

@ObjectType({ description: 'One reason why something was not done, that the person asking can act on.' })
export class Refusal {
  @Field({ description: 'Stable code of the reason.' })
  readonly code: string;
  @Field(() => [String], {
    description: 'Where in the input: names of fields and indexes from 0, outermost first. Empty for the whole.',
  })
  readonly path: readonly string[];
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: Params;
  @Field({ description: 'The sentence in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The sentence in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'Nothing was done; every reason that was found.' })
export class Refused {
  @Field(() => [Refusal], { description: 'The reasons, at least one.' })
  readonly refusals: readonly Refusal[];

  /** Refusals of the domain, worded for the wire. */
  static because(refusals: readonly RefusalData[]): Refused {
    const worded = refusals.map(({ code, path, params }) => ({
      code,
      path: path.map(String),
      params,
      messageSv: sentence(code, params, 'sv'),
      messageEn: sentence(code, params, 'en'),
    }));
    return Object.assign(new Refused(), { refusals: worded });
  }
}

/** The outcome of something that may be refused: what came of it, or the reasons. */
export function outcomeOf<Success extends object>(
  name: string,
  description: string,
  success: abstract new () => Success,
): Success | Refused {
  return createUnionType({
    name,
    description,
    types: () => [success, Refused] as never,
    resolveType: (value: object) => (value instanceof Refused ? Refused : success) as never,
  });
}

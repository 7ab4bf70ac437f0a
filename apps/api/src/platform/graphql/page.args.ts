import { ArgsType, Field, Int } from '@nestjs/graphql';

/** The arguments of every paged list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many, 1 to 100.' })
  readonly first: number;
  @Field(() => String, { nullable: true, description: 'Read on after this cursor.' })
  readonly after?: string | null;
}

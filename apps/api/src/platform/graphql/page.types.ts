import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page of a list stands.' })
export class PageInfo {
  @Field({ description: 'True when there is more after this page.' })
  readonly hasNextPage: boolean;
  @Field(() => String, { nullable: true, description: 'Give this as `after` to read on; null for an empty page.' })
  readonly endCursor: string | null;
}

import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './page.types';

/** The connection of a type for cursor pagination: `ActorConnection` with `ActorEdge`. */
export function connectionOf<Node extends object>(node: Type<Node>, name: string, plural: string) {
  @ObjectType(`${name}Edge`, { description: `One of a page of ${plural}.` })
  class Edge {
    @Field({ description: 'Place of this one in the list, for `after`.' })
    readonly cursor: string;
    @Field(() => node, { description: 'The thing itself.' })
    readonly node: Node;
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The page.' })
    readonly edges: readonly Edge[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    readonly pageInfo: PageInfo;
    @Field(() => Int, {
      description: 'How many there are in all, the page or not. Costs a count of its own when asked for.',
    })
    readonly totalCount: number | Promise<number>;
  }
  return Connection;
}

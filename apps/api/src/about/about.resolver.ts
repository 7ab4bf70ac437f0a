import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { engineVersion as allocationEngineVersion } from '@fordela/portfolio';
import { engineVersion as scoringEngineVersion } from '@fordela/scoring';
import { productRoot } from '../platform/product-root';
import { RuleBookService } from '../rule-book/rule-book.service';

@ObjectType({ description: 'Which Fördela this is: what to state beside a figure so that it can be computed again.' })
export class About {
  @Field({ description: 'Version of the product.' })
  readonly version: string;
  @Field({ description: 'Version of the scoring engine.' })
  readonly scoringEngineVersion: string;
  @Field({ description: 'Version of the allocation engine.' })
  readonly allocationEngineVersion: string;
  @Field({ description: 'Version of the rule book.' })
  readonly ruleBookVersion: string;
}

const { version } = JSON.parse(readFileSync(join(productRoot, 'package.json'), 'utf8')) as { version: string };

@Resolver()
export class AboutResolver {
  constructor(private readonly ruleBook: RuleBookService) {}

  @Query(() => About, { description: 'Which Fördela answers.' })
  async about(): Promise<About> {
    const { version: ruleBookVersion } = await this.ruleBook.current();
    return { version, scoringEngineVersion, allocationEngineVersion, ruleBookVersion };
  }
}

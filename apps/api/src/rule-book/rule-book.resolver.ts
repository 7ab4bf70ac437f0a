import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { Day, Json, Kronor } from '../platform/graphql/scalars';
import { AidInEuroPayload } from './aid-in-euro.types';
import { ChangeRuleBookPayload, RuleFigureInput, RuleSeverityInput } from './edit-rule-book.types';
import { RuleBookEdit } from './rule-book-edit.types';
import { RuleBookService } from './rule-book.service';

@Resolver(() => RuleBookEdit)
export class RuleBookResolver {
  constructor(private readonly ruleBook: RuleBookService) {}

  @Query(() => [RuleBookEdit], { description: 'Every change of the rule book, the first one first.' })
  ruleBookEdits() {
    return this.ruleBook.edits();
  }

  @Query(() => AidInEuroPayload, {
    description:
      'Aid stated in kronor as euro, at the rate of the rule book on the day it was granted (the figure `sek_per_eur`). ' +
      'It converts; whether something is aid, and which route it takes, people decide.',
  })
  async aidInEuro(
    @Args('amountSek', { type: () => Kronor, description: 'The aid in kronor.' }) amountSek: number,
    @Args('grantedDate', { type: () => Day, description: 'The day the legal right to it arose.' }) grantedDate: string,
  ) {
    const outcome = await this.ruleBook.aidInEuro(amountSek, grantedDate);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Mutation(() => ChangeRuleBookPayload, {
    description: 'Gives a figure of the rule book a value from a day on. Findings of earlier days stay as they are.',
  })
  async setRuleFigure(@Args('input', { description: 'The value.' }) input: RuleFigureInput) {
    const outcome = await this.ruleBook.setFigure(input);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Mutation(() => ChangeRuleBookPayload, {
    description: 'Says what the findings of a rule mean from a day on, or that it is not applied from that day.',
  })
  async setRuleSeverity(@Args('input', { description: 'The severity.' }) input: RuleSeverityInput) {
    const outcome = await this.ruleBook.setSeverity(input);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @ResolveField(() => Json, { description: 'What was changed: a figure with its value, or a rule with its severity.' })
  change(@Parent() edit: RuleBookEdit) {
    return edit.change;
  }
}

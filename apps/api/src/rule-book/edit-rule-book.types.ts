import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { RuleScope, Severity } from '@fordela/domain';
import { ruleScopeWords, severityWords } from '../findings/finding.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Json } from '../platform/graphql/scalars';
import { RuleBookEdit } from './rule-book-edit.types';

@InputType({ description: 'Where a rule or a figure comes from.' })
export class RuleSourceInput {
  @Field({ description: 'The place in the source, for example a decision with its paragraph.' })
  readonly citation: string;
  @Field({ description: 'What it says.' })
  readonly text: string;
  @Field(() => String, { nullable: true, description: 'Address.' })
  readonly url?: string | null;
  @Field({ defaultValue: false, description: 'True when somebody has read its current wording.' })
  readonly isVerified: boolean;
}

@InputType({ isAbstract: true })
abstract class RuleBookInput {
  @Field(() => Day, { description: 'The first day on which the change counts; earlier days are as they were.' })
  readonly validFrom: string;
  @Field(() => ruleScopeWords, { description: 'How far it reaches.' })
  readonly scope: RuleScope;
  @Field(() => RuleSourceInput, { description: 'Where it comes from. Required: no figure without a source.' })
  readonly source: RuleSourceInput;
  @Field({ description: 'Why it is changed. Required.' })
  readonly reason: string;
  @Field({ description: 'Who changes it. Stated, not proven: there is no sign-in yet.' })
  readonly madeBy: string;
  @Field({ description: 'The version of the rule book that was seen (`about { ruleBookVersion }`).' })
  readonly expectedVersion: string;
}

@InputType({ description: 'A value of a figure from a day on.' })
export class RuleFigureInput extends RuleBookInput {
  @Field(() => ID, { description: 'The figure, for example `grant_rate_ceiling`.' })
  readonly parameterId: string;
  @Field(() => Json, { description: 'The value: a number, or a list of words.' })
  readonly value: unknown;
  @Field(() => Day, { nullable: true, description: 'The last day; until further notice when left out.' })
  readonly validTo?: string | null;
}

@InputType({ description: 'How severe a rule is from a day on.' })
export class RuleSeverityInput extends RuleBookInput {
  @Field(() => ID, { description: 'The rule.' })
  readonly ruleId: string;
  @Field(() => severityWords, {
    nullable: true,
    description: 'What its findings mean; null: the rule is not applied from that day.',
  })
  readonly severity?: Severity | null;
}

@ObjectType({ description: 'The rule book was changed.' })
export class RuleBookChanged {
  @Field({ description: 'Its version now.' })
  readonly ruleBookVersion: string;
  @Field(() => RuleBookEdit, { description: 'The change.' })
  readonly edit: RuleBookEdit;
}

export const ChangeRuleBookPayload = outcomeOf(
  'ChangeRuleBookPayload',
  'The change that was made, or why it was not.',
  RuleBookChanged,
);

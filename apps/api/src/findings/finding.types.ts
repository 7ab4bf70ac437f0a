import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ChecklistItem,
  FindingRow as FindingRowData,
  Params,
  ParameterUnit,
  RuleScope,
  RuleSource as RuleSourceData,
  Severity,
} from '@fordela/domain';
import { Day, Json } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export const severityWords = words<Severity>('Severity', 'What a finding means for the application.', {
  error: 'Stops the application until it is mended, overridden or reinstated.',
  warning: 'To be looked at; does not stop.',
  manual_review: 'Only a person can judge.',
  exclude_rating: 'A rating is left out.',
  portfolio_constraint: 'Limits which applications can be granted together.',
});

export const checklistItemWords = words<ChecklistItem>('ChecklistItem', 'The points an application is checked on.', {
  complete_application: 'The application is complete.',
  ordinary_operations: 'Delimited from ordinary operations.',
  operating_support: 'No operating support.',
  strategy_fit: 'Fits the regional strategy.',
  grant_rate: 'The share of 1:1 money.',
  financing_closes: 'Financing equals cost.',
  partner_shares: 'The shares of the partners.',
  phases_total: 'The cost of the phases.',
  in_kind: 'Contributions other than money.',
  co_financing: 'How sure the co-financing is.',
  fund_ceilings: "The EU funds' ceilings.",
  advance: 'Advance payment.',
  not_started: 'Not started before it was received.',
  state_aid: 'State aid.',
  receiving_structure: 'Who takes over the result.',
  municipalities: 'Municipalities served.',
  dependencies: 'Links to other applications.',
  reviewers: 'Number of reviewers.',
  ratings: 'The ratings.',
  conflicts_of_interest: 'Conflicts of interest (jäv).',
});

export const ruleScopeWords = words<RuleScope>('RuleScope', 'How far a rule or figure reaches.', {
  law: 'National law.',
  eu_law: 'EU law.',
  fund: "One fund's programme.",
  regional_practice: "The region's practice.",
  report: 'The report Kraftsamla Sörmland.',
  engine: 'A choice of this product.',
});

export const parameterUnitWords = words<ParameterUnit>('ParameterUnit', 'Unit of a figure of the rule book.', {
  percent: 'Percent.',
  percentage_points: 'Percentage points.',
  sek: 'Kronor.',
  eur: 'Euro.',
  sek_per_eur: 'Kronor per euro, an exchange rate.',
  years: 'Years.',
  months: 'Months.',
  count: 'A number of things.',
  words: 'A list of words.',
});

@ObjectType({ description: 'Where a rule or a figure comes from.' })
export class RuleSource implements RuleSourceData {
  @Field({ description: 'The place in the source, for example `Förordning (2003:596) 5 § (2009:674)`.' })
  readonly citation: string;
  @Field({ description: 'What the source says, in its own language or shortened.' })
  readonly text: string;
  @Field(() => String, { nullable: true, description: 'Address of the source.' })
  readonly url: string | null;
  @Field({ description: 'False: not read in its current wording, or from general knowledge. To be shown as such.' })
  readonly isVerified: boolean;
}

@ObjectType({ description: 'A figure of the rule book as a finding used it.' })
export class FindingParameter {
  @Field(() => ID, { description: 'Identifier of the figure.' })
  readonly id: string;
  @Field(() => Json, { description: 'The value: a number, or a list of words.' })
  readonly value: number | readonly string[];
  @Field(() => parameterUnitWords, { description: 'Its unit.' })
  readonly unit: ParameterUnit;
  @Field(() => Day, { description: 'The day it began to be valid.' })
  readonly validFrom: string;
  @Field(() => RuleSource, { description: 'Where the figure comes from.' })
  readonly source: RuleSource;
}

@ObjectType({ description: 'A row a finding rests on.' })
export class FindingRow {
  @Field(() => String, {
    description: 'The list it stands in: applications, partners, phases, financing, dependencies, ratings…',
  })
  readonly table: FindingRowData['table'];
  @Field({ description: 'Its key there, for example `SRM-26-036/1`.' })
  readonly key: string;
}

@ObjectType({ description: 'What a rule found, with the figures, rows and sources it rests on.' })
export class Finding {
  @Field(() => ID, { description: 'The same for the same finding on the same figures; changes when they do.' })
  readonly key: string;
  @Field(() => ID, { description: 'Identifier of the rule.' })
  readonly ruleId: string;
  @Field(() => Int, { description: 'Version of the rule.' })
  readonly ruleVersion: number;
  @Field({ description: 'Code of the sentence.' })
  readonly code: string;
  @Field(() => severityWords, { description: 'What it means for the application.' })
  readonly severity: Severity;
  @Field(() => checklistItemWords, { description: 'The point of the checklist it belongs to.' })
  readonly checklistItem: ChecklistItem;
  @Field(() => ID, { nullable: true, description: 'The application concerned; null when it is the whole call.' })
  readonly applicationId: string | null;
  @Field(() => [String], { description: 'The place in the round, outermost first: lists by id.' })
  readonly path: readonly string[];
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: Params;
  @Field(() => [FindingRow], { description: 'The rows it rests on.' })
  readonly rows: readonly FindingRow[];
  @Field(() => [FindingParameter], { description: 'The figures of the rule book it used.' })
  readonly parameters: readonly FindingParameter[];
  @Field(() => [RuleSource], { description: 'Where the rule comes from.' })
  readonly sources: readonly RuleSource[];
  @Field({ description: 'Name of the rule in Swedish.' })
  readonly ruleNameSv: string;
  @Field({ description: 'Name of the rule in English.' })
  readonly ruleNameEn: string;
  @Field({ description: 'The finding in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The finding in English.' })
  readonly messageEn: string;
  @Field({ description: 'What an officer can do about it, in Swedish.' })
  readonly remedySv: string;
  @Field({ description: 'What an officer can do about it, in English.' })
  readonly remedyEn: string;
}

@ObjectType({ description: 'A figure of the rule book and the days it is valid.' })
export class RuleParameter {
  @Field(() => ID, { description: 'Identifier.' })
  readonly id: string;
  @Field(() => Json, { description: 'The value: a number, or a list of words.' })
  readonly value: number | readonly string[];
  @Field(() => parameterUnitWords, { description: 'Its unit.' })
  readonly unit: ParameterUnit;
  @Field(() => Day, { description: 'First day.' })
  readonly validFrom: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null until further notice.' })
  readonly validTo: string | null;
  @Field(() => ruleScopeWords, { description: 'How far it reaches.' })
  readonly scope: RuleScope;
  @Field(() => RuleSource, { description: 'Where it comes from.' })
  readonly source: RuleSource;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in force on the day asked about; null without one.',
  })
  readonly isInForce: boolean | null;
  @Field({ description: 'What the figure is, in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'What the figure is, in English.' })
  readonly nameEn: string;
}

@ObjectType({ description: 'A rule as the region applies it, with its sources, dates and version.' })
export class Rule {
  @Field(() => ID, { description: 'Identifier.' })
  readonly ruleId: string;
  @Field(() => Int, { description: 'Version of the check.' })
  readonly version: number;
  @Field(() => severityWords, { description: 'What its findings mean.' })
  readonly severity: Severity;
  @Field(() => checklistItemWords, { description: 'The point of the checklist it belongs to.' })
  readonly checklistItem: ChecklistItem;
  @Field(() => Day, { description: 'First day.' })
  readonly validFrom: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null until further notice.' })
  readonly validTo: string | null;
  @Field(() => ruleScopeWords, { description: 'How far it reaches.' })
  readonly scope: RuleScope;
  @Field(() => [RuleSource], { description: 'Where it comes from.' })
  readonly sources: readonly RuleSource[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in force on the day asked about; null without one.',
  })
  readonly isInForce: boolean | null;
  @Field(() => [RuleParameter], { description: 'The figures it reads, with all their dates.' })
  readonly parameters: readonly RuleParameter[];
  @Field({ description: 'Name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Name in English.' })
  readonly nameEn: string;
  @Field({ description: 'What an officer can do about its findings, in Swedish.' })
  readonly remedySv: string;
  @Field({ description: 'What an officer can do about its findings, in English.' })
  readonly remedyEn: string;
}

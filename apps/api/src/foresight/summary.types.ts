import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Letter as LetterData } from '@fordela/wording';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export type LetterLanguage = 'sv' | 'en';
export const letterLanguageWords = words<LetterLanguage>('LetterLanguage', 'Language of a text.', {
  sv: 'Swedish.',
  en: 'English.',
});

@ArgsType()
export class LookAheadArgs {
  @Field(() => Int, {
    defaultValue: 270,
    description:
      'How many days after the period deadlines and calls are looked for, 1 to 1,000; nine months when left out.',
  })
  readonly lookAheadDays: number;
}

@ObjectType({ description: 'The signals of one theme in a period.' })
export class ThemeSignals {
  @Field(() => String, { nullable: true, description: 'The theme; null for those without one.' })
  readonly theme: string | null;
  @Field(() => [ID], { description: 'The signals, the oldest first.' })
  readonly signalIds: readonly string[];
}

@ObjectType({ description: 'A deadline after a period.' })
export class ComingDeadline {
  @Field(() => ID, { description: 'The signal.' })
  readonly signalId: string;
  @Field(() => Day, { description: 'The last day to act.' })
  readonly deadline: string;
  @Field(() => Int, { description: 'Days from the end of the period.' })
  readonly days: number;
}

@ObjectType({ description: 'One part of a letter.' })
export class LetterSection {
  @Field({ description: 'Heading.' })
  readonly heading: string;
  @Field(() => [String], { description: 'One sentence or two each.' })
  readonly lines: readonly string[];
}

@ObjectType({ description: 'A summary in words, ready for an e-mail: plain text that needs no sign-in to be read.' })
export class Letter implements LetterData {
  @Field({ description: 'Subject.' })
  readonly subject: string;
  @Field(() => [LetterSection], { description: 'The parts.' })
  readonly sections: readonly LetterSection[];
  @Field({ description: 'All of it as plain text.' })
  readonly text: string;
}

@ObjectType({ description: "A week's list or a month's summary of signals. Dismissed signals are left out." })
export class ForesightSummary {
  @Field({ description: 'The week or month: `2026-W13`, `2026-03`.' })
  readonly label: string;
  @Field(() => Day, { description: 'First day.' })
  readonly from: string;
  @Field(() => Day, { description: 'Last day.' })
  readonly to: string;
  @Field(() => Day, { description: 'The last day looked ahead to.' })
  readonly until: string;
  @Field(() => [ThemeSignals], { description: 'What was seen, by theme.' })
  readonly byTheme: readonly ThemeSignals[];
  @Field(() => [ComingDeadline], { description: 'Deadlines to come, nearest first.' })
  readonly comingDeadlines: readonly ComingDeadline[];
  @Field(() => [ID], { description: 'Signals whose deadline passed in the period.' })
  readonly passedSignalIds: readonly string[];
  @Field(() => [ID], { description: 'Calls that are open, or open or close within the days looked ahead to.' })
  readonly callIds: readonly string[];
}

export const SummaryPayload = outcomeOf('SummaryPayload', 'The summary, or why there is none.', ForesightSummary);

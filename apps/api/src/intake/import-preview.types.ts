import { Field, ID, InputType, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Params } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';
import { Hidden, Id, JsonOf, MomentOf, Text, Word, words } from '../platform/stored';
import { Actor } from '../reference/actor.types';
import type { CellSeverity, Certainty } from './intake.types';
import type { PreviewRow, PreviewStatus } from './sheet/preview.types';

export type ImportKind = 'spreadsheet' | 'comma_files';
export const importKindWords = words<ImportKind>('ImportKind', 'What is imported.', {
  spreadsheet: "The officer's spreadsheet: one CSV or XLSX file.",
  comma_files: 'The normalised comma files, any of them together.',
});
export const previewStatusWords = words<PreviewStatus>('ImportRowStatus', 'What can be done with a row.', {
  ok: 'Plainly understood: can be saved.',
  needs_attention: 'Can be saved when somebody has looked at the findings.',
  error: 'Cannot be saved.',
  skipped: 'No application: a title, a sum, an empty or repeated row.',
});
type Effect = NonNullable<PreviewRow['effect']>;
export const importEffectWords = words<Effect>('ImportEffect', 'What saving a row would do.', {
  creates: 'Adds an application.',
  updates: 'Changes one.',
  changes_nothing: 'Nothing: it is stored like this already.',
});
export const cellSeverityWords = words<CellSeverity>('CellSeverity', 'How grave a finding of an import is.', {
  error: 'The row, or the file, cannot be saved.',
  warning: 'Must be looked at by a person.',
  note: 'Says what was understood.',
});
export const certaintyWords = words<Certainty>('Certainty', 'How sure the reading of a cell is.', {
  certain: 'It has one meaning.',
  likely: 'The usual meaning.',
  uncertain: 'A guess to confirm.',
});

@ObjectType({ description: 'One thing to say about one place of an imported file.' })
export class ImportFinding {
  @Field({ description: 'Stable code.' })
  readonly code: string;
  @Field(() => cellSeverityWords, { description: 'How grave it is.' })
  readonly severity: CellSeverity;
  @Field(() => certaintyWords, { description: 'How sure the reading is.' })
  readonly certainty: Certainty;
  @Field(() => String, { nullable: true, description: 'Name of the file or sheet.' })
  readonly file: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Row as the spreadsheet shows it, from 1; null for the file as a whole.',
  })
  readonly row: number | null;
  @Field(() => String, { nullable: true, description: 'Heading of the column.' })
  readonly column: string | null;
  @Field(() => String, { nullable: true, description: 'Letter of the column.' })
  readonly columnLetter: string | null;
  @Field(() => ID, { nullable: true, description: 'The application concerned.' })
  readonly applicationId: string | null;
  @Field(() => String, { nullable: true, description: 'What stood in the cell.' })
  readonly read: string | null;
  @Field(() => String, { nullable: true, description: 'What it was taken to mean; null when nothing was understood.' })
  readonly understoodAs: string | null;
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: Params;
  @Field({ description: 'The finding in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The finding in English.' })
  readonly messageEn: string;
  @Field(() => String, { nullable: true, description: 'What to do, in Swedish; null where nothing needs doing.' })
  readonly remedySv: string | null;
  @Field(() => String, { nullable: true, description: 'What to do, in English; null where nothing needs doing.' })
  readonly remedyEn: string | null;
}

@ObjectType({ description: 'One property an import would change.' })
export class ImportChange {
  @Field({ description: 'The property, for example `project.title`.' })
  readonly field: string;
  @Field(() => String, { nullable: true, description: 'As it is now, as JSON.' })
  readonly before: string | null;
  @Field(() => String, { nullable: true, description: 'As it would be, as JSON.' })
  readonly after: string | null;
}

@ObjectType({ description: 'One row of an imported spreadsheet, or one application of the comma files.' })
export class ImportRow {
  @Field(() => ID, { description: 'What to name it by when saving.' })
  readonly rowId: string;
  @Field(() => Int, {
    description: 'Row as the spreadsheet shows it, from 1; 0 for the comma files, where it is spread.',
  })
  readonly row: number;
  @Field(() => previewStatusWords, { description: 'What can be done with it.' })
  readonly status: PreviewStatus;
  @Field(() => ID, { nullable: true, description: 'The application.' })
  readonly applicationId: string | null;
  @Field(() => String, { nullable: true, description: 'Title of the project.' })
  readonly title: string | null;
  @Field(() => importEffectWords, {
    nullable: true,
    description: 'What saving would do; null when it cannot be saved.',
  })
  readonly effect: Effect | null;
  @Field(() => [ImportChange], { description: 'What saving would change.' })
  readonly changes: readonly ImportChange[];
  @Field(() => [ImportFinding], { description: 'What there is to say about it, cell by cell.' })
  readonly findings: readonly ImportFinding[];
}

@ObjectType({ description: 'How many rows can be done what with.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Plainly understood.' })
  readonly ok: number;
  @Field(() => Int, { description: 'To be looked at.' })
  readonly needsAttention: number;
  @Field(() => Int, { description: 'Cannot be saved.' })
  readonly error: number;
  @Field(() => Int, { description: 'No applications.' })
  readonly skipped: number;
}

@ObjectType({ description: 'A column of an imported spreadsheet and what it was taken for.' })
export class ImportColumn {
  @Field({ description: 'Letter of the column.' })
  readonly columnLetter: string;
  @Field({ description: 'Its heading.' })
  readonly header: string;
  @Field(() => String, { nullable: true, description: 'What it was taken for; null when it is not used.' })
  readonly columnId: string | null;
  @Field({ description: 'How it was recognised: exact, similar, remembered, ignored or unknown.' })
  readonly match: string;
}

@ObjectType({ description: 'What an import would do, before anything is saved.' })
@Entity('import_preview')
export class ImportPreview {
  @Id('Identifier, for saving.', { key: true })
  readonly id: string;
  @Id('The call imported into.')
  readonly callId: string;
  @Word(importKindWords, 'What is imported.')
  readonly kind: ImportKind;
  @Text('Name of the file, or of the files.')
  readonly fileName: string;
  @Text('SHA-256 of the content.')
  readonly contentFingerprint: string;
  /** The reading of the file, as the pure reader gave it. */
  @Hidden.data()
  readonly reading: object;
  @MomentOf('When it was read.')
  readonly createdAt: Date;
  @MomentOf('When rows of it were saved; null while they are not.', { optional: true })
  readonly committedAt: Date | null;
  @JsonOf('What was saved: the identifiers created, updated and unchanged; null while nothing is.', { optional: true })
  readonly committed: object | null;
}

@InputType({ description: 'A file to import.' })
export class ImportFileInput {
  @Field({ description: 'Its name; the comma files are known by theirs.' })
  readonly name: string;
  @Field({ description: 'Its bytes in base64.' })
  readonly contentBase64: string;
}

@InputType({ description: 'A cell the officer has corrected in the preview.' })
export class CellCorrectionInput {
  @Field(() => Int, { description: 'Row as the spreadsheet shows it, from 1.' })
  readonly row: number;
  @Field({ description: 'What the column was taken for (`columnId`).' })
  readonly columnId: string;
  @Field({ description: 'What the cell is to say.' })
  readonly text: string;
}

@InputType({ description: 'Files to read before anything is saved.' })
export class PreviewImportInput {
  @Field(() => importKindWords, { description: 'What is imported.' })
  readonly kind: ImportKind;
  @Field(() => ID, { nullable: true, description: 'The call to import into; the comma files may bring their own.' })
  readonly callId?: string | null;
  @Field(() => [ImportFileInput], { description: 'The files: one spreadsheet, or comma files.' })
  readonly files: readonly ImportFileInput[];
  @Field(() => Json, { nullable: true, description: 'What earlier imports taught: heading → `columnId`, or `ignore`.' })
  readonly mapping?: Readonly<Record<string, string>> | null;
  @Field(() => [CellCorrectionInput], { defaultValue: [], description: 'Corrections of cells.' })
  readonly corrections: readonly CellCorrectionInput[];
}

@ObjectType({ description: 'The files were read.' })
export class ImportPreviewed {
  @Field(() => ImportPreview, { description: 'What saving would do.' })
  readonly preview: ImportPreview;
}

export const PreviewImportPayload = outcomeOf(
  'PreviewImportPayload',
  'What saving would do, or why the files cannot be read at all.',
  ImportPreviewed,
);

@ObjectType({ description: 'The chosen rows were saved, all of them.' })
export class ImportCommitted {
  @Field(() => ID, { description: 'The call imported into.' })
  readonly callId: string;
  @Field(() => [ID], { description: 'Applications added.' })
  readonly createdIds: readonly string[];
  @Field(() => [ID], { description: 'Applications changed.' })
  readonly updatedIds: readonly string[];
  @Field(() => [ID], { description: 'Applications that were like this already.' })
  readonly unchangedIds: readonly string[];
  @Field(() => [ID], { description: 'Actors added because a chosen row names them.' })
  readonly addedActorIds: readonly string[];
}

export const CommitImportPayload = outcomeOf(
  'CommitImportPayload',
  'What was saved, or why nothing was.',
  ImportCommitted,
);

@ObjectType({ description: 'An actor that is not in the register yet: it is added when a chosen row names it.' })
export class ProposedActor extends OmitType(Actor, ['version'], ObjectType) {}

/** What the wire shows of a preview besides its own fields. */
export interface PreviewDetails {
  readonly rows: readonly ImportRow[];
  readonly findings: readonly ImportFinding[];
  readonly counts: ImportCounts;
  readonly columns: readonly ImportColumn[];
  readonly mapping: object;
  readonly headerRow: number | null;
  readonly proposedActors: readonly ProposedActor[];
}

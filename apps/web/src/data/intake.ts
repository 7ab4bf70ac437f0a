import type { Language } from '@fordela/wording';
import commitImportMutation from '../gql/commit-import.graphql?raw';
import previewImportMutation from '../gql/preview-import.graphql?raw';
import type {
  CommitImportMutation,
  CommitImportMutationVariables,
  ImportFindingPartsFragment,
  ImportRowStatus,
  PreviewImportMutation,
  PreviewImportMutationVariables,
} from '../gql/types';
import { ask, sentencesOf } from './ask';

export interface ShownImportFinding {
  readonly column: string | null;
  readonly columnLetter: string | null;
  /** What stood in the cell, as it stood. */
  readonly read: string | null;
  readonly understoodAs: string | null;
  /** What was found and what to do. */
  readonly sentence: string;
}

export interface ImportPreview {
  readonly id: string;
  /** About the file as a whole. */
  readonly findings: readonly ShownImportFinding[];
  readonly rows: readonly {
    readonly id: string;
    readonly row: number;
    readonly status: ImportRowStatus;
    readonly applicationId: string | null;
    readonly title: string;
    readonly findings: readonly ShownImportFinding[];
  }[];
}

export type PreviewOutcome =
  | { readonly refused: false; readonly preview: ImportPreview }
  | { readonly refused: true; readonly sentences: readonly string[] };

/** Reads a spreadsheet and says, cell by cell, what saving it would do. Nothing is saved. */
export async function previewImport(callId: string, file: File, language: Language): Promise<PreviewOutcome> {
  const files = [{ name: file.name, contentBase64: await base64Of(file) }];
  const answer = await ask<PreviewImportMutation, PreviewImportMutationVariables>(previewImportMutation, {
    input: { kind: 'spreadsheet', callId, files },
  });
  if (answer.previewImport.__typename === 'Refused')
    return { refused: true, sentences: sentencesOf(answer.previewImport, language) };
  const { id, findings, rows } = answer.previewImport.preview;
  const shown = (list: readonly ImportFindingPartsFragment[]) => list.map((finding) => shownFinding(finding, language));
  return {
    refused: false,
    preview: {
      id,
      findings: shown(findings),
      rows: rows.map(({ rowId, row, status, applicationId, title, findings: found }) => ({
        id: rowId,
        row,
        status,
        applicationId,
        title: title ?? '',
        findings: shown(found),
      })),
    },
  };
}

function shownFinding(
  { column, columnLetter, read, understoodAs, ...finding }: ImportFindingPartsFragment,
  language: Language,
): ShownImportFinding {
  const words = language === 'sv' ? [finding.messageSv, finding.remedySv] : [finding.messageEn, finding.remedyEn];
  return { column, columnLetter, read, understoodAs, sentence: words.filter(Boolean).join(' ') };
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => failed(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

export type CommitOutcome =
  | { readonly committed: true; readonly inserted: number; readonly updated: number; readonly unchanged: number }
  | { readonly committed: false; readonly sentences: readonly string[] };

/** Saves the chosen rows of a preview, all or none. */
export async function commitImport(
  previewId: string,
  rowIds: readonly string[],
  language: Language,
): Promise<CommitOutcome> {
  const answer = await ask<CommitImportMutation, CommitImportMutationVariables>(commitImportMutation, {
    previewId,
    rowIds,
  });
  if (answer.commitImport.__typename === 'Refused')
    return { committed: false, sentences: sentencesOf(answer.commitImport, language) };
  const { createdIds, updatedIds, unchangedIds } = answer.commitImport;
  return {
    committed: true,
    inserted: createdIds.length,
    updated: updatedIds.length,
    unchanged: unchangedIds.length,
  };
}

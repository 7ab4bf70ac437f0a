import { accept, fingerprint, refuse, type Actor, type Refusal, type Result, type Round } from '@fordela/domain';
import { columnLetter } from '../delimited';
import type { CellFinding } from '../intake.types';
import { applyRow, type AppliedRow } from './apply-row';
import { fileKind } from './bytes';
import { columnTitle, requiredColumns, type SheetColumnId } from './columns';
import { changesBetween, ordered, statusOf } from './compare-rows';
import { withCorrections } from './corrections';
import { csvSheet } from './csv-sheet';
import { cellFinding, fileFindings, findingOf, headerProblems, learntMapping } from './file-findings';
import { bestHeader, headerKey, type FoundHeader } from './find-header';
import { otherRow } from './other-rows';
import type { ImportPreview, PreviewRow, PreviewStatus, SheetImportOptions } from './preview.types';
import { readRow, type ReadRow } from './read-row';
import { cellNote, errorNote, type ReadingNote, type SheetRow, type SheetTable } from './sheet.types';
import { xlsxSheet } from './xlsx-sheet';

/** Far more applications than any call has had. */
const mostRows = 5_000;

/**
 * Reads the officer's spreadsheet and says what saving it would do, cell by cell, without saving anything.
 *
 * Shapes  Bytes of a CSV file in any usual encoding and delimiter, or of an XLSX workbook; the round as it is now.
 *         Every row of the file is in `rows`: as an application, or skipped with the reason.
 * Edges   See docs/formats/import.md for every habit that is understood, and how sure the reading is.
 * Errors  The file as a whole: `file-empty`, `file-too-big`, `file-is-…`, `xlsx-unreadable`, `csv-quote-not-closed`,
 *         `header-not-found`, `column-missing`, `column-twice`, `too-many-rows`. Everything else is a finding.
 */
export async function previewSheet(
  bytes: Uint8Array,
  round: Round,
  options: SheetImportOptions = {},
): Promise<Result<ImportPreview, readonly Refusal[]>> {
  const mapping = Object.fromEntries(
    Object.entries(options.mapping ?? {}).map(([header, id]) => [headerKey(header), id]),
  );
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  const read = kind.value === 'xlsx' ? await xlsxSheet(bytes, mapping) : csvSheet(bytes, mapping);
  return read.ok ? previewTable(read.value, round, { ...options, mapping }) : read;
}

function previewTable(
  table: SheetTable,
  round: Round,
  options: SheetImportOptions,
): Result<ImportPreview, readonly Refusal[]> {
  const header = bestHeader(table.rows, options.mapping ?? {});
  if (!header)
    return refuse([{ code: 'header-not-found', path: [], params: { required: requiredColumns.map(columnTitle) } }]);
  const problems = headerProblems(header);
  if (problems.length > 0) return refuse(problems);
  if (table.rows.length > mostRows)
    return refuse([{ code: 'too-many-rows', path: [], params: { rows: table.rows.length, most: mostRows } }]);

  const file = options.fileName ?? table.sheetName;
  const corrected = withCorrections(table.rows, header, options.corrections ?? []);
  const findings = [...fileFindings(table, header, file), ...corrected.lost.map((note) => findingOf(note, { file }))];
  const body = corrected.rows.filter((row) => row.row > header.row);
  const above = corrected.rows.filter((row) => row.row < header.row);
  const actors: Actor[] = [...round.actors];
  const rows: PreviewRow[] = above.map((row) =>
    skippedRow(row, otherRow(row, header, body) ?? cellNote('row-above-header', 'certain'), file),
  );
  const firstOf = new Map<string, { readonly index: number; readonly cells: string }>();
  for (const row of body) {
    const other = otherRow(row, header, body);
    if (other) {
      rows.push(skippedRow(row, other, file));
      continue;
    }
    const idText =
      row.cells[header.columns.find((column) => column.columnId === 'applicationId')?.index ?? 0]?.text.trim() ?? '';
    const cells = row.cells.map((cell) => cell.text.trim()).join('\u001f');
    const first = firstOf.get(idText);
    if (first && first.cells === cells) {
      rows.push(skippedRow(row, cellNote('row-repeated', 'certain', { firstRow: rows[first.index]?.row ?? 0 }), file));
      continue;
    }
    const previewed = applicationRow(row, header, round, actors, file, corrected.notes.get(row.row) ?? []);
    if (first) {
      const earlier = rows[first.index] as PreviewRow;
      rows[first.index] = withNote(earlier, errorNote('application-twice', { otherRow: row.row }), file);
      rows.push(withNote(previewed.row, errorNote('application-twice', { otherRow: earlier.row }), file));
      continue;
    }
    actors.push(...previewed.proposedActors);
    if (idText !== '') firstOf.set(idText, { index: rows.length, cells });
    rows.push(previewed.row);
  }
  const count = (status: PreviewStatus) => rows.filter((row) => row.status === status).length;
  return accept({
    fileName: options.fileName ?? null,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheetName: table.sheetName,
    headerRow: header.row,
    columns: header.columns.map(({ index, header: title, columnId, match }) => ({
      columnLetter: columnLetter(index),
      header: title,
      columnId,
      match,
    })),
    mapping: learntMapping(header, options.mapping ?? {}),
    rows,
    findings,
    proposedActors: actors.slice(round.actors.length),
    counts: {
      ok: count('ok'),
      needs_attention: count('needs_attention'),
      error: count('error'),
      skipped: count('skipped'),
    },
  });
}

function applicationRow(
  row: SheetRow,
  header: FoundHeader,
  round: Round,
  actors: readonly Actor[],
  file: string | null,
  corrections: readonly CellFinding[],
): { readonly row: PreviewRow; readonly proposedActors: readonly Actor[] } {
  const read = readRow(row, header.columns, {
    file,
    municipalities: round.municipalities,
    strategyPriorityIds: round.strategyPriorities.map((priority) => priority.id),
    actors,
  });
  const findings = [
    ...corrections,
    ...read.findings,
    ...lengthFindings(row, header, file, read.values?.applicationId ?? null),
  ];
  const isBroken = findings.some((finding) => finding.severity === 'error');
  const base = {
    rowId: `r${row.row}`,
    row: row.row,
    applicationId: read.values?.applicationId ?? null,
    title: read.values?.title ?? null,
  };
  if (isBroken || !read.values) {
    const broken: PreviewRow = {
      ...base,
      status: 'error',
      effect: null,
      changes: [],
      findings,
      values: null,
      basedOn: null,
    };
    return { row: broken, proposedActors: [] };
  }
  const applied = applyRow(read.values, round);
  const before = statusOf(round, base.applicationId as string);
  const changes = before ? changesBetween(before, applied) : [];
  findings.push(...appliedFindings(applied, read, row, header, file), ...keptFindings(read, before, row, header, file));
  return {
    proposedActors: read.proposedActors,
    row: {
      ...base,
      status: findings.some((finding) => finding.severity === 'warning') ? 'needs_attention' : 'ok',
      effect: !before ? 'creates' : changes.length > 0 ? 'updates' : 'changes_nothing',
      changes,
      findings,
      values: read.values,
      basedOn: before ? fingerprint(ordered(before)) : null,
    },
  };
}

function appliedFindings(
  applied: AppliedRow,
  read: ReadRow,
  row: SheetRow,
  header: FoundHeader,
  file: string | null,
): readonly CellFinding[] {
  return applied.notes.map(({ columnId, note }) =>
    cellFinding(note, columnId, row, header, file, read.values?.applicationId ?? null),
  );
}

/** Empty cells where the application has something: nothing is erased by an empty cell, and that is said. */
function keptFindings(
  read: ReadRow,
  before: Pick<AppliedRow, 'application'> | null,
  row: SheetRow,
  header: FoundHeader,
  file: string | null,
): readonly CellFinding[] {
  if (!before) return [];
  const { application } = before;
  const { project } = application;
  const held: Partial<Record<SheetColumnId, unknown>> = {
    registryNumber: application.registryNumber,
    receivedDate: application.receivedDate,
    summary: project.summary,
    partners: project.partners.length > 1 || null,
    municipalities: project.municipalityCodes.length || null,
    themes: project.themes.length || null,
    strategyPriority: project.strategyPriorityId,
    startMonth: project.startMonth,
    endMonth: project.endMonth,
    pooledFte: project.pooledFte,
    sharingOrganisations: project.sharingOrganisations,
    receivingStructure: project.receivingStructure,
    receivingActor: project.receivingActorId,
    politicalAnchoring: project.politicalAnchoring,
    stateAid: project.stateAidRoute === 'unclear' ? null : project.stateAidRoute,
    stateAidEur: project.stateAidAmountEur,
    advance: application.advanceRequestedSek || null,
    smallestGrant: application.smallestUsefulGrantSek,
    preparingActor: application.preparingActorId,
    note: application.note,
  };
  return read.emptyColumnIds
    .filter((id) => (held[id] ?? null) !== null && held[id] !== '')
    .map((id) => cellFinding(cellNote('empty-kept', 'certain'), id, row, header, file, application.id));
}

function lengthFindings(
  row: SheetRow,
  header: FoundHeader,
  file: string | null,
  applicationId: string | null,
): readonly CellFinding[] {
  const surplus = row.cells.slice(header.columns.length).filter((cell) => cell.text.trim() !== '');
  const params = { cells: row.cells.length, expected: header.columns.length };
  const place = { file, row: row.row, applicationId };
  if (surplus.length > 0) return [findingOf(errorNote('row-too-long', params), place)];
  const lastNamed = header.columns.filter((column) => column.columnId !== null).at(-1)?.index ?? 0;
  return row.cells.length <= lastNamed ? [findingOf(cellNote('row-too-short', 'uncertain', params), place)] : [];
}

function skippedRow(row: SheetRow, note: ReadingNote, file: string | null): PreviewRow {
  const read = row.cells
    .map((cell) => cell.text.trim())
    .filter((text) => text !== '')
    .join(' | ');
  return {
    rowId: `r${row.row}`,
    row: row.row,
    status: 'skipped',
    applicationId: null,
    title: null,
    effect: null,
    changes: [],
    findings: [findingOf(note, { file, row: row.row, read: read.slice(0, 500) })],
    values: null,
    basedOn: null,
  };
}

function withNote(row: PreviewRow, note: ReadingNote, file: string | null): PreviewRow {
  const finding = findingOf(note, { file, row: row.row, applicationId: row.applicationId });
  return { ...row, status: 'error', effect: null, changes: [], values: null, findings: [...row.findings, finding] };
}

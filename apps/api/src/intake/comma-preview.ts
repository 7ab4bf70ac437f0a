import {
  accept,
  fingerprint,
  inRoundOrder,
  refusal,
  refuse,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import { readCommaFilesLeniently, type CommaFiles } from './comma-files';
import { refusalOf, type CellFinding } from './intake.types';
import { registerChanges, registersOf } from './register-changes';
import type { CommittedRows } from './sheet/commit-rows';
import { changesBetween, ordered, statusOf } from './sheet/compare-rows';
import type { PreviewRow } from './sheet/preview.types';

/** One application of the comma files: as a row of a spreadsheet, but everything about it together. */
export type CommaPreviewRow = Omit<PreviewRow, 'values'>;

/** What saving the comma files would do, before anything is saved. Plain data: it can be kept, sent and shown as it is. */
export interface CommaPreview {
  /** What the files say with everything around it; applications with errors are left out. */
  readonly round: Round;
  readonly rows: readonly CommaPreviewRow[];
  /** About the files as a whole and what is not about one application. */
  readonly findings: readonly CellFinding[];
  /** The registers, criteria, reviewers and budget the preview was made over; null when the call is new. */
  readonly registersBasedOn: string | null;
}

/**
 * Reads the comma files over the round as it is now (null: the call is new) and says what saving them would do.
 *
 * Shapes  A row per application in the files, also those with errors, which cannot be saved; in order of id.
 * Errors  Refusals when something all applications need is broken: every error of the files with its place.
 */
export function previewCommaFiles(files: CommaFiles, current: Round | null): Result<CommaPreview, readonly Refusal[]> {
  const { round, findings, brokenApplicationIds } = readCommaFilesLeniently(files, { existing: current ?? {} });
  if (!round) return refuse(findings.filter(({ severity }) => severity === 'error').map(refusalOf));
  const own = (id: string) => findings.filter(({ applicationId }) => applicationId === id);
  const good = round.applications.map((application): CommaPreviewRow => {
    const before = current && commaStatus(current, application.id);
    const after = commaStatus(round, application.id)!;
    const changes = before ? changesBetween(before, after) : [];
    const isSame = before !== null && basisOf(before) === basisOf(after);
    const needsLook = own(application.id).some(({ severity }) => severity === 'warning');
    return {
      rowId: application.id,
      row: 0,
      status: needsLook ? 'needs_attention' : 'ok',
      applicationId: application.id,
      title: application.project.title,
      effect: before === null ? 'creates' : isSame ? 'changes_nothing' : 'updates',
      changes,
      findings: own(application.id),
      basedOn: before && basisOf(before),
    };
  });
  const broken = brokenApplicationIds.map((id): CommaPreviewRow => ({
    rowId: id,
    row: 0,
    status: 'error',
    applicationId: id,
    title: null,
    effect: null,
    changes: [],
    findings: own(id),
    basedOn: null,
  }));
  const rows = [...good, ...broken].sort((a, b) => (a.rowId < b.rowId ? -1 : 1));
  const general = findings.filter(({ applicationId }) => applicationId === null);
  return accept({
    round,
    rows,
    findings: current ? [...general, ...registerChanges(current, round)] : general,
    registersBasedOn: current && registersOf(current),
  });
}

/**
 * The round after the chosen applications of the comma files: all of them or none. The registers, criteria, reviewers and budget
 * the files hold come with them.
 *
 * Errors  `import-row-unknown`, `import-row-not-savable`, `import-row-stale` when an application has changed since the preview, and
 *         `import-registers-stale` when a register, a criterion, a reviewer or the budget has.
 */
export function commitCommaRows(
  preview: CommaPreview,
  rowIds: readonly string[],
  current: Round | null,
): Result<CommittedRows, readonly Refusal[]> {
  const chosen = new Set(rowIds);
  const problems = [...chosen].flatMap((rowId, index): Refusal[] => {
    const row = preview.rows.find((item) => item.rowId === rowId);
    if (!row) return [refusal('import-row-unknown', ['rowIds', index], { row: rowId })];
    if (row.effect === null) return [refusal('import-row-not-savable', ['rowIds', index], { row: rowId })];
    const now = current && commaStatus(current, rowId);
    const isStale = (now && basisOf(now)) !== row.basedOn;
    return isStale ? [refusal('import-row-stale', ['rowIds', index], { row: rowId, application: rowId })] : [];
  });
  if (current && preview.registersBasedOn !== registersOf(current))
    problems.push(refusal('import-registers-stale', ['id']));
  if (problems.length > 0) return refuse(problems);
  const { round } = preview;
  const before = current ?? { ...round, applications: [], dependencies: [], ratings: [] };
  const merge = <Item>(of: (round: Round) => readonly Item[], idOf: (item: Item) => string) => [
    ...of(before).filter((item) => !chosen.has(idOf(item))),
    ...of(round).filter((item) => chosen.has(idOf(item))),
  ];
  const effects = (effect: CommaPreviewRow['effect']) =>
    preview.rows.filter((row) => chosen.has(row.rowId) && row.effect === effect).map((row) => row.rowId);
  const known = new Set(before.actors.map(({ id }) => id));
  return accept({
    round: inRoundOrder({
      ...round,
      applications: merge(
        ({ applications }) => applications,
        ({ id }) => id,
      ),
      dependencies: merge(
        ({ dependencies }) => dependencies,
        ({ fromApplicationId }) => fromApplicationId,
      ),
      ratings: merge(
        ({ ratings }) => ratings,
        ({ applicationId }) => applicationId,
      ),
    }),
    createdIds: effects('creates'),
    updatedIds: effects('updates'),
    unchangedIds: effects('changes_nothing'),
    addedActorIds: current ? round.actors.flatMap(({ id }) => (known.has(id) ? [] : id)) : [],
  });
}

/** An application with its links and ratings, since the comma files hold those too. */
function commaStatus(round: Round, applicationId: string) {
  const status = statusOf(round, applicationId);
  return status && { ...status, ratings: round.ratings.filter((rating) => rating.applicationId === applicationId) };
}

function basisOf(status: NonNullable<ReturnType<typeof commaStatus>>): string {
  return fingerprint({ ...ordered(status), ratings: status.ratings });
}

import {
  accept,
  fingerprint,
  inRoundOrder,
  refusal,
  refuse,
  type Actor,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import { applyRow } from './apply-row';
import type { ImportPreview } from './preview.types';
import { ordered, statusOf } from './compare-rows';

export interface CommittedRows {
  readonly round: Round;
  readonly createdIds: readonly string[];
  readonly updatedIds: readonly string[];
  readonly unchangedIds: readonly string[];
  readonly addedActorIds: readonly string[];
}

/**
 * The round after the chosen rows of a preview: all of them or none.
 *
 * Rule    Rows marked `ok` or `needs_attention` can be chosen; choosing one of the latter says that someone has looked at it.
 *         Organisations that the rows propose are added only when a chosen row uses them.
 * Edges   Choosing no rows gives the round as it was. The same rows again change nothing.
 * Errors  `import-row-unknown`, `import-row-not-savable`, and `import-row-stale` when an application has changed since the preview
 *         was made: the officer must see the new comparison before it is overwritten.
 */
export function commitRows(
  preview: ImportPreview,
  rowIds: readonly string[],
  round: Round,
): Result<CommittedRows, readonly Refusal[]> {
  const chosen = [...new Set(rowIds)];
  const problems: Refusal[] = [];
  const rows = chosen.flatMap((rowId, index) => {
    const row = preview.rows.find((item) => item.rowId === rowId);
    if (!row) problems.push(refusal('import-row-unknown', ['rowIds', index], { row: rowId }));
    else if (row.values === null) problems.push(refusal('import-row-not-savable', ['rowIds', index], { row: row.row }));
    else if (basisOf(round, row.values.applicationId) !== row.basedOn)
      problems.push(
        refusal('import-row-stale', ['rowIds', index], { row: row.row, application: row.values.applicationId }),
      );
    else return [row.values];
    return [];
  });
  if (problems.length > 0) return refuse(problems);

  const added = new Map<string, Actor>();
  const result = { created: [] as string[], updated: [] as string[], unchanged: [] as string[] };
  const applied = rows.map((values) => ({ id: values.applicationId, after: applyRow(values, round) }));
  for (const { id, after } of applied) {
    const before = basisOf(round, id);
    const { project } = after.application;
    const named = [
      project.leadPartnerId,
      project.receivingActorId,
      after.application.preparingActorId,
      ...project.partners.map((item) => item.actorId),
    ];
    for (const actor of preview.proposedActors)
      if (named.includes(actor.id) && !round.actors.some((item) => item.id === actor.id)) added.set(actor.id, actor);
    const kind = before === null ? 'created' : before === fingerprint(ordered(after)) ? 'unchanged' : 'updated';
    result[kind].push(id);
  }
  const ids = new Set(applied.map(({ id }) => id));
  const next = inRoundOrder({
    ...round,
    actors: [...round.actors, ...added.values()],
    applications: [
      ...round.applications.filter((item) => !ids.has(item.id)),
      ...applied.map(({ after }) => after.application),
    ],
    dependencies: [
      ...round.dependencies.filter((link) => !ids.has(link.fromApplicationId)),
      ...applied.flatMap(({ after }) => after.dependencies),
    ],
  });
  return accept({
    round: next,
    createdIds: result.created,
    updatedIds: result.updated,
    unchangedIds: result.unchanged,
    addedActorIds: [...added.keys()].sort(),
  });
}

/** Every row that can be saved; with `okOnly`, those that need nobody's look. */
export function savableRowIds(preview: ImportPreview, options: { readonly okOnly: boolean }): readonly string[] {
  const statuses = options.okOnly ? ['ok'] : ['ok', 'needs_attention'];
  return preview.rows.filter((row) => statuses.includes(row.status)).map((row) => row.rowId);
}

function basisOf(round: Round, applicationId: string): string | null {
  const status = statusOf(round, applicationId);
  return status && fingerprint(ordered(status));
}

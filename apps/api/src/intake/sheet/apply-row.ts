import {
  splitByLargestRemainder,
  sumYears,
  type Application,
  type Dependency,
  type ProjectPartner,
  type Round,
  type YearAmount,
} from '@fordela/domain';
import type { SheetColumnId } from './columns';
import type { RowValues } from './read-row';
import { cellNote, type ReadingNote } from './sheet.types';
import { mergedFinancing } from './sheet-financing';

export interface AppliedRow {
  readonly application: Application;
  /** All links from this application after the row. */
  readonly dependencies: readonly Dependency[];
  readonly notes: readonly { readonly columnId: SheetColumnId; readonly note: ReadingNote }[];
}

/**
 * The application as it is after a row of the sheet. What the row states replaces what was there; what it leaves out, and what the
 * sheet has no column for (phases, ratings, cost range, kinds and statuses of financing), stays.
 */
export function applyRow(values: RowValues, round: Round): AppliedRow {
  const before = round.applications.find((item) => item.id === values.applicationId) ?? null;
  const notes: AppliedRow['notes'][number][] = [];
  const startMonth = values.startMonth ?? before?.project.startMonth ?? null;
  const endMonth = values.endMonth ?? before?.project.endMonth ?? null;
  const yearsFor = (
    columnId: 'totalCost' | 'requested',
    stated: readonly YearAmount[] | undefined,
    total: number,
    had: readonly YearAmount[] | undefined,
  ): readonly YearAmount[] => {
    if (stated) return stated;
    if (had && sumYears(had) === total) return had;
    const spread = byMonths(total, startMonth, endMonth);
    const note = spread.length > 0 ? 'years-spread' : 'years-missing';
    notes.push({ columnId, note: cellNote(note, 'uncertain', { amount: total }) });
    return spread;
  };
  const totalCostSek = values.totalCostSek ?? before?.project.totalCostSek ?? sumYears(values.costs ?? []);
  const requestedSek = values.requestedSek ?? before?.requestedSek ?? sumYears(values.requested ?? []);
  const costs = yearsFor('totalCost', values.costs, totalCostSek, before?.project.costs);
  const requested = yearsFor('requested', values.requested, requestedSek, before?.requested);
  const financing = mergedFinancing(
    values,
    costs,
    requested,
    before && { financing: before.project.financing, requested: before.requested },
  );
  notes.push(...financing.notes);
  const project = before?.project;
  const leadPartnerId = values.leadActorId ?? project?.leadPartnerId ?? '';
  return {
    notes,
    dependencies: mergedLinks(values, round),
    application: {
      id: values.applicationId,
      callId: before?.callId ?? round.call.id,
      registryNumber: values.registryNumber ?? before?.registryNumber ?? null,
      receivedDate: values.receivedDate ?? before?.receivedDate ?? null,
      requested,
      requestedSek,
      smallestUsefulGrantSek: values.smallestUsefulGrantSek ?? before?.smallestUsefulGrantSek ?? null,
      advanceRequestedSek: values.advanceRequestedSek ?? before?.advanceRequestedSek ?? 0,
      preparingActorId: values.preparingActorId ?? before?.preparingActorId ?? null,
      note: values.note ?? before?.note ?? null,
      project: {
        id: project?.id ?? values.applicationId,
        title: values.title ?? project?.title ?? '',
        summary: values.summary ?? project?.summary ?? '',
        projectType: values.projectType ?? project?.projectType ?? 'implementation',
        leadPartnerId,
        partners: mergedPartners(values, leadPartnerId, project?.partners ?? []),
        municipalityCodes: sameSet(values.municipalityCodes, project?.municipalityCodes),
        themes: sameSet(values.themes, project?.themes),
        strategyPriorityId: values.strategyPriorityId ?? project?.strategyPriorityId ?? null,
        needIds: project?.needIds ?? [],
        gapIds: project?.gapIds ?? [],
        recommendationIds: project?.recommendationIds ?? [],
        startMonth,
        endMonth,
        phases: project?.phases ?? [],
        financing: financing.financing,
        costs,
        totalCostSek,
        costP10Sek: project?.costP10Sek ?? null,
        costP90Sek: project?.costP90Sek ?? null,
        inKindCostSek: inKindCost(values, before, notes),
        pooledFte: values.pooledFte ?? project?.pooledFte ?? null,
        sharingOrganisations: values.sharingOrganisations ?? project?.sharingOrganisations ?? null,
        receivingStructure: values.receivingStructure ?? project?.receivingStructure ?? null,
        receivingActorId: values.receivingActorId ?? project?.receivingActorId ?? null,
        politicalAnchoring: values.politicalAnchoring ?? project?.politicalAnchoring ?? null,
        stateAidRoute: values.stateAidRoute ?? project?.stateAidRoute ?? 'unclear',
        stateAidUndertakingId: project?.stateAidUndertakingId ?? null,
        stateAidAmountEur: values.stateAidAmountEur ?? project?.stateAidAmountEur ?? null,
        costOption: project?.costOption ?? null,
        targetProgrammes: project?.targetProgrammes ?? [],
      },
    },
  };
}

/**
 * Partners after the row. The sheet has the project partners' shares but not the lead partner's: unchanged shares keep what the lead
 * partner was said to have, changed ones leave the lead partner the rest of 100.
 */
function mergedPartners(
  values: RowValues,
  leadPartnerId: string,
  before: readonly ProjectPartner[],
): readonly ProjectPartner[] {
  const lead = before.find((partner) => partner.role === 'lead_partner');
  const stated = values.partners;
  if (!stated && lead?.actorId === leadPartnerId) return before;
  const others = stated
    ? stated.filter((partner) => partner.actorId !== leadPartnerId)
    : before.filter((partner) => partner.role === 'project_partner' && partner.actorId !== leadPartnerId);
  const key = (partners: readonly { readonly actorId: string; readonly costSharePct: number }[]) =>
    partners
      .map((partner) => `${partner.actorId} ${partner.costSharePct}`)
      .sort()
      .join();
  const had = before.filter((partner) => partner.role === 'project_partner');
  if (lead?.actorId === leadPartnerId && key(others) === key(had)) return before;
  const millionths = others.reduce((sum, partner) => sum + Math.round(partner.costSharePct * 1_000_000), 0);
  const rest = (100_000_000 - millionths) / 1_000_000;
  const ownShare = stated?.find((partner) => partner.actorId === leadPartnerId)?.costSharePct ?? rest;
  return [
    { actorId: leadPartnerId, role: 'lead_partner', costSharePct: ownShare },
    ...others
      .map(({ actorId, costSharePct }) => ({ actorId, role: 'project_partner' as const, costSharePct }))
      .sort((a, b) => (a.actorId < b.actorId ? -1 : 1)),
  ];
}

function mergedLinks(values: RowValues, round: Round): readonly Dependency[] {
  const had = round.dependencies.filter((link) => link.fromApplicationId === values.applicationId);
  if (!values.links) return had;
  const group = had.find((link) => link.group !== null)?.group ?? 'G1';
  return values.links.map(
    (link) =>
      had.find((item) => item.toApplicationId === link.toApplicationId && item.type === link.type) ?? {
        fromApplicationId: values.applicationId,
        toApplicationId: link.toApplicationId,
        type: link.type,
        group: link.type === 'requires_one_of' ? group : null,
        description: null,
      },
  );
}

/** The sheet states in-kind financing; the cost is the same by the rule of the case system, unless it was known to differ already. */
function inKindCost(values: RowValues, before: Application | null, notes: AppliedRow['notes'][number][]): number {
  if (!before) return values.inKindSek ?? 0;
  const { inKindCostSek, financing } = before.project;
  const had = financing
    .filter((line) => line.kind === 'in_kind')
    .reduce((sum, line) => sum + sumYears(line.amounts), 0);
  if (values.inKindSek === undefined || values.inKindSek === had) return inKindCostSek;
  notes.push({
    columnId: 'inKind',
    note: cellNote('in-kind-changed', 'uncertain', { before: had, after: values.inKindSek }),
  });
  return values.inKindSek;
}

/** The stated list, in the order that was there before when it holds the same items. */
function sameSet(stated: readonly string[] | undefined, before: readonly string[] | undefined): readonly string[] {
  if (!stated) return before ?? [];
  const isSame = before !== undefined && [...stated].sort().join('\n') === [...before].sort().join('\n');
  return isSame ? before : stated;
}

/** The amount over the years by the number of the project's months in each; nothing when the months are not known. */
function byMonths(amountSek: number, startMonth: string | null, endMonth: string | null): readonly YearAmount[] {
  if (!startMonth || !endMonth || endMonth < startMonth || amountSek <= 0) return [];
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [first, last] = [count(startMonth), count(endMonth)];
  if (last - first > 600) return [];
  const months = new Map<number, number>();
  for (let month = first; month <= last; month += 1)
    months.set(Math.floor(month / 12), (months.get(Math.floor(month / 12)) ?? 0) + 1);
  const pieces = splitByLargestRemainder(amountSek, [...months.values()]);
  return [...months.keys()]
    .map((year, index) => ({ year, amountSek: pieces[index] as number }))
    .filter((entry) => entry.amountSek > 0);
}

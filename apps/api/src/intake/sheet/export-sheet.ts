import { sumYears, type Application, type Round } from '@fordela/domain';
import { writeDelimited } from '../delimited';
import { toWindows1252 } from './bytes';
import { columnTitle, sheetColumnIds, sourceColumns, type SheetColumnId } from './columns';
import {
  actorTypeWords,
  politicalAnchoringWords,
  projectTypeWords,
  receivingStructureWords,
  stateAidWords,
  themeWords,
} from './words';

/** A cell of the export: text, a number of kronor or a decimal, a date or month as text. */
export interface ExportCell {
  readonly kind: 'text' | 'amount' | 'decimal' | 'date';
  readonly value: string | number | null;
}

export interface OfficerSheet {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  readonly sums: readonly ExportCell[];
}

const text = (value: string | null): ExportCell => ({ kind: 'text', value: value === '' ? null : value });
const amount = (value: number | null): ExportCell => ({ kind: 'amount', value });
const decimal = (value: number | null): ExportCell => ({ kind: 'decimal', value });

/**
 * The round as the officer's spreadsheet: the layout that `previewSheet` reads, one row per application in order of id, with the
 * years of this round. What the layout has no column for (phases, ratings by reviewer, who finances) is in the comma files.
 */
export function officerSheet(round: Round): OfficerSheet {
  const years = yearsOf(round);
  const ids: SheetColumnId[] = sheetColumnIds.flatMap((id): SheetColumnId[] => {
    if (id === 'totalCost') return [id, ...years.map((year) => `cost:${year}` as const)];
    return id === 'requested' ? [id, ...years.map((year) => `requested:${year}` as const)] : [id];
  });
  const rows = round.applications.map((application) => {
    const cells = cellsOf(application, round, years);
    return ids.map((id) => cells[id] ?? text(null));
  });
  const sums = ids.map((id, index): ExportCell => {
    if (index === 0) return text('SUMMA');
    const isSummed = id === 'totalCost' || id === 'requested' || /^(?:cost|requested):/u.test(id);
    return isSummed ? amount(rows.reduce((sum, row) => sum + Number(row[index]?.value ?? 0), 0)) : text(null);
  });
  const example = round.call.isExample ? ' – FIKTIVT EXEMPEL' : '';
  return { title: `${round.call.name}${example}`, headers: ids.map(columnTitle), rows, sums };
}

/**
 * The sheet as Excel with Swedish settings saves CSV: semicolons, decimal comma, CRLF; Windows-1252, or UTF-8 with a byte order mark
 * when a letter is not in that set. Text that a spreadsheet would compute gets an apostrophe in front, which the import takes off.
 */
export function officerCsv(sheet: OfficerSheet): Uint8Array {
  const cellText = ({ kind, value }: ExportCell): string => {
    if (value === null) return '';
    if (kind === 'amount') return `${String(value).replace(/\B(?=(\d{3})+$)/gu, '\u00a0')},00`;
    if (kind === 'decimal') return String(value).replace('.', ',');
    return kind === 'text' && /^[=+\-@]/u.test(String(value)) ? `'${value}` : String(value);
  };
  const rows = [[sheet.title], [''], sheet.headers, ...[...sheet.rows, sheet.sums].map((row) => row.map(cellText))];
  const padded = rows.map((row) => sheet.headers.map((_, index) => row[index] ?? ''));
  const csv = writeDelimited(padded, { delimiter: ';', lineEnd: '\r\n' });
  return toWindows1252(csv) ?? new TextEncoder().encode(`\uFEFF${csv}`);
}

function yearsOf(round: Round): readonly number[] {
  const amounts = round.applications.flatMap(({ requested, project }) => [...requested, ...project.costs]);
  const all = [...amounts, ...round.budgetFrames].map((entry) => entry.year);
  return [...new Set(all)].sort((a, b) => a - b);
}

function cellsOf(
  application: Application,
  round: Round,
  years: readonly number[],
): Partial<Record<SheetColumnId, ExportCell>> {
  const { project } = application;
  const nameOf = (id: string | null) => text(round.actors.find((actor) => actor.id === id)?.name ?? id);
  const lead = round.actors.find((actor) => actor.id === project.leadPartnerId);
  const inYear = (list: readonly { year: number; amountSek: number }[], year: number) =>
    amount(list.find((entry) => entry.year === year)?.amountSek ?? 0);
  const financing = (picks: (line: (typeof project.financing)[number]) => boolean) =>
    project.financing.filter(picks).reduce((sum, line) => sum + sumYears(line.amounts), 0);
  const ratings = round.ratings.filter((rating) => rating.applicationId === application.id);
  const given = ratings.flatMap((rating) => rating.rating ?? []);
  return {
    applicationId: text(application.id),
    registryNumber: text(application.registryNumber),
    receivedDate: { kind: 'date', value: application.receivedDate },
    title: text(project.title),
    summary: text(project.summary),
    projectType: text(projectTypeWords[project.projectType][0] ?? null),
    leadActor: nameOf(project.leadPartnerId),
    actorType: text(lead ? (actorTypeWords[lead.actorType][0] ?? null) : null),
    partners: text(
      project.partners
        .filter((partner) => partner.role === 'project_partner')
        .map((partner) => `${nameOf(partner.actorId).value} (${String(partner.costSharePct).replace('.', ',')})`)
        .join(', '),
    ),
    municipalities: text(municipalityText(project.municipalityCodes, round)),
    themes: text(project.themes.map((theme) => themeWords[theme]?.[0] ?? theme).join(', ')),
    strategyPriority: text(project.strategyPriorityId),
    startMonth: text(project.startMonth),
    endMonth: text(project.endMonth),
    totalCost: amount(project.totalCostSek),
    ...Object.fromEntries(years.map((year) => [`cost:${year}`, inYear(project.costs, year)])),
    requested: amount(application.requestedSek),
    ...Object.fromEntries(years.map((year) => [`requested:${year}`, inYear(application.requested, year)])),
    requestedShare: decimal(
      project.totalCostSek > 0 ? Math.round((application.requestedSek / project.totalCostSek) * 1000) / 10 : null,
    ),
    ...Object.fromEntries(
      sourceColumns.map((source) => [source, amount(financing((line) => line.sourceType === source))]),
    ),
    inKind: amount(financing((line) => line.kind === 'in_kind')),
    financingSum: amount(financing((line) => line.sourceType !== 'state_1_1') + application.requestedSek),
    pooledFte: decimal(project.pooledFte),
    sharingOrganisations: decimal(project.sharingOrganisations),
    receivingStructure: text(
      project.receivingStructure && (receivingStructureWords[project.receivingStructure][0] ?? null),
    ),
    receivingActor: nameOf(project.receivingActorId),
    politicalAnchoring: text(
      project.politicalAnchoring && (politicalAnchoringWords[project.politicalAnchoring][0] ?? null),
    ),
    stateAid: text(stateAidWords[project.stateAidRoute][0] ?? null),
    stateAidEur: amount(project.stateAidAmountEur),
    advance: application.advanceRequestedSek > 0 ? amount(application.advanceRequestedSek) : text(null),
    smallestGrant: amount(application.smallestUsefulGrantSek),
    meanRating: decimal(
      given.length > 0 ? Math.round((given.reduce((sum, value) => sum + value, 0) / given.length) * 100) / 100 : null,
    ),
    reviewerCount: decimal(new Set(ratings.map((rating) => rating.reviewerId)).size),
    dependencies: text(linkText(application.id, round)),
    preparingActor: nameOf(application.preparingActorId),
    note: text(application.note),
  };
}

function municipalityText(codes: readonly string[], round: Round): string {
  const isAll =
    round.municipalities.length > 1 &&
    round.municipalities.every((item) => codes.includes(item.code)) &&
    codes.length === round.municipalities.length;
  if (isAll) return 'Hela länet';
  return codes.map((code) => round.municipalities.find((item) => item.code === code)?.name ?? code).join(', ');
}

const linkPhrases = {
  requires: 'Kräver',
  requires_one_of: 'Kräver någon av',
  mutually_exclusive: 'Utesluter',
  synergy: 'Synergi med',
  sequence: 'Efter',
} as const;

function linkText(applicationId: string, round: Round): string {
  return round.dependencies
    .filter((link) => link.fromApplicationId === applicationId)
    .map((link) => `${linkPhrases[link.type]} ${link.toApplicationId}`)
    .join('; ');
}

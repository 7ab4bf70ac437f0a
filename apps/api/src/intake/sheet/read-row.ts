import type {
  Actor,
  ActorType,
  Municipality,
  Params,
  PoliticalAnchoring,
  ProjectType,
  ReceivingStructure,
  SourceType,
  StateAidRoute,
  YearAmount,
} from '@fordela/domain';
import { columnLetter } from '../delimited';
import type { CellFinding } from '../intake.types';
import { columnTitle, derivedColumns, requiredColumns, sourceColumns, type SheetColumnId } from './columns';
import type { MappedColumn } from './find-header';
import { readAmount, readDecimal, readWholeNumber } from './read-amount';
import { readChoice } from './read-choice';
import { readDate, readMonth } from './read-date';
import { readActor, readLinks, readMunicipalities, readPartners, readThemes, type NamedLink } from './read-lists';
import {
  cellNote,
  errorNote,
  misread,
  noted,
  plainly,
  type Reading,
  type ReadingNote,
  type SheetCell,
  type SheetRow,
} from './sheet.types';
import {
  actorTypeWords,
  politicalAnchoringWords,
  projectTypeWords,
  receivingStructureWords,
  stateAidWords,
} from './words';

/** What one row says. A property is there only when its column is in the sheet, is filled in and was understood. */
export interface RowValues {
  readonly applicationId: string;
  readonly registryNumber?: string;
  readonly receivedDate?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly projectType?: ProjectType;
  readonly leadActorId?: string;
  /** The project partners with their shares; the lead partner's is what is left. */
  readonly partners?: readonly { readonly actorId: string; readonly costSharePct: number }[];
  readonly municipalityCodes?: readonly string[];
  readonly themes?: readonly string[];
  readonly strategyPriorityId?: string;
  readonly startMonth?: string;
  readonly endMonth?: string;
  readonly totalCostSek?: number;
  readonly costs?: readonly YearAmount[];
  readonly requestedSek?: number;
  readonly requested?: readonly YearAmount[];
  readonly sources: Readonly<Partial<Record<Exclude<SourceType, 'state_1_1'>, number>>>;
  readonly inKindSek?: number;
  readonly pooledFte?: number;
  readonly sharingOrganisations?: number;
  readonly receivingStructure?: ReceivingStructure;
  readonly receivingActorId?: string;
  readonly politicalAnchoring?: PoliticalAnchoring;
  readonly stateAidRoute?: StateAidRoute;
  readonly stateAidAmountEur?: number;
  readonly advanceRequestedSek?: number;
  readonly smallestUsefulGrantSek?: number;
  readonly links?: readonly NamedLink[];
  readonly preparingActorId?: string;
  readonly note?: string;
}

export interface RowContext {
  readonly file: string | null;
  readonly municipalities: readonly Municipality[];
  readonly strategyPriorityIds: readonly string[];
  /** The register, with the organisations that earlier rows proposed. */
  readonly actors: readonly Actor[];
}

export interface ReadRow {
  /** Null when the row has no usable id. */
  readonly values: RowValues | null;
  readonly findings: readonly CellFinding[];
  readonly proposedActors: readonly Actor[];
  /** Columns of the sheet whose cell is empty in this row. */
  readonly emptyColumnIds: readonly SheetColumnId[];
}

/** Reads the cells of one row, each by what its column is, with a finding for every cell that is not plainly understood. */
export function readRow(row: SheetRow, columns: readonly MappedColumn[], context: RowContext): ReadRow {
  const byId = new Map(
    columns.flatMap((column) => (column.columnId === null ? [] : [[column.columnId, column] as const])),
  );
  const findings: CellFinding[] = [];
  const proposed: Actor[] = [];
  const cellOf = (id: SheetColumnId): SheetCell => row.cells[byId.get(id)?.index ?? -1] ?? { text: '', value: null };
  const idText = cellOf('applicationId').text.trim();

  const report = (id: SheetColumnId, note: ReadingNote, understood: unknown) => {
    const column = byId.get(id);
    findings.push({
      ...note,
      file: context.file,
      row: row.row,
      column: column?.header ?? columnTitle(id),
      columnLetter: column ? columnLetter(column.index) : null,
      applicationId: idText || null,
      read: cellOf(id).text,
      understoodAs: understood === null ? null : shown(understood),
    });
  };
  const take = <Value>(id: SheetColumnId, reading: Reading<Value>): Value | undefined => {
    for (const note of reading.notes) report(id, note, reading.value);
    return reading.value ?? undefined;
  };
  const read = <Value>(id: SheetColumnId, reader: (cell: SheetCell) => Reading<Value>): Value | undefined =>
    byId.has(id) ? take(id, reader(cellOf(id))) : undefined;
  const text = (id: SheetColumnId) => read(id, readText);
  const years = (kind: 'cost' | 'requested'): readonly YearAmount[] | undefined => {
    const own = [...byId.keys()].filter((id) => id.startsWith(`${kind}:`)).sort();
    const amounts = own.map((id) => ({
      year: Number(id.slice(-4)),
      amountSek: read(id, (cell) => readAmount(cell, 'sek')),
    }));
    const isFilled = own.some((id) => cellOf(id).text.trim() !== '');
    return isFilled ? amounts.flatMap(({ year, amountSek }) => (amountSek ? [{ year, amountSek }] : [])) : undefined;
  };
  const actor = (id: SheetColumnId, name: string, actorType: ActorType | null): string | undefined => {
    const named = take(id, readActor(name, [...context.actors, ...proposed], actorType));
    if (named?.proposed) proposed.push(named.proposed);
    return named?.actorId;
  };

  for (const id of requiredColumns) if (cellOf(id).text.trim() === '') report(id, errorNote('cell-required'), null);
  for (const id of derivedColumns)
    if (byId.has(id) && cellOf(id).text.trim().startsWith('#'))
      report(id, cellNote('cell-excel-error', 'uncertain'), null);
  const actorType = read('actorType', (cell) => readChoice(cell, actorTypeWords));
  const leadActorId = byId.has('leadActor')
    ? actor('leadActor', cellOf('leadActor').text, actorType ?? null)
    : undefined;
  checkActorType(leadActorId, actorType, context, (params) =>
    report('actorType', cellNote('actor-type-differs', 'uncertain', params), actorType ?? null),
  );
  const shares = read('partners', readPartners);
  const partners = shares?.flatMap((share) => {
    const actorId = actor('partners', share.name, null);
    return actorId === undefined ? [] : [{ actorId, costSharePct: share.sharePct }];
  });
  const receiver = cellOf('receivingActor').text;
  const preparer = cellOf('preparingActor').text;
  const sources = Object.fromEntries(
    sourceColumns.flatMap((id) => {
      const amount = read(id, (cell) => readAmount(cell, 'sek'));
      return amount === undefined ? [] : [[id, amount]];
    }),
  );
  const values: RowValues = {
    applicationId: idText,
    registryNumber: text('registryNumber'),
    receivedDate: read('receivedDate', readDate),
    title: text('title'),
    summary: text('summary'),
    projectType: read('projectType', (cell) => readChoice(cell, projectTypeWords)),
    leadActorId,
    partners,
    municipalityCodes: read('municipalities', (cell) => readMunicipalities(cell, context.municipalities)),
    themes: read('themes', readThemes),
    strategyPriorityId: read('strategyPriority', (cell) => readPriority(cell, context.strategyPriorityIds)),
    startMonth: read('startMonth', readMonth),
    endMonth: read('endMonth', readMonth),
    totalCostSek: read('totalCost', (cell) => readAmount(cell, 'sek')),
    costs: years('cost'),
    requestedSek: read('requested', (cell) => readAmount(cell, 'sek')),
    requested: years('requested'),
    sources,
    inKindSek: read('inKind', (cell) => readAmount(cell, 'sek')),
    pooledFte: read('pooledFte', readDecimal),
    sharingOrganisations: read('sharingOrganisations', readWholeNumber),
    receivingStructure: read('receivingStructure', (cell) => readChoice(cell, receivingStructureWords)),
    receivingActorId: byId.has('receivingActor') ? actor('receivingActor', receiver, null) : undefined,
    politicalAnchoring: read('politicalAnchoring', (cell) => readChoice(cell, politicalAnchoringWords)),
    stateAidRoute: read('stateAid', (cell) => readChoice(cell, stateAidWords)),
    stateAidAmountEur: read('stateAidEur', (cell) => readAmount(cell, 'eur')),
    advanceRequestedSek: read('advance', (cell) => readAmount(cell, 'sek')),
    smallestUsefulGrantSek: read('smallestGrant', (cell) => readAmount(cell, 'sek')),
    links: read('dependencies', readLinks),
    preparingActorId: byId.has('preparingActor') ? actor('preparingActor', preparer, null) : undefined,
    note: text('note'),
  };
  const stated = {
    share: read('requestedShare', readDecimal),
    financing: read('financingSum', (cell) => readAmount(cell, 'sek')),
  };
  checkSums(values, stated, (id, params) => report(id, cellNote('row-sum-differs', 'uncertain', params), null));
  const emptyColumnIds = [...byId.keys()].filter((id) => cellOf(id).text.trim() === '');
  return { values: idText === '' ? null : withoutMissing(values), findings, proposedActors: proposed, emptyColumnIds };
}

/** Sums that the row states and can be checked against its own cells. A difference is shown; the stated cells are kept as written. */
function checkSums(
  values: RowValues,
  stated: { readonly share?: number; readonly financing?: number },
  differs: (id: SheetColumnId, params: Params) => void,
): void {
  const sum = (amounts: readonly YearAmount[]) => amounts.reduce((total, entry) => total + entry.amountSek, 0);
  const { totalCostSek: total, requestedSek: requested } = values;
  if (values.costs && total !== undefined && sum(values.costs) !== total)
    differs('totalCost', { stated: total, sum: sum(values.costs) });
  if (values.requested && requested !== undefined && sum(values.requested) !== requested)
    differs('requested', { stated: requested, sum: sum(values.requested) });
  const sources = Object.values(values.sources);
  const financing = sources.reduce((all, amount) => all + amount, requested ?? 0);
  if (stated.financing !== undefined && sources.length > 0 && financing !== stated.financing)
    differs('financingSum', { stated: stated.financing, sum: financing });
  if (stated.share !== undefined && total !== undefined && requested !== undefined && total > 0) {
    const percent = stated.share <= 1 && requested * 100 > total ? stated.share * 100 : stated.share;
    const computed = (requested / total) * 100;
    if (Math.abs(percent - computed) > 0.1)
      differs('requestedShare', { stated: percent, sum: Math.round(computed * 10) / 10 });
  }
}

function checkActorType(
  actorId: string | undefined,
  actorType: ActorType | undefined,
  context: RowContext,
  differs: (params: Params) => void,
): void {
  const known = context.actors.find((item) => item.id === actorId);
  if (known && actorType && known.actorType !== actorType)
    differs({ name: known.name, known: known.actorType, stated: actorType });
}

function readText(cell: SheetCell): Reading<string> {
  const text = cell.text.replace(/\u00a0/gu, ' ').trim();
  if (text === '') return plainly<string>(null);
  if (/^#(?:REF|DIV\/0|VALUE|NAME|N\/A|NUM|NULL|VÄRDEFEL|REFERENS|SAKNAS|FORMEL|FEL)[!?]?/u.test(text))
    return misread('cell-excel-error');
  // The export puts an apostrophe before text a spreadsheet would compute.
  return plainly(text.replace(/^'(?=[=+\-@])/u, ''));
}

function readPriority(cell: SheetCell, known: readonly string[]): Reading<string> {
  const text = cell.text.trim();
  if (text === '') return plainly<string>(null);
  const exact = known.find((id) => id === text);
  if (exact) return plainly(exact);
  const number = /^(?:P|prio(?:ritering)?)?\s*(\d)\b/iu.exec(text)?.[1];
  const found = known.find((id) => id === `P${number}`);
  return found ? noted(found, 'cell-tidied', 'certain') : misread('choice-unknown', { choices: [...known] });
}

/** What was understood, in the words of the comma files, for showing beside what was read. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('|');
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = value as {
    actorId?: string;
    name?: string;
    sharePct?: number;
    type?: string;
    toApplicationId?: string;
  };
  return [parts.actorId, parts.name, parts.sharePct, parts.type, parts.toApplicationId]
    .filter((part) => part !== undefined)
    .join(' ');
}

function withoutMissing<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

import type { SourceType } from '@fordela/domain';

/** What a column of the officer's spreadsheet can be. Years are columns of their own: `cost:2027`, `requested:2027`. */
export const sheetColumnIds = [
  'applicationId',
  'registryNumber',
  'receivedDate',
  'title',
  'summary',
  'projectType',
  'leadActor',
  'actorType',
  'partners',
  'municipalities',
  'themes',
  'strategyPriority',
  'startMonth',
  'endMonth',
  'totalCost',
  'requested',
  'requestedShare',
  'eruf',
  'esf',
  'interreg',
  'municipal',
  'region_own',
  'university',
  'state_agency',
  'private',
  'other_national',
  'inKind',
  'financingSum',
  'pooledFte',
  'sharingOrganisations',
  'receivingStructure',
  'receivingActor',
  'politicalAnchoring',
  'stateAid',
  'stateAidEur',
  'advance',
  'smallestGrant',
  'meanRating',
  'reviewerCount',
  'dependencies',
  'preparingActor',
  'note',
] as const;
export type SheetColumnId = (typeof sheetColumnIds)[number] | `cost:${number}` | `requested:${number}`;

/** The header as the region writes it, and what else people call it. Compared without case, units in brackets and end marks. */
export const columnNames: Readonly<Record<(typeof sheetColumnIds)[number], readonly [string, ...string[]]>> = {
  applicationId: ['Ärendenr', 'ärendenummer', 'ärende-id', 'ärende', 'ansökans id', 'application_id', 'case id'],
  registryNumber: ['Diarienummer', 'dnr', 'diarienr', 'registry_number'],
  receivedDate: ['Inkommen', 'inkom', 'ankomstdatum', 'inkommen datum', 'datum inkommen', 'received_date'],
  title: ['Projektnamn', 'projekttitel', 'titel', 'namn', 'projekt', 'title_sv'],
  summary: ['Sammanfattning', 'beskrivning', 'projektbeskrivning', 'kort beskrivning', 'summary_sv'],
  projectType: ['Projekttyp', 'typ av projekt', 'typ', 'project_type'],
  leadActor: ['Projektägare', 'sökande', 'stödmottagare', 'sökande organisation', 'organisation', 'lead_actor_id'],
  actorType: ['Aktörstyp', 'typ av aktör', 'lead_actor_type'],
  partners: ['Projektpartner (andel %)', 'projektpartners', 'samverkansparter', 'medsökande', 'partner'],
  municipalities: ['Kommuner', 'kommun', 'berörda kommuner', 'geografi', 'municipality_codes'],
  themes: ['Teman', 'tema', 'områden', 'themes'],
  strategyPriority: ['RUS-prioritering', 'prioritering', 'rus', 'prioritering i strategin', 'rus_priority'],
  startMonth: ['Startmånad', 'start', 'projektstart', 'startdatum', 'start_month'],
  endMonth: ['Slutmånad', 'slut', 'projektslut', 'slutdatum', 'end_month'],
  totalCost: [
    'Total kostnad (kr)',
    'totalkostnad',
    'total projektkostnad',
    'projektkostnad',
    'total budget',
    'total_cost_sek',
  ],
  requested: ['Sökt 1:1 (kr)', 'sökt belopp', 'sökt stöd', 'sökt bidrag', 'sökta medel', 'requested_1_1_sek'],
  requestedShare: ['Andel 1:1 (%)', 'stödandel', 'stödnivå', 'andel 1:1-medel'],
  eruf: ['ERUF', 'eruf-stöd', 'regionalfonden'],
  esf: ['ESF+', 'esf', 'socialfonden'],
  interreg: ['Interreg'],
  municipal: ['Kommunal medfinansiering', 'kommuner medfinansiering', 'kommunal finansiering'],
  region_own: ['Regionens egna medel', 'region sörmlands egna medel', 'egna medel region'],
  university: ['Universitet', 'universitet/högskola', 'lärosäte'],
  state_agency: ['Statlig myndighet', 'statliga myndigheter', 'annan statlig'],
  private: ['Privat', 'privat finansiering', 'näringsliv'],
  other_national: ['Övrigt', 'övrig finansiering', 'övriga'],
  inKind: ['Varav annat än pengar', 'bidrag i annat än pengar', 'in kind', 'annat än pengar'],
  financingSum: ['Summa finansiering', 'total finansiering', 'finansiering totalt'],
  pooledFte: ['Delade årsarbetskrafter', 'årsarbetskrafter', 'delade åa', 'pooled_fte'],
  sharingOrganisations: ['Antal organisationer som delar', 'organisationer som delar', 'sharing_organisations'],
  receivingStructure: ['Mottagande struktur', 'mottagarstruktur', 'receiving_structure'],
  receivingActor: ['Mottagare', 'mottagande organisation', 'mottagande aktör', 'receiving_actor_id'],
  politicalAnchoring: ['Politisk förankring', 'förankring', 'political_anchoring'],
  stateAid: ['Statsstöd', 'statligt stöd', 'statsstödsregel', 'state_aid_route'],
  stateAidEur: ['Stöd till företag (euro)', 'stöd till företag (eur)', 'statsstöd (euro)', 'state_aid_amount_eur'],
  advance: ['Begärt förskott', 'förskott', 'advance_requested_sek'],
  smallestGrant: ['Minsta bidrag', 'minsta användbara bidrag', 'lägsta belopp', 'min_partial_grant_sek'],
  meanRating: ['Medelbetyg', 'snittbetyg', 'medel'],
  reviewerCount: ['Antal granskare', 'antal bedömare'],
  dependencies: ['Beroenden', 'beroende', 'kopplingar'],
  preparingActor: ['Beredande enhet', 'bereds av', 'handläggande enhet', 'preparing_actor_id'],
  note: ['Anmärkning', 'kommentar', 'notering', 'övriga upplysningar', 'note_sv'],
};

/** Columns without which a list of applications cannot be read. */
export const requiredColumns = ['applicationId', 'title', 'leadActor', 'totalCost', 'requested'] as const;

/** Columns that are checked or explained but never saved: they are computed from other data. */
export const derivedColumns: readonly SheetColumnId[] = [
  'requestedShare',
  'financingSum',
  'meanRating',
  'reviewerCount',
];

/** Columns that hold one source's money; 1:1 has columns of its own. */
export const sourceColumns = [
  'eruf',
  'esf',
  'interreg',
  'municipal',
  'region_own',
  'university',
  'state_agency',
  'private',
  'other_national',
] as const satisfies readonly Exclude<SourceType, 'state_1_1'>[];

/** The header of a column in the export, and the name it goes by in findings. */
export function columnTitle(id: SheetColumnId): string {
  const year = /^(cost|requested):(\d{4})$/u.exec(id);
  if (year) return `${year[1] === 'cost' ? 'Kostnad' : '1:1'} ${year[2]}`;
  return columnNames[id as (typeof sheetColumnIds)[number]][0];
}

/** True for every text that `columnTitle` and a remembered mapping may name. */
export function isSheetColumnId(text: string): text is SheetColumnId {
  return (sheetColumnIds as readonly string[]).includes(text) || /^(?:cost|requested):(?:19|20)\d{2}$/u.test(text);
}

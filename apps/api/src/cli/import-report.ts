import { intakeRemedies, sentence, type Language } from '@fordela/wording';
import type { CellFinding } from '../intake/intake.types';
import type { ImportPreview, PreviewRow } from '../intake/sheet/preview.types';

/** A finding as the command tells it: where, what stood there, how it was understood, what to do. */
export function said(finding: CellFinding, language: Language) {
  return {
    file: finding.file,
    row: finding.row,
    column: finding.column,
    letter: finding.columnLetter,
    severity: finding.severity,
    certainty: finding.certainty,
    read: finding.read,
    understoodAs: finding.understoodAs,
    says: sentence(finding.code, finding.params, language),
    todo: intakeRemedies[finding.code]?.[language] ?? null,
    code: finding.code,
  };
}

export type SaidFinding = ReturnType<typeof said>;

/** What a spreadsheet holds and, when it was saved, what that did. */
export interface SheetReport {
  readonly file: string;
  readonly call: string;
  readonly counts: ImportPreview['counts'];
  readonly findings: readonly SaidFinding[];
  readonly rows: readonly (Pick<PreviewRow, 'row' | 'title' | 'status' | 'effect'> & {
    readonly application: string | null;
    readonly findings: readonly SaidFinding[];
  })[];
  readonly saved: {
    readonly created: readonly string[];
    readonly updated: readonly string[];
    readonly unchanged: readonly string[];
  } | null;
}

/** What a folder of comma files holds, with what the rules of the money find in it. */
export interface FolderReport {
  readonly folder: string;
  readonly call: string;
  readonly applications: number;
  readonly leftOut: readonly string[];
  readonly findings: readonly SaidFinding[];
  readonly rules: readonly {
    readonly application: string | null;
    readonly rule: string;
    readonly severity: string;
    readonly says: string;
  }[];
  readonly saved: object | null;
}

const words = {
  counts: {
    sv: (c: SheetReport['counts']) =>
      `${c.ok} rader klara, ${c.needs_attention} att titta på, ${c.error} med fel, ${c.skipped} som inte är ansökningar.`,
    en: (c: SheetReport['counts']) =>
      `${c.ok} rows ready, ${c.needs_attention} to look at, ${c.error} with errors, ${c.skipped} that are no applications.`,
  },
  status: {
    sv: { ok: 'klar', needs_attention: 'titta på', error: 'fel', skipped: 'hoppas över' },
    en: { ok: 'ready', needs_attention: 'look at', error: 'error', skipped: 'skipped' },
  },
  row: { sv: 'Rad', en: 'Row' },
  understood: { sv: 'förstods som', en: 'understood as' },
  saved: {
    sv: (made: number, changed: number, same: number) =>
      `Sparat: ${made} nya, ${changed} ändrade, ${same} oförändrade.`,
    en: (made: number, changed: number, same: number) => `Saved: ${made} new, ${changed} changed, ${same} unchanged.`,
  },
  previewOnly: {
    sv: 'Inget är sparat. Lägg till --save för att spara de klara raderna, --all för att ta med dem att titta på.',
    en: 'Nothing is saved. Add --save to save the rows that are ready, --all to take those to look at too.',
  },
  folder: {
    sv: (count: number, call: string) => `${count} ansökningar i ${call}.`,
    en: (count: number, call: string) => `${count} applications in ${call}.`,
  },
  folderSaved: { sv: 'Sparat.', en: 'Saved.' },
};

/** The report as lines for people: a line per row that has something to say, a line per place below it. */
export function reportLines(report: SheetReport | FolderReport, language: Language): string[] {
  if ('folder' in report)
    return [
      words.folder[language](report.applications, report.call),
      ...report.findings.map((finding) => findingLine(finding, language)),
      ...report.rules.map((rule) => `  ${rule.application ?? ''} ${rule.severity}: ${rule.says} [${rule.rule}]`),
      report.saved ? words.folderSaved[language] : words.previewOnly[language],
    ];
  const { saved } = report;
  return [
    words.counts[language](report.counts),
    ...report.findings.map((finding) => findingLine(finding, language)),
    ...report.rows.flatMap((row) => {
      const heading = `${words.row[language]} ${row.row}  ${row.application ?? ''}  ${words.status[language][row.status]}`;
      return [
        `${heading.trimEnd()}  ${row.title ?? ''}`.trimEnd(),
        ...row.findings.map((finding) => findingLine(finding, language)),
      ];
    }),
    saved
      ? words.saved[language](saved.created.length, saved.updated.length, saved.unchanged.length)
      : words.previewOnly[language],
  ];
}

function findingLine(finding: SaidFinding, language: Language): string {
  const place = [finding.letter, finding.column].filter((part) => part !== null).join(' ');
  const stood =
    finding.read === null || finding.read === '' || finding.read === finding.column ? '' : `«${finding.read}»`;
  const understood = finding.understoodAs === null ? '' : `${words.understood[language]} ${finding.understoodAs}`;
  const reading = [stood, understood].filter((part) => part !== '').join(', ');
  const todo = finding.todo === null ? '' : ` ${finding.todo}`;
  return `    ${[place, reading].filter((part) => part !== '').join(': ')}${place || reading ? '. ' : ''}${finding.says}${todo}`;
}

import { refusal, type Refusal } from '../result';

export const reportKinds = ['progress', 'final'] as const;
/** Lägesrapport, slutrapport. */
export type ReportKind = (typeof reportKinds)[number];

export const projectStandings = ['on_track', 'late', 'closed'] as const;
/** What a report says of its project. */
export type ProjectStanding = (typeof projectStandings)[number];

/** A report a project owes, and what it said once it came. */
export interface ProjectReport {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: ReportKind;
  /** First and last day of the period it is about. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly dueDate: string;
  /** Null while it is awaited. */
  readonly submittedDate: string | null;
  readonly standing: ProjectStanding | null;
  readonly text: string | null;
  /** What has departed from the plan; null when nothing has. */
  readonly deviations: string | null;
}

/**
 * Why a report cannot be as it is written; `[]` when it can.
 *
 * Rule    A report that has come says how the project stands and something in words; one that has not says neither. A final report
 *         closes its project, and only a final report does.
 * Errors  `report-period-order`, `report-due-early`, `date-in-future`, `report-standing-missing`, `text-missing`,
 *         `report-not-submitted`, `report-standing-kind`.
 */
export function reportRefusals(report: Omit<ProjectReport, 'id'>, today: string): readonly Refusal[] {
  const { kind, periodFrom, periodTo, dueDate, submittedDate, standing, text } = report;
  const problems: Refusal[] = [];
  if (periodTo < periodFrom)
    problems.push(refusal('report-period-order', ['periodTo'], { from: periodFrom, to: periodTo }));
  if (dueDate < periodFrom) problems.push(refusal('report-due-early', ['dueDate'], { due: dueDate, from: periodFrom }));
  if (submittedDate === null) {
    for (const field of ['standing', 'text', 'deviations'] as const)
      if (report[field] !== null) problems.push(refusal('report-not-submitted', [field], { field }));
    return problems;
  }
  if (submittedDate > today)
    problems.push(refusal('date-in-future', ['submittedDate'], { date: submittedDate, today }));
  if (standing === null) problems.push(refusal('report-standing-missing', ['standing']));
  else if ((standing === 'closed') !== (kind === 'final'))
    problems.push(refusal('report-standing-kind', ['standing'], { kind, standing }));
  if (text === null || text.trim() === '') problems.push(refusal('text-missing', ['text'], { field: 'text' }));
  return problems;
}

export interface OverdueReport {
  readonly reportId: string;
  readonly applicationId: string;
  readonly dueDate: string;
  readonly daysLate: number;
}

/** Reports that should have come before a day and have not, the latest first; ties by case id and report. */
export function overdueReports(reports: readonly ProjectReport[], asOf: string): readonly OverdueReport[] {
  return reports
    .filter((report) => report.dueDate < asOf && (report.submittedDate === null || report.submittedDate > asOf))
    .map(({ id, applicationId, dueDate }) => ({
      reportId: id,
      applicationId,
      dueDate,
      daysLate: Math.round((Date.parse(asOf) - Date.parse(dueDate)) / 86_400_000),
    }))
    .sort(
      (a, b) => b.daysLate - a.daysLate || compare(a.applicationId, b.applicationId) || compare(a.reportId, b.reportId),
    );
}

/** How a project stands on a day: what its last report that had come by then says; null when none had. */
export function standingOn(reports: readonly ProjectReport[], asOf: string): ProjectReport | null {
  const came = reports.filter(({ submittedDate }) => submittedDate !== null && submittedDate <= asOf);
  return came.reduce<ProjectReport | null>(
    (last, report) => (last === null || isLater(report, last) ? report : last),
    null,
  );
}

/** By the period it is about, then the day it came: a report handed in late about an early period is not the news. */
const isLater = (a: ProjectReport, b: ProjectReport) =>
  (compare(a.periodTo, b.periodTo) || compare(a.submittedDate ?? '', b.submittedDate ?? '') || compare(a.id, b.id)) > 0;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

import { followUpTexts } from '@fordela/wording';
import type { FollowedProject, Followed, FollowUpAnswer, Report } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty } from '../../ui/states';
import { ReportForm } from './report-form';

/** What the projects have reported or should have: those that are late first, then the latest period first. */
export function Reports({
  projects,
  followed,
  overdue,
  asOf,
}: {
  readonly projects: readonly FollowedProject[];
  readonly followed: Followed;
  readonly overdue: FollowUpAnswer['overdue'];
  readonly asOf: string;
}) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const titles = new Map(projects.map(({ applicationId, title }) => [applicationId, title]));
  const daysLate = new Map(overdue.map((item) => [item.reportId, item.daysLate]));
  const reports = followed.projects
    .filter(({ id }) => titles.has(id))
    .flatMap((project) => project.reports)
    .sort(
      (a, b) =>
        (daysLate.get(b.id) ?? -1) - (daysLate.get(a.id) ?? -1) ||
        (a.periodTo < b.periodTo ? 1 : a.periodTo > b.periodTo ? -1 : a.id < b.id ? -1 : 1),
    );
  return (
    <section className="card" id="reports" aria-labelledby="reports-heading">
      <h2 id="reports-heading">{say.reportTitle}</h2>
      <p className="soft">{say.reportHelp}</p>
      {reports.length === 0 ? (
        <Empty>{say.noReports}</Empty>
      ) : (
        <ScrollBox label={say.reportTitle}>
          <table>
            <caption>{say.reportTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{say.project}</th>
                <th scope="col">{say.standing}</th>
                <th scope="col">{say.due}</th>
                <th scope="col">{say.period}</th>
                <th scope="col">{say.whatItSays}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <ReportRow
                  key={report.id}
                  report={report}
                  title={titles.get(report.applicationId) ?? report.applicationId}
                  daysLate={daysLate.get(report.id)}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <details>
        <summary>{say.reportForm}</summary>
        <ReportForm followed={followed} reports={reports} today={asOf} />
      </details>
    </section>
  );
}

function ReportRow({
  report,
  title,
  daysLate,
}: {
  readonly report: Report;
  readonly title: string;
  readonly daysLate: number | undefined;
}) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  return (
    <tr>
      <th scope="row">
        {title}{' '}
        <span className="id">
          {report.applicationId}, {say.reportKinds[report.kind]}
        </span>
      </th>
      <td>
        {daysLate !== undefined ? (
          <span className="badge error">{say.daysLate(daysLate)}</span>
        ) : report.standing ? (
          say.standings[report.standing]
        ) : (
          say.awaited
        )}
      </td>
      <td className="day">
        {report.dueDate}
        {report.submittedDate && (
          <>
            <br />
            <span className="soft">
              {say.came} {report.submittedDate}
            </span>
          </>
        )}
      </td>
      <td className="day">
        {report.periodFrom} – {report.periodTo}
      </td>
      <td className="wide">
        <span lang="sv">{report.text}</span>
        {report.deviations && (
          <>
            {' '}
            <strong>{say.deviations}:</strong> <span lang="sv">{report.deviations}</span>
          </>
        )}
      </td>
    </tr>
  );
}

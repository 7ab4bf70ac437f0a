import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import type { FollowUp } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

const badges = { on_track: 'ok', late: 'warning', closed: 'info' } as const;

/** The projects by what their last report says. */
export function Standings({ followUp }: { readonly followUp: FollowUp }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const [isOnlyFollowed, setIsOnlyFollowed] = useState(true);
  const { counts, projects } = followUp;
  const shown = projects.filter(
    ({ standing, attainments, overdueReports }) =>
      !isOnlyFollowed || standing !== null || attainments.length > 0 || overdueReports > 0,
  );
  const figures: readonly (readonly [string, string | number])[] = [
    [say.onTrack, counts.onTrack],
    [say.late, counts.late],
    [say.closed, counts.closed],
    [say.withoutReport, counts.withoutReport],
    [say.overdue, counts.overdueReports],
    [say.reached, say.reachedOf(counts.reached, counts.indicators)],
    [say.withoutIndicator, counts.withoutIndicator],
  ];
  return (
    <section className="card" id="standings" aria-labelledby="standings-heading">
      <h2 id="standings-heading">{say.standingTitle}</h2>
      <dl className="figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={isOnlyFollowed} onChange={(event) => setIsOnlyFollowed(event.target.checked)} />{' '}
        {say.onlyFollowed}
      </label>
      <p role="status" aria-label={say.standingTitle} className="soft">
        {say.projectsShown(shown.length, projects.length)}
      </p>
      {shown.length > 0 && (
        <ScrollBox label={say.standingTitle}>
          <table>
            <caption>{say.standingTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{say.project}</th>
                <th scope="col">{say.standing}</th>
                <th scope="col" className="number">
                  {say.indicators}
                </th>
                <th scope="col" className="number">
                  {say.overdue}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ applicationId, title, standing, attainments, overdueReports }) => (
                <tr key={applicationId}>
                  <th scope="row">
                    {title} <span className="id">{applicationId}</span>
                  </th>
                  <td>
                    {standing === null ? (
                      <span className="soft">{say.noReport}</span>
                    ) : (
                      <span className={`badge ${badges[standing]}`}>{say.standings[standing]}</span>
                    )}
                  </td>
                  <td className="number">{attainments.length}</td>
                  <td className="number">{overdueReports}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

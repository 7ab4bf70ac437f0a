import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import type { Followed, ResultsAtRisk } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { HandoverForm } from './handover-form';

/** Results that may end when the project does, with every reason; what nobody has said stands apart. */
export function Risks({ atRisk, followed }: { readonly atRisk: ResultsAtRisk; readonly followed: Followed }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const [isWithUnknown, setIsWithUnknown] = useState(false);
  const titles = new Map(followed.projects.map(({ id, title }) => [id, title]));
  const shown = atRisk.results.filter((result) => result.isAtRisk || isWithUnknown);
  return (
    <section className="card" id="risks" aria-labelledby="risks-heading">
      <h2 id="risks-heading">{say.riskTitle}</h2>
      <p>
        <strong>{say.riskAnswer(atRisk.atRisk, atRisk.projects)}</strong>
      </p>
      <p className="soft">{say.riskHelp}</p>
      <label className="check">
        <input type="checkbox" checked={isWithUnknown} onChange={(event) => setIsWithUnknown(event.target.checked)} />{' '}
        {say.showUnknown}
      </label>
      {shown.length > 0 && (
        <ScrollBox label={say.riskTitle}>
          <table>
            <caption>{say.riskTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{say.project}</th>
                <th scope="col">{say.riskReasons}</th>
                <th scope="col">{say.notKnown}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ applicationId, reasons }) => (
                <tr key={applicationId}>
                  <th scope="row">
                    {titles.get(applicationId) ?? applicationId} <span className="id">{applicationId}</span>
                  </th>
                  {(['risk', 'unknown'] as const).map((level) => (
                    <td key={level} className={level === 'unknown' ? 'wide soft' : 'wide'}>
                      <ul className="plain">
                        {reasons
                          .filter((reason) => reason.level === level)
                          .map((reason) => (
                            <li key={reason.code}>{language === 'sv' ? reason.messageSv : reason.messageEn}</li>
                          ))}
                      </ul>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <details>
        <summary>{say.handoverForm}</summary>
        <HandoverForm followed={followed} first={shown[0]?.applicationId} />
      </details>
    </section>
  );
}

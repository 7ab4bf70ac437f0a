import { useState } from 'react';
import { useExplanations } from '../../data/explanations';
import type { Attribution, Objective } from '../../data/split-choice';
import { useSpeech } from '../../ui/language';
import { OwnProjectMark } from '../../ui/own-project-mark';
import { ScrollBox } from '../../ui/scroll-box';
import { Failure, Loading } from '../../ui/states';

interface Props {
  readonly callId: string;
  readonly share: number;
  readonly objective: Objective;
  readonly attribution: Attribution;
}

/** Why each application is in or not at this split, worked out when the reader opens it. */
export function Explanations({ callId, share, objective, attribution }: Props) {
  const { texts, language } = useSpeech();
  const [open, setOpen] = useState(false);
  const reasons = useExplanations(callId, objective, attribution, share, language, open);
  return (
    <section className="card">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.reasonsTitle}</summary>
        <p className="soft">{texts.reasonsIntro}</p>
        {open && reasons.isPending && <Loading text={texts.computing} />}
        {reasons.isError && <Failure error={reasons.error} retry={() => void reasons.refetch()} />}
        {reasons.data && (
          <ScrollBox label={texts.reasonsTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.application}</th>
                  <th scope="col">{texts.outcome}</th>
                  <th scope="col">{texts.reason}</th>
                </tr>
              </thead>
              <tbody>
                {reasons.data.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      {row.title} <span className="id">{row.id}</span>
                      <OwnProjectMark isOwn={row.isRegionOwn} />
                    </th>
                    <td>
                      <span className={`badge ${row.fate === 'funded' ? 'ok' : 'info'}`}>{texts.fates[row.fate]}</span>
                    </td>
                    <td>
                      {row.sentence}
                      {row.more.length > 0 && (
                        <ul className="plain soft">
                          {row.more.map((sentence) => (
                            <li key={sentence}>{sentence}</li>
                          ))}
                        </ul>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </details>
    </section>
  );
}

import { useState } from 'react';
import { ContributionBar } from '@fordela/charts';
import { useSpeech } from '../../ui/language';
import { OwnProjectMark } from '../../ui/own-project-mark';
import { GatePanel } from './gate-panel';
import { GrantPanel } from './grant-panel';
import type { RankedApplication } from './ranked-applications';

interface Props {
  readonly row: RankedApplication;
  readonly criteria: readonly { readonly id: string; readonly name: string }[];
  readonly weights: readonly number[];
}

/** One application: rank, score and findings in a line; the criteria, the ratings behind them and every sentence below it. */
export function ApplicationRow({ row, criteria, weights }: Props) {
  const { texts, sek, number } = useSpeech();
  const [open, setOpen] = useState(false);
  const { application, score, contributions, rank } = row;
  const largest = contributions.reduce(
    (best, amount, index) => (amount > (contributions[best] ?? 0) ? index : best),
    0,
  );
  const errors = application.findings.filter((finding) => finding.severity === 'error').length;
  const others = application.findings.length - errors;
  const detailsId = `details-${application.id}`;
  return (
    <>
      <tr>
        <td className="number">{rank ?? '–'}</td>
        <th scope="row">
          {application.title}
          <br />
          <span className="id soft">
            {application.id}, {application.leadPartner}
          </span>
          <OwnProjectMark isOwn={application.ownerGroup === 'region_own'} preparedBy={application.preparedBy} />
          <br />
          <button
            type="button"
            className="quiet"
            aria-expanded={open}
            aria-controls={detailsId}
            onClick={() => setOpen(!open)}
          >
            {open ? texts.hide : texts.show}
            <span className="visually-hidden"> {texts.details(application.title)}</span>
          </button>
        </th>
        <td>{texts[application.ownerGroup]}</td>
        <td className="number">{sek(application.requestedSek)}</td>
        <td className="number">{score === null ? '–' : number(score, 3)}</td>
        <td>
          {score !== null && (
            <ContributionBar
              contributions={criteria.map((criterion, index) => ({
                id: criterion.id,
                label: `${criterion.name}: ${number(contributions[index] ?? 0, 3)}`,
                amount: contributions[index] ?? 0,
              }))}
              full={1}
              width={120}
              height={18}
              description={texts.scoreDescription(application.title, number(score, 3), criteria[largest]?.name ?? '')}
            />
          )}
        </td>
        <td>
          {errors > 0 && <span className="badge error">{`${errors} ✕`}</span>}{' '}
          {others > 0 && <span className="badge warning">{`${others} !`}</span>}
          {application.findings.length === 0 && <span className="soft">{texts.noFindings}</span>}
        </td>
      </tr>
      {open && (
        <tr id={detailsId}>
          <td colSpan={7}>
            <div className="row-details">
              <p>{application.summary}</p>
              <GatePanel applicationId={application.id} />
              <GrantPanel applicationId={application.id} />
              <ul className="plain">
                {application.missingRatings > 0 && <li>{texts.missingRatings(application.missingRatings)}</li>}
                {application.excludedRatings > 0 && <li>{texts.excludedRatings(application.excludedRatings)}</li>}
              </ul>
              <table>
                <caption>{texts.contributions}</caption>
                <thead>
                  <tr>
                    <th scope="col">{texts.criterion}</th>
                    <th scope="col" className="number">
                      {texts.weight}
                    </th>
                    <th scope="col" className="number">
                      {texts.meanRating}
                    </th>
                    <th scope="col" className="number">
                      {texts.value}
                    </th>
                    <th scope="col" className="number">
                      {texts.contribution}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {criteria.map((criterion, index) => (
                    <tr key={criterion.id}>
                      <th scope="row">{criterion.name}</th>
                      <td className="number">{number((weights[index] ?? 0) * 100, 1)} %</td>
                      <td className="number">{cell(application.meanRatings[index], (value) => number(value))}</td>
                      <td className="number">{cell(application.values[index], (value) => number(value, 3))}</td>
                      <td className="number">{number(contributions[index] ?? 0, 3)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

const cell = (value: number | null | undefined, write: (value: number) => string) =>
  value == null ? '–' : write(value);

import { useState } from 'react';
import { useCall } from '../../data/call';
import { useEnvelope, type EnvelopeYear } from '../../data/envelope';
import { useScenarios } from '../../data/scenarios';
import type { EnvelopeProfile } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty, Failure, Loading } from '../../ui/states';
import { OwnerShares } from './owner-shares';

const profiles: readonly EnvelopeProfile[] = ['as_decided', 'even', 'by_phase', 'lagged'];

/** Does the money suffice, year by year: payments against the frame, and what is promised against the authorisation. */
export function EnvelopePage() {
  const { texts, sek } = useSpeech();
  const call = useCall();
  const scenarios = useScenarios(call.data?.id);
  const [scenarioId, setScenarioId] = useState('');
  const [profile, setProfile] = useState<EnvelopeProfile>('as_decided');
  const envelope = useEnvelope(call.data?.id, scenarioId === '' ? null : scenarioId, profile);
  const years = envelope.data ?? [];
  const free = years.reduce((sum, year) => sum + year.payments.freeSek, 0);
  const short = years.filter((year) => year.payments.freeSek < 0);
  return (
    <Page title={texts.envelopeTitle} intro={texts.envelopeIntro}>
      <section className="card row">
        <label>
          {texts.envelopeBasis}
          <br />
          <select value={scenarioId} onChange={(event) => setScenarioId(event.target.value)}>
            <option value="">{texts.envelopeDecided}</option>
            {(scenarios.data ?? []).map((scenario) => (
              <option key={scenario.id} value={scenario.id}>
                {`${texts.scenario}: ${scenario.name}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.envelopeProfile}
          <br />
          <select value={profile} onChange={(event) => setProfile(event.target.value as EnvelopeProfile)}>
            {profiles.map((name) => (
              <option key={name} value={name}>
                {texts.envelopeProfiles[name]}
              </option>
            ))}
          </select>
        </label>
      </section>
      {envelope.isPending && <Loading />}
      {envelope.isError && <Failure error={envelope.error} retry={() => void envelope.refetch()} />}
      {envelope.data && years.length === 0 && <Empty>{texts.nothingHere}</Empty>}
      {years.length > 0 && (
        <>
          <p role="status" aria-label={texts.envelopeTitle}>
            {short.length === 0
              ? texts.envelopeSuffices(sek(free))
              : texts.envelopeShort(short.map(({ year }) => String(year)).join(', '))}
          </p>
          <Payments years={years} />
          <Commitments years={years} />
        </>
      )}
      <OwnerShares />
    </Page>
  );
}

function Payments({ years }: { readonly years: readonly EnvelopeYear[] }) {
  const { texts, sek } = useSpeech();
  const columns = ['limitSek', 'earlierSek', 'decidedSek', 'reservedSek', 'freeSek'] as const;
  return (
    <section className="card">
      <ScrollBox label={texts.envelopePayments}>
        <table>
          <caption>{texts.envelopePayments}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.year}</th>
              {columns.map((name) => (
                <th key={name} scope="col" className="number">
                  {texts.envelopeColumns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, payments }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {columns.map((name) => (
                  <td key={name} className="number">
                    {sek(payments[name])}
                    {name === 'freeSek' && payments[name] < 0 && (
                      <span className="badge error">{texts.envelopeOver}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="soft">{texts.envelopeBalances}</p>
    </section>
  );
}

function Commitments({ years }: { readonly years: readonly EnvelopeYear[] }) {
  const { texts, sek } = useSpeech();
  return (
    <section className="card">
      <ScrollBox label={texts.envelopeCommitments}>
        <table>
          <caption>{texts.envelopeCommitments}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.year}</th>
              {(['earlierSek', 'decidedSek', 'reservedSek'] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {texts.envelopeColumns[name]}
                </th>
              ))}
              <th scope="col" className="number">
                {texts.authorisation}
              </th>
              <th scope="col" className="number">
                {texts.envelopeColumns.freeSek}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, outstanding, commitments }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{sek(outstanding.earlierSek)}</td>
                <td className="number">{sek(outstanding.decidedSek)}</td>
                <td className="number">{sek(outstanding.reservedSek)}</td>
                <td className="number">{commitments ? sek(commitments.limitSek) : texts.notStated}</td>
                <td className="number">{commitments ? sek(commitments.freeSek) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

import { useMemo, useState } from 'react';
import { useCall } from '../../data/call';
import { useScoredApplications, type ScoredApplication } from '../../data/scored-applications';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Page } from '../../ui/page';
import { Empty, Failure, Loading } from '../../ui/states';
import { ApplicationRow } from './application-row';
import { rankedApplications } from './ranked-applications';
import { RankingTrust } from './ranking-trust';
import { WeightsPanel } from './weights-panel';

/** What has come in, what each is worth by the criteria, and how the order moves when the weights do. */
export function ApplicationsPage() {
  const { texts, language, sekShort, number } = useSpeech();
  const call = useCall();
  const scored = useScoredApplications(call.data?.id, language);
  const requested = (scored.data ?? []).reduce((sum, application) => sum + application.requestedSek, 0);
  const available = call.data?.availableSek ?? 0;
  return (
    <Page
      title={texts.applicationsTitle}
      intro={
        scored.data &&
        texts.applicationsAnswer(
          scored.data.length,
          sekShort(requested),
          sekShort(available),
          number(available > 0 ? requested / available : 0),
        )
      }
    >
      {(call.isPending || (call.data && scored.isPending)) && <Loading />}
      {call.isError && <Failure error={call.error} retry={() => void call.refetch()} />}
      {call.data === null && <Empty>{texts.nothingHere}</Empty>}
      {scored.isError && <Failure error={scored.error} retry={() => void scored.refetch()} />}
      {scored.data && call.data && (
        <>
          <Ranking
            applications={scored.data}
            criteria={call.data.criteria.map((criterion) => ({
              id: criterion.id,
              name: language === 'sv' ? criterion.nameSv : criterion.nameEn,
              decidedWeight: criterion.weight,
            }))}
          />
          <RankingTrust callId={call.data.id} />
        </>
      )}
    </Page>
  );
}

interface RankingProps {
  readonly applications: readonly ScoredApplication[];
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly decidedWeight: number }[];
}

function Ranking({ applications, criteria }: RankingProps) {
  const { texts } = useSpeech();
  const [weights, setWeights] = useState<readonly number[]>(() => criteria.map((criterion) => criterion.decidedWeight));
  const [announcement, setAnnouncement] = useState('');
  const [ownerGroup, setOwnerGroup] = useState('');
  const [search, setSearch] = useState('');
  const ranked = useMemo(() => rankedApplications(applications, weights), [applications, weights]);
  const needle = search.trim().toLocaleLowerCase('sv');
  const shown = ranked.filter(
    ({ application }) =>
      (ownerGroup === '' || application.ownerGroup === ownerGroup) &&
      (needle === '' ||
        `${application.id} ${application.title} ${application.summary} ${application.leadPartner}`
          .toLocaleLowerCase('sv')
          .includes(needle)),
  );
  return (
    <div className="columns side">
      <section className="card" aria-labelledby="applications-heading">
        <h2 id="applications-heading">{texts.applications}</h2>
        <div className="row field">
          <label>
            {texts.ownerGroup}
            <br />
            <select value={ownerGroup} onChange={(event) => setOwnerGroup(event.target.value)}>
              <option value="">{texts.allOwnerGroups}</option>
              {(['region_own', 'municipal', 'other'] as const).map((group) => (
                <option key={group} value={group}>
                  {texts[group]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {texts.search}
            <br />
            <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
          </label>
        </div>
        <ScrollBox label={texts.applications}>
          <table className="ranking">
            <caption>{`${texts.applications}: ${shown.length}`}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {texts.rank}
                </th>
                <th scope="col">{texts.application}</th>
                <th scope="col">{texts.ownerGroup}</th>
                <th scope="col" className="number">
                  {texts.requested}
                </th>
                <th scope="col" className="number">
                  {texts.score}
                </th>
                <th scope="col">{texts.contributions}</th>
                <th scope="col">{texts.findings}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <ApplicationRow key={row.application.id} row={row} criteria={criteria} weights={weights} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
      <div className="sticky" role="region" aria-label={texts.weights} tabIndex={0}>
        <WeightsPanel
          criteria={criteria}
          weights={weights}
          onChange={setWeights}
          onSettled={() => setAnnouncement(texts.newOrder(ranked[0]?.application.title ?? ''))}
        />
        <p role="status" aria-label={texts.rank} className="soft">
          {announcement}
        </p>
      </div>
    </div>
  );
}

import { ownerGroupColours, ShareOfWay } from '@fordela/charts';
import { Link } from '@tanstack/react-router';
import { overviewTexts } from '@fordela/wording';
import { useOwnerShares } from '../../data/envelope';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty, Failure, Loading } from '../../ui/states';

/** How much the region keeps itself, year by year: the same numbers as the screen Ramen. */
export function OwnShareCard() {
  const { texts, language, share, sekShort } = useSpeech();
  const say = overviewTexts[language];
  const shares = useOwnerShares('partner_budget');
  const years = (shares.data ?? []).map(({ year, totalSek, groups }) => ({
    year,
    totalSek,
    own: groups.find(({ ownerGroup }) => ownerGroup === 'region_own'),
  }));
  const last = years.at(-1);
  return (
    <section className="card" aria-labelledby="own-heading">
      <h2 id="own-heading">{say.ownTitle}</h2>
      {shares.isPending && <Loading />}
      {shares.isError && <Failure error={shares.error} retry={() => void shares.refetch()} />}
      {shares.data?.length === 0 && <Empty>{texts.nothingHere}</Empty>}
      {last?.own && (
        <>
          <p>
            <strong>{say.ownAnswer(share(last.own.share), last.year)}</strong>
          </p>
          <ScrollBox label={say.ownTitle}>
            <table>
              <caption className="visually-hidden">{say.ownTitle}</caption>
              <thead>
                <tr>
                  <th scope="col">{texts.year}</th>
                  <th scope="col" className="number">
                    {say.share}
                  </th>
                  <th scope="col" aria-hidden="true" />
                  <th scope="col" className="number">
                    {say.amount}
                  </th>
                </tr>
              </thead>
              <tbody>
                {years.map(({ year, own }) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td className="number">{own ? share(own.share) : '–'}</td>
                    <td aria-hidden="true">
                      {own && (
                        <ShareOfWay
                          share={own.share}
                          width={120}
                          colour={ownerGroupColours.region_own}
                          description=""
                        />
                      )}
                    </td>
                    <td className="number">{own ? sekShort(own.amountSek) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className="soft">{say.ownHelp}</p>
          <p>
            <Link to="/ramen" search={(before) => (before.lang ? { lang: before.lang } : {})} hash="shares-heading">
              {say.openOwn}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

import { ownerGroupColours, ShareBar } from '@fordela/charts';
import { useState } from 'react';
import { useOwnerShares, type OwnerShareYear } from '../../data/envelope';
import type { OwnerAttribution } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty, Failure, Loading } from '../../ui/states';

const attributions = ['partner_budget', 'lead_partner'] as const;

/** How much the region keeps itself, year by year, and how thin the money is spread. */
export function OwnerShares() {
  const { texts } = useSpeech();
  const [attribution, setAttribution] = useState<OwnerAttribution>('partner_budget');
  const shares = useOwnerShares(attribution);
  return (
    <section className="card" aria-labelledby="shares-heading">
      <h2 id="shares-heading">{texts.ownerSharesTitle}</h2>
      <p className="soft">{texts.ownerSharesIntro}</p>
      <label>
        {texts.attribution}
        <br />
        <select value={attribution} onChange={(event) => setAttribution(event.target.value as OwnerAttribution)}>
          {attributions.map((name) => (
            <option key={name} value={name}>
              {texts[name]}
            </option>
          ))}
        </select>
      </label>
      {shares.isPending && <Loading />}
      {shares.isError && <Failure error={shares.error} retry={() => void shares.refetch()} />}
      {shares.data?.length === 0 && <Empty>{texts.nothingHere}</Empty>}
      {shares.data && shares.data.length > 0 && <Years years={shares.data} />}
    </section>
  );
}

function Years({ years }: { readonly years: readonly OwnerShareYear[] }) {
  const { texts, sek, share } = useSpeech();
  return (
    <ScrollBox label={texts.ownerSharesTitle}>
      <table>
        <caption>{texts.ownerSharesTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.year}</th>
            {(['region_own', 'municipal', 'other'] as const).map((group) => (
              <th key={group} scope="col" className="number">
                {texts[group]}
              </th>
            ))}
            <th scope="col" />
            <th scope="col" className="number">
              {texts.grants}
            </th>
            <th scope="col" className="number">
              {texts.medianGrant}
            </th>
            <th scope="col" className="number">
              {texts.topFive}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              {year.groups.map((group) => (
                <td key={group.ownerGroup} className="number">
                  {share(group.share)}
                  <br />
                  <span className="soft">{sek(group.amountSek)}</span>
                </td>
              ))}
              <td>
                <ShareBar
                  shares={year.groups.map((group) => ({
                    id: group.ownerGroup,
                    label: texts[group.ownerGroup],
                    amount: group.amountSek,
                    colour: ownerGroupColours[group.ownerGroup],
                  }))}
                  width={120}
                  height={16}
                  formatShare={share}
                  description={year.groups
                    .map((group) => `${texts[group.ownerGroup]} ${share(group.share)}`)
                    .join(', ')}
                />
              </td>
              <td className="number">{year.grants}</td>
              <td className="number">{year.medianSek === null ? '–' : sek(year.medianSek)}</td>
              <td className="number">{year.topFiveShare === null ? '–' : share(year.topFiveShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

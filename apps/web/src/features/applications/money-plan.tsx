import type { GrantHistory } from '../../data/grant';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

const columns = ['costSek', 'securedSek', 'appliedSek', 'intendedSek', 'withoutSourceSek', 'surplusSek'] as const;

/** Where a project's money shall come from, year by year; what exceeds the cost only where something does. */
export function MoneyPlan({ plan }: { readonly plan: GrantHistory['moneyPlan'] }) {
  const { texts, sek } = useSpeech();
  const rows = [
    ...plan.years.map((year) => ({ label: String(year.year), sums: year })),
    { label: texts.total, sums: plan.total },
  ];
  const shown = columns.filter((name) => name !== 'surplusSek' || rows.some(({ sums }) => sums.surplusSek > 0));
  return (
    <ScrollBox label={texts.moneyPlan}>
      <table>
        <caption>{texts.moneyPlan}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.year}</th>
            {shown.map((name) => (
              <th key={name} scope="col" className="number">
                {texts.moneyColumns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, sums }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {shown.map((name) => (
                <td key={name} className="number">
                  {sek(sums[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

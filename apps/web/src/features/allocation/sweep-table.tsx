import type { SplitSweep } from '../../data/split-sweep';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

/** Every split as a table: what the curve shows, for those who would rather read figures. */
export function SweepTable({ sweep }: { readonly sweep: SplitSweep }) {
  const { texts, sek, number, share: percent } = useSpeech();
  return (
    <ScrollBox label={texts.asTable}>
      <table>
        <caption>{texts.frontierTitle}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {texts.regionShare}
            </th>
            <th scope="col" className="number">
              {texts.yValue}
            </th>
            <th scope="col" className="number">
              {texts.projects}
            </th>
            {(['region_own', 'municipal', 'other'] as const).map((group) => (
              <th key={group} scope="col" className="number">
                {texts[group]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sweep.points.map((point) => (
            <tr key={point.share}>
              <th scope="row" className="number">
                {percent(point.share / 100)}
              </th>
              <td className="number">{point.value === null ? '–' : number(point.value)}</td>
              <td className="number">{point.selected.length}</td>
              {(['region_own', 'municipal', 'other'] as const).map((group) => (
                <td key={group} className="number">
                  {sek(point.moneyByOwnerGroup[group])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

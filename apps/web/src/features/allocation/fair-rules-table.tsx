import type { FairRow } from '../../data/fair-rules';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

const groups = ['region_own', 'municipal', 'other'] as const;

interface Props {
  readonly rows: readonly FairRow[];
}

/** What each rule funds, costs and leaves, one rule a row. */
export function FairRulesTable({ rows }: Props) {
  const { texts, sekShort, number, share } = useSpeech();
  const against = ({ isOptimum, lostShare }: FairRow) => {
    if (isOptimum || lostShare === null) return '';
    if (Math.abs(lostShare) < 5e-5) return texts.sameAsOptimum;
    return lostShare < 0 ? `+${share(-lostShare)}` : share(-lostShare);
  };
  return (
    <ScrollBox label={texts.fairTable}>
      <table className="wrap">
        <caption>{texts.fairTable}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.rule}</th>
            <th scope="col" className="number">
              {texts.yValue}
            </th>
            <th scope="col" className="number">
              {texts.lostAgainstOptimum}
            </th>
            <th scope="col" className="number">
              {texts.grantCount}
            </th>
            <th scope="col" className="number">
              {texts.moneyUsed}
            </th>
            {groups.map((group) => (
              <th key={group} scope="col" className="number">
                {texts[group]}
              </th>
            ))}
            <th scope="col" className="number">
              {texts.giniMunicipalities}
            </th>
            <th scope="col" className="number">
              {texts.emptyHanded}
            </th>
            <th scope="col">{texts.replaced}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rule}>
              <th scope="row">{row.name}</th>
              <td className="number">{number(row.value)}</td>
              <td className="number">{against(row)}</td>
              <td className="number">{row.grants}</td>
              <td className="number">{sekShort(row.grantedSek)}</td>
              {groups.map((group) => (
                <td key={group} className="number">
                  {sekShort(row.byOwnerGroup[group])}
                </td>
              ))}
              <td className="number">{row.gini === null ? '–' : number(row.gini)}</td>
              <td className="number">{row.emptyHanded === null ? '–' : share(row.emptyHanded)}</td>
              <td>{row.isOptimum ? '' : texts.inAndOut(row.entering.length, row.leaving.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What each municipality gets under each rule. */
export function MunicipalityMoneyTable({ rows }: Props) {
  const { texts, sekShort } = useSpeech();
  const municipalities = rows[0]?.municipalities ?? [];
  const amountIn = (row: FairRow, code: string) => row.municipalities.find((own) => own.code === code)?.amountSek ?? 0;
  return (
    <ScrollBox label={texts.fairByMunicipality}>
      <table className="wrap">
        <caption>{texts.fairByMunicipality}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.municipality}</th>
            {rows.map((row) => (
              <th key={row.rule} scope="col" className="number">
                {row.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {municipalities.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {rows.map((row) => (
                <td key={row.rule} className="number">
                  {sekShort(amountIn(row, code))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

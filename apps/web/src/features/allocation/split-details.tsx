import { ownerGroupColours, ShareBar } from '@fordela/charts';
import type { SplitPoint, SplitSweep } from '../../data/split-sweep';
import { ChangeList } from '../../ui/change-list';
import { useSpeech } from '../../ui/language';
import { OwnProjectMark } from '../../ui/own-project-mark';

/** One split: its money, its proof, who comes in and who falls away against the free optimum. */
export function SplitDetails({
  point,
  sweep,
  width,
}: {
  readonly point: SplitPoint;
  readonly sweep: SplitSweep;
  readonly width: number;
}) {
  const { texts, sek, number, share: percent } = useSpeech();
  const groups = (['region_own', 'municipal', 'other'] as const).map((group) => ({
    id: group,
    label: texts[group],
    amount: point.moneyByOwnerGroup[group],
    colour: ownerGroupColours[group],
  }));
  const used = groups.reduce((sum, group) => sum + group.amount, 0);
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{texts.projects}</dt>
          <dd>{point.selected.length}</dd>
        </div>
        <div>
          <dt>{texts.moneyUsed}</dt>
          <dd>{sek(used)}</dd>
        </div>
        <div>
          <dt>{texts.moneyUnused}</dt>
          <dd>{sek(point.unusedSek)}</dd>
        </div>
        <div>
          <dt>{texts.priceOfSplit}</dt>
          <dd>{number(Math.max(0, sweep.freeOptimum.value - (point.value ?? 0)))}</dd>
        </div>
      </dl>
      <p>
        <span className={`badge ${point.proven ? 'ok' : 'warning'}`}>
          {point.proven ? texts.proven : texts.notProven(percent(point.gap))}
        </span>{' '}
        <span className="badge info">{texts.proposal}</span>
      </p>
      <h3>{texts.moneyByOwner}</h3>
      <ShareBar
        shares={groups}
        width={width}
        height={34}
        formatShare={percent}
        description={groups.map((group) => `${group.label} ${sek(group.amount)}`).join(', ')}
      />
      <ul className="plain row">
        {groups.map((group) => (
          <li key={group.id}>
            <span
              className="swatch"
              style={{ background: group.colour, display: 'inline-block', width: 12, height: 12 }}
              aria-hidden="true"
            />{' '}
            {group.label}: {sek(group.amount)}
          </li>
        ))}
      </ul>
      <h3>{texts.againstFree}</h3>
      <div className="columns two">
        <ChangeList heading={texts.enters} direction="in" items={point.entering} />
        <ChangeList heading={texts.leaves} direction="out" items={point.leaving} />
      </div>
      <details>
        <summary>
          {texts.projects} ({point.selected.length})
        </summary>
        <ul className="plain">
          {point.selected.map((item) => (
            <li key={item.id}>
              {item.title} <span className="soft">{`${item.id}, ${sek(item.grantedSek)}`}</span>
              <OwnProjectMark isOwn={item.isRegionOwn} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { Frontier, ownerGroupColours, ShareBar } from '@fordela/charts';
import { useCall } from '../../data/call';
import { useSplitSweep, type SplitPoint, type SplitSweep } from '../../data/split-sweep';
import { ChangeList } from '../../ui/change-list';
import { useSpeech } from '../../ui/language';
import { OwnProjectMark } from '../../ui/own-project-mark';
import { ScrollBox } from '../../ui/scroll-box';
import { Page } from '../../ui/page';
import { PercentSlider } from '../../ui/slider';
import { Failure, Loading } from '../../ui/states';
import { useWidth } from '../../ui/use-width';
import { Explanations } from './explanations';
import { SaveScenario } from './save-scenario';

const objectives = ['sum_of_value', 'value_times_money'] as const;
const attributions = ['partner_budget', 'lead_partner'] as const;

/** The split slider: the proven best allocation at every share for the region's own projects, and what each share costs. */
export function AllocationPage() {
  const { texts, language } = useSpeech();
  const call = useCall();
  const search = useSearch({ from: '/fordelning' });
  const navigate = useNavigate({ from: '/fordelning' });
  const objective = search.mal ?? 'sum_of_value';
  const attribution = search.rakna ?? 'partner_budget';
  const sweep = useSplitSweep(call.data?.id, objective, attribution, language);
  const share = search.andel ?? 50;
  return (
    <Page title={texts.allocationTitle} intro={texts.allocationIntro}>
      <section className="card row">
        <label>
          {texts.objective}
          <br />
          <select
            value={objective}
            onChange={(event) => {
              const mal = event.target.value as (typeof objectives)[number];
              void navigate({
                search: (previous) => ({ ...previous, mal: mal === 'sum_of_value' ? undefined : mal }),
                replace: true,
              });
            }}
          >
            {objectives.map((name) => (
              <option key={name} value={name}>
                {texts[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.attribution}
          <br />
          <select
            value={attribution}
            onChange={(event) => {
              const rakna = event.target.value as (typeof attributions)[number];
              void navigate({
                search: (previous) => ({ ...previous, rakna: rakna === 'partner_budget' ? undefined : rakna }),
                replace: true,
              });
            }}
          >
            {attributions.map((name) => (
              <option key={name} value={name}>
                {texts[name]}
              </option>
            ))}
          </select>
        </label>
      </section>
      {(call.isPending || sweep.isPending) && <Loading text={texts.computing} />}
      {sweep.isError && <Failure error={sweep.error} retry={() => void sweep.refetch()} />}
      {sweep.data && (
        <Split
          sweep={sweep.data}
          share={share}
          onShare={(andel) => void navigate({ search: (previous) => ({ ...previous, andel }), replace: true })}
        />
      )}
      {sweep.data && call.data && (
        <>
          <Explanations callId={call.data.id} share={share} objective={objective} attribution={attribution} />
          <SaveScenario callId={call.data.id} share={share} objective={objective} attribution={attribution} />
        </>
      )}
    </Page>
  );
}

interface SplitProps {
  readonly sweep: SplitSweep;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

function Split({ sweep, share, onShare }: SplitProps) {
  const { texts, number, share: percent } = useSpeech();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const point = sweep.points.find((candidate) => candidate.share === share);
  const answer = point && point.value !== null ? frontierAnswer(point.value) : texts.infeasible;

  function frontierAnswer(value: number): string {
    const lost = sweep.freeOptimum.value - value;
    const price =
      lost <= 1e-9 * Math.max(1, Math.abs(sweep.freeOptimum.value))
        ? texts.priceNone
        : texts.priceSome(number(lost), percent(lost / sweep.freeOptimum.value));
    return texts.frontierAnswer(percent(share / 100), number(value), price);
  }

  return (
    <section className="card" aria-labelledby="frontier-heading">
      <h2 id="frontier-heading">{texts.frontierTitle}</h2>
      <p role="status" aria-label={texts.frontierTitle}>
        {answer}
      </p>
      <div ref={box}>
        <Frontier
          points={sweep.points}
          freeOptimum={sweep.freeOptimum.value}
          cursor={share}
          kinks={sweep.kinks}
          width={width}
          height={280}
          title={texts.frontierTitle}
          description={answer}
          xLabel={texts.xRegionShare}
          yLabel={texts.yValue}
          formatValue={(value) => number(value, 1)}
          formatShare={(value) => percent(value / 100)}
        />
      </div>
      <PercentSlider
        label={texts.regionShare}
        note={texts.othersShare(percent(1 - share / 100))}
        value={share}
        onChange={onShare}
      />
      {point && point.value !== null && <SplitDetails point={point} sweep={sweep} width={width} />}
      <details>
        <summary>{texts.asTable}</summary>
        <SweepTable sweep={sweep} />
      </details>
    </section>
  );
}

function SplitDetails({
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

function SweepTable({ sweep }: { readonly sweep: SplitSweep }) {
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

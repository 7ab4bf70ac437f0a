import { Frontier } from '@fordela/charts';
import type { SplitSweep } from '../../data/split-sweep';
import { useSpeech } from '../../ui/language';
import { PercentSlider } from '../../ui/slider';
import { useWidth } from '../../ui/use-width';
import { SplitDetails } from './split-details';
import { SweepTable } from './sweep-table';

interface SplitProps {
  readonly sweep: SplitSweep;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** The value of the best allocation at every split, and the one the reader stands at. */
export function Split({ sweep, share, onShare }: SplitProps) {
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

import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { ink, ownerGroupColours, rule, softInk } from './palette';

/** One split: `share` 0–100 in percent and what the best portfolio is worth there; null where no portfolio satisfies the limits. */
export interface FrontierPoint {
  readonly share: number;
  readonly value: number | null;
}

interface Props {
  readonly points: readonly FrontierPoint[];
  /** The value of the best portfolio when the split is free. */
  readonly freeOptimum: number;
  /** The share the reader stands on. */
  readonly cursor: number;
  /** Shares at which the chosen portfolio changes. */
  readonly kinks: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatValue: (value: number) => string;
  readonly formatShare: (share: number) => string;
}

const margin = { top: 14, right: 24, bottom: 44, left: 64 };

/** The value of the best portfolio for every split, with the free optimum as a line above and a cursor at the reader's split. */
export function Frontier(props: Props) {
  const { points, freeOptimum, cursor, kinks, width, height } = props;
  const known = points.filter((point): point is { share: number; value: number } => point.value !== null);
  const low = Math.min(freeOptimum, ...known.map((point) => point.value));
  const pad = (freeOptimum - low) * 0.1 || Math.abs(freeOptimum) * 0.05 || 1;
  const x = scaleLinear([0, 100], [margin.left, width - margin.right]);
  const y = scaleLinear([Math.max(0, low - pad), freeOptimum + pad], [height - margin.bottom, margin.top]).nice(4);
  const path = line<{ share: number; value: number }>(
    (point) => x(point.share),
    (point) => y(point.value),
  ).curve(curveStepAfter)(known);
  const here = known.find((point) => point.share === cursor);
  return (
    <svg
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={12}
      aria-labelledby="frontier-title frontier-desc"
    >
      <title id="frontier-title">{props.title}</title>
      <desc id="frontier-desc">{props.description}</desc>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} stroke={rule} />
          <text x={margin.left - 6} y={y(tick)} textAnchor="end" dominantBaseline="central" fill={softInk}>
            {props.formatValue(tick)}
          </text>
        </g>
      ))}
      {[0, 25, 50, 75, 100].map((tick) => (
        <text key={tick} x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle" fill={softInk}>
          {props.formatShare(tick)}
        </text>
      ))}
      <text x={(margin.left + width - margin.right) / 2} y={height - 6} textAnchor="middle" fill={ink}>
        {props.xLabel}
      </text>
      <text x={margin.left} y={10} fill={ink}>
        {props.yLabel}
      </text>
      <line
        x1={margin.left}
        x2={width - margin.right}
        y1={y(freeOptimum)}
        y2={y(freeOptimum)}
        stroke={softInk}
        strokeDasharray="6 4"
      />
      {path && <path d={path} fill="none" stroke={ownerGroupColours.region_own} strokeWidth={2.5} />}
      {kinks.map((kink) => (
        <line
          key={kink}
          x1={x(kink)}
          x2={x(kink)}
          y1={height - margin.bottom}
          y2={height - margin.bottom + 5}
          stroke={ink}
        />
      ))}
      <line x1={x(cursor)} x2={x(cursor)} y1={margin.top} y2={height - margin.bottom} stroke={ink} strokeWidth={1.5} />
      {here && <circle cx={x(here.share)} cy={y(here.value)} r={5} fill={ink} />}
    </svg>
  );
}

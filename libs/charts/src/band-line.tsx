import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { categoryColour, ink, rule, softInk } from './palette';
import { SeriesMark } from './series-mark';

/** A figure over time: `x` a whole number, `low` and `high` the ends of its band, null without one. */
export interface BandPoint {
  readonly x: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

interface Props {
  /** Tells the panels of one page apart. */
  readonly id: string;
  readonly points: readonly BandPoint[];
  /** Which series it is, for its colour and mark. */
  readonly index: number;
  /** The same figure of the others, drawn thin and grey to compare with. */
  readonly others: readonly (readonly BandPoint[])[];
  /** Top of the scale: the same for all panels that are to be compared. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly formatValue: (value: number) => string;
  readonly formatX: (x: number) => string;
}

const margin = { top: 10, right: 14, bottom: 28, left: 70 };

/** The highest that any of these reaches, bands counted: the shared top of their panels. */
export const topOf = (series: readonly (readonly BandPoint[])[]): number =>
  Math.max(0, ...series.flat().map(({ value, high }) => Math.max(value, high ?? value)));

/** One series over time with its band, from zero; the others stay in view. Made for panels beside each other: bands on top of bands cannot be read. */
export function BandLine(props: Props) {
  const { id, points, index, others, top, width, height } = props;
  const xs = points.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const x = scaleLinear([first, Math.max(last, first + 1)], [margin.left, width - margin.right]);
  const y = scaleLinear([0, top || 1], [height - margin.bottom, margin.top]).nice(4);
  const path = line<BandPoint>(
    (point) => x(point.x),
    (point) => y(point.value),
  );
  const banded = points.filter(({ low, high }) => low !== null && high !== null);
  const band = area<BandPoint>()
    .x((point) => x(point.x))
    .y0((point) => y(point.low ?? 0))
    .y1((point) => y(point.high ?? 0))(banded);
  const room = Math.max(1, Math.floor((width - margin.left - margin.right) / 56));
  const step = Math.max(1, Math.ceil((last - first) / room));
  const colour = categoryColour(index);
  const end = points.at(-1);
  return (
    <svg
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={12}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.description}</desc>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} stroke={rule} />
          <text x={margin.left - 6} y={y(tick)} textAnchor="end" dominantBaseline="central" fill={softInk}>
            {props.formatValue(tick)}
          </text>
        </g>
      ))}
      {xs
        .filter((each) => (last - each) % step === 0)
        .map((each) => (
          <text
            key={each}
            x={x(each)}
            y={height - margin.bottom + 20}
            textAnchor={each === last ? 'end' : 'middle'}
            fill={ink}
          >
            {props.formatX(each)}
          </text>
        ))}
      {banded.length > 0 && band && (
        <path d={band} fill={colour} fillOpacity={0.16} stroke={colour} strokeOpacity={0.5} strokeWidth={0.75} />
      )}
      {others.map((other, each) => (
        <path key={each} d={path(other) ?? ''} fill="none" stroke={softInk} strokeWidth={1} strokeDasharray="3 3" />
      ))}
      <path d={path(points) ?? ''} fill="none" stroke={colour} strokeWidth={2.5} />
      {end && <SeriesMark index={index} x={x(end.x)} y={y(end.value)} size={80} />}
    </svg>
  );
}

import { scaleLinear } from 'd3-scale';
import { categoryColour, ink, rule, softInk } from './palette';
import { SeriesMark } from './series-mark';

/** A group, such as a municipality, with one figure for each series; `low` and `high` null without an interval. */
export interface IntervalGroup {
  readonly id: string;
  readonly label: string;
  readonly figures: readonly {
    readonly index: number;
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

interface Props {
  readonly groups: readonly IntervalGroup[];
  readonly width: number;
  readonly title: string;
  readonly description: string;
  readonly axisLabel: string;
  readonly formatValue: (value: number) => string;
}

const rowHeight = 16;
const [topRoom, bottomRoom, side] = [8, 40, 12];

/**
 * Figures of several series group by group, each as a mark in its series' shape and colour with its interval as a line, from zero. Where
 * it is narrow the group's name stands above its rows instead of beside them.
 */
export function IntervalDots({ groups, width, title, description, axisLabel, formatValue }: Props) {
  const isNarrow = width < 520;
  const labelRoom = isNarrow ? 0 : 130;
  const labelHeight = isNarrow ? 20 : 0;
  const top = Math.max(
    0,
    ...groups.flatMap(({ figures }) => figures.map(({ value, high }) => Math.max(value, high ?? value))),
  );
  const x = scaleLinear([0, top || 1], [side + labelRoom, width - side]).nice(5);
  const heightOf = ({ figures }: IntervalGroup) => labelHeight + figures.length * rowHeight + 10;
  const starts = groups.map(
    (_, index) => topRoom + groups.slice(0, index).reduce((sum, own) => sum + heightOf(own), 0),
  );
  const plotEnd = topRoom + groups.reduce((sum, own) => sum + heightOf(own), 0);
  const height = plotEnd + bottomRoom;
  return (
    <svg
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={13}
      aria-labelledby="interval-dots-title interval-dots-desc"
    >
      <title id="interval-dots-title">{title}</title>
      <desc id="interval-dots-desc">{description}</desc>
      {x.ticks(isNarrow ? 4 : 6).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={topRoom} y2={plotEnd} stroke={rule} />
          <text x={x(tick)} y={plotEnd + 16} textAnchor="middle" fill={softInk} fontSize={12}>
            {formatValue(tick)}
          </text>
        </g>
      ))}
      <text x={width - side} y={plotEnd + 34} textAnchor="end" fill={ink} fontSize={12}>
        {axisLabel}
      </text>
      {groups.map((group, place) => {
        const start = starts[place] as number;
        const middle = start + (heightOf(group) - 10) / 2;
        return (
          <g key={group.id}>
            {place > 0 && <line x1={side} x2={width - side} y1={start - 5} y2={start - 5} stroke={rule} />}
            <text
              x={side}
              y={isNarrow ? start + 14 : middle}
              dominantBaseline={isNarrow ? 'auto' : 'central'}
              fill={ink}
              fontWeight={600}
            >
              {group.label}
            </text>
            {group.figures.map(({ index, value, low, high }, row) => {
              const y = start + labelHeight + row * rowHeight + rowHeight / 2;
              return (
                <g key={index}>
                  {low !== null && high !== null && (
                    <line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke={categoryColour(index)} strokeWidth={2} />
                  )}
                  <SeriesMark index={index} x={x(value)} y={y} />
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

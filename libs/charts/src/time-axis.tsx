import { scaleUtc } from 'd3-scale';
import { categoryColours, ink, paper, rule, softInk } from './palette';

/** One row of the axis; each day `YYYY-MM-DD`, null where there is none. */
export interface TimeRow {
  readonly id: string;
  readonly label: string;
  readonly known: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
}

interface Props {
  readonly rows: readonly TimeRow[];
  /** The day it is seen from, drawn as a line. */
  readonly today: string;
  readonly todayLabel: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  /** Writes a month `YYYY-MM` below the axis. */
  readonly formatMonth: (month: string) => string;
}

const [rowHeight, top, bottom, side] = [42, 20, 26, 12];
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayMs = 86_400_000;

/**
 * Calls and deadlines on a time axis: an open ring where one was first known, a triangle where it opens, a filled square on its last
 * day, so that the marks are told apart by shape. A thick line is the time it is open. Labels stand above their row and need no room
 * at the side. Nothing is drawn for a row without days.
 */
export function TimeAxis({ rows, today, todayLabel, width, title, description, formatMonth }: Props) {
  const days = rows.flatMap((row) => [row.known, row.opens, row.closes]).filter((day): day is string => day !== null);
  const times = [...days, today].map(time);
  const x = scaleUtc(
    [Math.min(...times) - 10 * dayMs, Math.max(...times) + 10 * dayMs],
    [side, Math.max(side + 1, width - side)],
  );
  const labelRoom = 9 * Math.max(...times.map((each) => formatMonth(new Date(each).toISOString().slice(0, 7)).length));
  const height = top + rows.length * rowHeight + bottom;
  const ticks = x
    .ticks(Math.max(2, Math.floor(width / (width < 500 ? 100 : 130))))
    .filter((tick) => x(tick) > side + 30 && x(tick) < width - 42)
    .reduce<Date[]>((kept, tick) => {
      const last = kept.at(-1);
      return last && x(tick) - x(last) < labelRoom ? kept : [...kept, tick];
    }, []);
  const now = x(time(today));
  return (
    <svg
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={13}
      aria-labelledby="time-axis-title time-axis-desc"
    >
      <title id="time-axis-title">{title}</title>
      <desc id="time-axis-desc">{description}</desc>
      {ticks.map((tick) => (
        <g key={tick.getTime()}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={height - bottom} stroke={rule} />
          <text x={x(tick)} y={height - 8} textAnchor="middle" fill={softInk} fontSize={12}>
            {formatMonth(tick.toISOString().slice(0, 7))}
          </text>
        </g>
      ))}
      <line x1={now} x2={now} y1={top - 4} y2={height - bottom} stroke={ink} strokeWidth={1.5} strokeDasharray="5 3" />
      <text x={now} y={12} textAnchor={now > width - 60 ? 'end' : now < 60 ? 'start' : 'middle'} fill={ink}>
        {todayLabel}
      </text>
      {rows.map((row, index) => (
        <Row key={row.id} row={row} y={top + index * rowHeight} at={(day) => x(time(day))} width={width} />
      ))}
    </svg>
  );
}

function Row({
  row,
  y,
  at,
  width,
}: {
  readonly row: TimeRow;
  readonly y: number;
  readonly at: (day: string) => number;
  readonly width: number;
}) {
  const line = y + 30;
  const places = [row.known, row.opens, row.closes].filter((day): day is string => day !== null).map(at);
  if (places.length === 0) return null;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const most = Math.floor((width - 2 * side) / 6.6);
  const label = row.label.length > most ? `${row.label.slice(0, most - 1)}…` : row.label;
  const start = Math.max(side, Math.min(first - 6, width - side - label.length * 6.6));
  const colour = categoryColours[0];
  return (
    <g>
      <text x={start} y={y + 16} fill={ink} stroke={paper} strokeWidth={4} paintOrder="stroke">
        {label}
      </text>
      <line x1={first} x2={last} y1={line} y2={line} stroke={softInk} strokeWidth={1.5} />
      {row.opens && row.closes && (
        <line x1={at(row.opens)} x2={at(row.closes)} y1={line} y2={line} stroke={colour} strokeWidth={7} />
      )}
      {row.known && <circle cx={at(row.known)} cy={line} r={5} fill={paper} stroke={colour} strokeWidth={2} />}
      {row.opens && (
        <path
          d={`M${at(row.opens) - 5} ${line - 7} L${at(row.opens) + 7} ${line} L${at(row.opens) - 5} ${line + 7} Z`}
          fill={colour}
          stroke={paper}
        />
      )}
      {row.closes && <rect x={at(row.closes) - 6} y={line - 6} width={12} height={12} fill={ink} stroke={paper} />}
    </g>
  );
}

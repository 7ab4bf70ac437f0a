import { scaleLinear } from 'd3-scale';
import { useRef, type KeyboardEvent } from 'react';
import { categoryColours, ink, paper, rule, softInk } from './palette';

/** A point of the matrix; `across` and `up` 0–1. */
export interface MatrixMark {
  readonly id: string;
  /** What is written in the ring: its number in the table beside. */
  readonly mark: string;
  /** The whole sentence a screen reader says. */
  readonly label: string;
  readonly across: number;
  readonly up: number;
}

interface Props {
  readonly points: readonly MatrixMark[];
  /** Where the two lines stand, 0–1. */
  readonly lines: { readonly across: number; readonly up: number };
  /** What the four fields are called. */
  readonly fields: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
  };
  readonly acrossLabel: string;
  readonly upLabel: string;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly formatTick: (value: number) => string;
}

const margin = { top: 26, right: 16, bottom: 46, left: 40 };
const radius = 11;
/** Room inside the plot, above and below, where the fields' names stand and no point reaches. */
const band = 24;
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A prioritisation matrix: two axes from 0 to 1, two lines, four named fields. The points are one list to the keyboard (one tab stop;
 * arrows, Home and End go between them in the order given), and whoever shows it puts the same figures in a table beside it. Points
 * in the same place are drawn next to each other.
 */
export function PriorityMatrix(props: Props) {
  const { points, lines, fields, chosenId, onChoose, width, height } = props;
  const marks = useRef(new Map<string, { focus: () => void }>());
  const across = scaleLinear([0, 1], [margin.left + radius, width - margin.right - radius]);
  const up = scaleLinear([0, 1], [height - margin.bottom - radius - band, margin.top + radius + band]);
  const box = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const current = points.find(({ id }) => id === chosenId) ?? points[0];
  const go = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    const next =
      step !== undefined
        ? points[Math.min(points.length - 1, Math.max(0, index + step))]
        : event.key === 'Home'
          ? points[0]
          : event.key === 'End'
            ? points.at(-1)
            : undefined;
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    marks.current.get(next.id)?.focus();
  };
  const corners = [
    { key: 'tl', text: fields.topLeft, x: box.left + 6, y: box.top + 16, anchor: 'start' },
    { key: 'tr', text: fields.topRight, x: box.right - 6, y: box.top + 16, anchor: 'end' },
    { key: 'bl', text: fields.bottomLeft, x: box.left + 6, y: box.bottom - 8, anchor: 'start' },
    { key: 'br', text: fields.bottomRight, x: box.right - 6, y: box.bottom - 8, anchor: 'end' },
  ] as const;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={12}>
      <rect
        x={box.left}
        y={box.top}
        width={Math.max(0, box.right - box.left)}
        height={Math.max(0, box.bottom - box.top)}
        fill={paper}
        stroke={rule}
      />
      <rect
        x={across(lines.across)}
        y={box.top}
        width={Math.max(0, box.right - across(lines.across))}
        height={Math.max(0, up(lines.up) - box.top)}
        fill="#e3eff4"
      />
      <line x1={across(lines.across)} x2={across(lines.across)} y1={box.top} y2={box.bottom} stroke={softInk} />
      <line x1={box.left} x2={box.right} y1={up(lines.up)} y2={up(lines.up)} stroke={softInk} />
      {corners.map(({ key, text, x, y, anchor }) => (
        <text key={key} x={x} y={y} textAnchor={anchor} fontWeight={600} fill={softInk}>
          {text}
        </text>
      ))}
      {[0, 0.5, 1].map((tick) => (
        <g key={tick} fill={softInk}>
          <text x={across(tick)} y={box.bottom + 16} textAnchor="middle">
            {props.formatTick(tick)}
          </text>
          <text x={box.left - 6} y={up(tick)} textAnchor="end" dominantBaseline="central">
            {props.formatTick(tick)}
          </text>
        </g>
      ))}
      <text x={box.right} y={height - 8} textAnchor="end" fill={ink}>
        {`${props.acrossLabel} →`}
      </text>
      <text x={4} y={14} fill={ink}>
        {`↑ ${props.upLabel}`}
      </text>
      <g role="listbox" aria-label={props.title}>
        {points.map((point, index) => {
          const beside = points
            .slice(0, index)
            .filter((other) => other.across === point.across && other.up === point.up);
          const x = across(point.across) + beside.length * (radius * 2 + 1) * (point.across > 0.5 ? -1 : 1);
          const isChosen = point.id === chosenId;
          return (
            <g
              key={point.id}
              ref={(element) => {
                if (element) marks.current.set(point.id, element as unknown as { focus: () => void });
                else marks.current.delete(point.id);
              }}
              role="option"
              aria-selected={isChosen}
              aria-label={point.label}
              tabIndex={point.id === current?.id ? 0 : -1}
              style={{ cursor: 'pointer' }}
              onClick={() => onChoose(point.id)}
              onFocus={() => onChoose(point.id)}
              onKeyDown={(event) => go(event, index)}
            >
              <title>{point.label}</title>
              <circle
                cx={x}
                cy={up(point.up)}
                r={isChosen ? radius + 2 : radius}
                fill={isChosen ? ink : categoryColours[0]}
                stroke={paper}
                strokeWidth={1.5}
              />
              <text
                x={x}
                y={up(point.up)}
                textAnchor="middle"
                dominantBaseline="central"
                fontSize={11}
                fill={paper}
                aria-hidden="true"
              >
                {point.mark}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}

import { categoryColours, ink, rule } from './palette';

interface Props {
  /** The part of the way that has been gone: 0 at the start, 1 at the target, below 0 when it went the wrong way. */
  readonly share: number;
  readonly width: number;
  /** What a screen reader says; empty where the words stand beside and the bar only repeats them. */
  readonly description: string;
  readonly colour?: string;
  /** Draws the end as a line: the bar goes towards a target. */
  readonly hasTarget?: boolean;
}

const height = 12;

/** A part of a whole, or of the way to a target. The wrong way is an empty bar, beyond the target a full one: the words beside say which. */
export function ShareOfWay({ share, width, description, colour = categoryColours[0], hasTarget = false }: Props) {
  const gone = Math.min(1, Math.max(0, share)) * (width - 2);
  return (
    <svg
      {...(description ? { role: 'img', 'aria-label': description } : { 'aria-hidden': true })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="none" stroke={rule} />
      <rect x={1} y={1} width={gone} height={height - 2} fill={colour} />
      {hasTarget && <line x1={width - 0.75} x2={width - 0.75} y1={0} y2={height} stroke={ink} strokeWidth={1.5} />}
    </svg>
  );
}

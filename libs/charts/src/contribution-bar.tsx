import { categoryColour, rule } from './palette';

/** One criterion's part of a score: `amount` in the unit of the score, 0 or more. */
export interface Contribution {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
}

interface Props {
  readonly contributions: readonly Contribution[];
  /** The score that fills the whole width. */
  readonly full: number;
  readonly width: number;
  readonly height: number;
  /** The sentence a screen reader says, made from the same figures. */
  readonly description: string;
}

/** A score as stacked contributions, one stretch per criterion in the order given. */
export function ContributionBar({ contributions, full, width, height, description }: Props) {
  const scale = full > 0 ? width / full : 0;
  let x = 0;
  return (
    <svg role="img" aria-label={description} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="none" stroke={rule} />
      {contributions.map(({ id, label, amount }, index) => {
        const start = x;
        const stretch = Math.max(0, amount) * scale;
        x += stretch;
        return (
          <rect key={id} x={start} y={1} width={stretch} height={height - 2} fill={categoryColour(index)}>
            <title>{label}</title>
          </rect>
        );
      })}
    </svg>
  );
}

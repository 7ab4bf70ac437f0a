import { categoryColour, ink, paper, contrastRatio } from './palette';

export interface Share {
  readonly id: string;
  readonly label: string;
  /** Amount in any unit; the bar shows its share of the sum. */
  readonly amount: number;
  readonly colour?: string;
}

interface Props {
  readonly shares: readonly Share[];
  readonly width: number;
  readonly height: number;
  readonly description: string;
  /** Writes a share, e.g. 0.425 → «42,5 %». */
  readonly formatShare: (share: number) => string;
}

/** One bar split into shares of the whole, each named with its share where there is room. */
export function ShareBar({ shares, width, height, description, formatShare }: Props) {
  const total = shares.reduce((sum, share) => sum + share.amount, 0);
  let x = 0;
  return (
    <svg role="img" aria-label={description} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {shares.map((share, index) => {
        const start = x;
        const stretch = total > 0 ? (share.amount / total) * width : 0;
        x += stretch;
        const colour = share.colour ?? categoryColour(index);
        const text = total > 0 ? formatShare(share.amount / total) : '';
        return (
          <g key={share.id}>
            <rect x={start} y={0} width={stretch} height={height} fill={colour}>
              <title>{`${share.label}: ${text}`}</title>
            </rect>
            {stretch > 8 * text.length + 8 && (
              <text
                x={start + stretch / 2}
                y={height / 2}
                dominantBaseline="central"
                textAnchor="middle"
                fontSize={13}
                fill={contrastRatio(colour, paper) >= 4.5 ? paper : ink}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

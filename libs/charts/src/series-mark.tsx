import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { categoryColour, paper } from './palette';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];

interface Props {
  /** Which series, from 0: colour and shape follow it, so that no series is told by colour alone. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Area in square pixels. */
  readonly size?: number;
}

/** The mark of one series in a chart. From the eighth series on the shapes are drawn hollow. */
export function SeriesMark({ index, x, y, size = 70 }: Props) {
  const colour = categoryColour(index);
  const isHollow = index >= shapes.length;
  const shape = shapes[index % shapes.length] ?? symbolCircle;
  return (
    <path
      d={symbol(shape, size)() ?? ''}
      transform={`translate(${x} ${y})`}
      fill={isHollow ? paper : colour}
      stroke={isHollow ? colour : paper}
      strokeWidth={isHollow ? 2 : 1}
    />
  );
}

/** The same mark by itself, for a legend. Its name stands beside it. */
export function LegendMark({ index }: Pick<Props, 'index'>) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <SeriesMark index={index} x={8} y={8} size={90} />
    </svg>
  );
}

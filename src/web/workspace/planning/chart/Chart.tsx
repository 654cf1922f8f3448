import type { ReactNode } from 'react';
import { count } from '../../../shared/format';
import styles from './Chart.module.css';
import { ticks } from './scale';
import { useWidth } from './useWidth';

export type Frame = {
  left: number;
  width: number;
  bottom: number;
  /** From a value to its height in pixels from the top. */
  y: (value: number) => number;
};

type Props = {
  /** What it shows, for who does not see it; the numbers stand in a table beside it. */
  label: string;
  /** The largest value that must fit. */
  most: number;
  height?: number;
  children: (frame: Frame) => ReactNode;
};

const left = 44;
const top = 10;
const below = 24;

/** A frame with round values at its left; what is drawn in it, its children say. */
export function Chart({ label, most, height = 220, children }: Props) {
  const [element, width] = useWidth<HTMLDivElement>(900);
  const values = ticks(most);
  const bottom = height - below;
  const y = (value: number) => bottom - (value / values.at(-1)!) * (bottom - top);
  return (
    <div ref={element} className={styles.chart}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {values.map(value => (
          <g key={value}>
            <line className={styles.grid} x1={left} x2={width} y1={y(value)} y2={y(value)} />
            <text className={styles.value} x={left - 8} y={y(value) + 4}>
              {count(value)}
            </text>
          </g>
        ))}
        {children({ left, width: Math.max(1, width - left), bottom, y })}
      </svg>
    </div>
  );
}

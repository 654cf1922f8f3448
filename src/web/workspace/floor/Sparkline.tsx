import styles from './Sparkline.module.css';

const height = 20;
/** A single contact that waited is no mountain. */
const leastTop = 4;

/** A course as a small hill, from the left to now; the numbers behind it are said in `label`. */
export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const top = Math.max(leastTop, ...values);
  const points = values.map((value, place) => `${place},${height - (value / top) * (height - 2)}`);
  const width = Math.max(1, values.length - 1);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} />
      <polyline points={points.join(' ')} />
    </svg>
  );
}

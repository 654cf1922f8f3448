/** Round values from 0 to at least `most`, about four of them: 0, 20, 40, 60. */
export function ticks(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(part => part * power).find(size => size >= rough)!;
  const whole = most < 4 ? Math.max(1, Math.ceil(step)) : step;
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (_, at) => at * whole);
}

export type Point = { x: number; y: number };

/** A line through points; it ends where one is missing and begins again behind it. */
export function line(points: (Point | null)[]): string {
  return runs(points)
    .map(run => `M${run.map(place).join('L')}`)
    .join('');
}

/** The area between two lines of the same length. */
export function band(upper: (Point | null)[], lower: (Point | null)[]): string {
  const back = runs(lower);
  return runs(upper)
    .map((run, at) => `M${[...run, ...[...back[at]!].reverse()].map(place).join('L')}Z`)
    .join('');
}

/** Level steps, one for each value: of the same width, the first beginning at `left`. */
export function steps(heights: number[], left: number, width: number): string {
  return heights
    .map(
      (y, at) =>
        `${at === 0 ? 'M' : 'L'}${place({ x: left + at * width, y })}H${round(left + (at + 1) * width)}`,
    )
    .join('');
}

function runs(points: (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  let open: Point[] | null = null;
  for (const point of points) {
    if (!point) open = null;
    else if (open) open.push(point);
    else {
      open = [point];
      found.push(open);
    }
  }
  return found;
}

function place({ x, y }: Point) {
  return `${round(x)},${round(y)}`;
}

function round(value: number) {
  return Math.round(value * 10) / 10;
}

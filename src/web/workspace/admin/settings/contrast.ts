/** What WCAG 2.2 AA asks of text of usual size. */
export const readableContrast = 4.5;

/** Contrast of white text on a colour written as #rrggbb, from 1 to 21, as WCAG 2.2 defines it. */
export function contrastOnWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return 1.05 / (luminance + 0.05);
}

function linear(part: number) {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

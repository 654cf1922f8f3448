/** Ink that can be read on the brand's colour: white or near-black, whichever has more contrast (WCAG 2). */
export function inkOn(colour: string): string {
  const light = luminance(colour);
  return 1.05 / (light + 0.05) >= (light + 0.05) / (luminance('#0b1214') + 0.05) ? '#ffffff' : '#0b1214';
}

/** A six-digit hex colour, or the product's own when what was given is none. */
export function safeColour(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0b6e6e';
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const longer = 1.4;
const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  E: 'É',
  I: 'İ',
  N: 'Ñ',
  O: 'Ó',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
};

/** Every text of a tree of texts in the made-up language. */
export function pseudoTexts<T extends object>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' ? pseudoText(text) : pseudoTexts(text),
    ]),
  ) as T;
}

/** An ICU message whose words change while its arguments stay as they are. */
export function pseudoText(message: string): string {
  let [depth, letters, out] = [0, 0, ''];
  for (const letter of message) {
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    // Words stand outside of all braces, and between the inner braces of a plural or a select.
    const isWord = depth % 2 === 0 && letter !== '}' && letter !== '{';
    if (isWord && letter !== '#') letters++;
    out += isWord ? (accents[letter] ?? letter) : letter;
  }
  return `⟦${out}${'~'.repeat(Math.ceil(letters * (longer - 1)))}⟧`;
}

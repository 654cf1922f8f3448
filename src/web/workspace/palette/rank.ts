/**
 * Those items whose title holds the wanted letters in their order, best first: the start of a word counts most, then
 * letters that stand together. Accents and case do not matter, so that "zakoncz" finds "Zakończ".
 */
export function rank<T>(wanted: string, items: readonly T[], title: (item: T) => string): T[] {
  const letters = plain(wanted.trim());
  if (letters === '') return [...items];
  return items
    .map((item, place) => ({ item, place, score: score(letters, plain(title(item))) }))
    .filter(found => found.score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(found => found.item);
}

/** 0 when a letter is missing; higher is better. */
function score(letters: string, title: string): number {
  let total = 0;
  let last = -1;
  for (const letter of letters) {
    const at = title.indexOf(letter, last + 1);
    if (at < 0) return 0;
    const startsWord = at === 0 || title[at - 1] === ' ';
    total += startsWord ? 8 : at === last + 1 ? 5 : 1;
    last = at;
  }
  return total;
}

function plain(text: string) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ı', 'i');
}

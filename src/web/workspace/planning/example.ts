const weeks = 12;
const slots = Array.from({ length: 24 }, (_, at) => 16 + at); // Half hours from 08:00 to 20:00.
const busyDays = [1.2, 1.05, 1, 0.98, 1.1, 0.55, 0];

/** Twelve weeks of an invented help line, closed on Sundays, that end yesterday: to try the page without a history. */
export function exampleSeries(): string {
  const rows = ['date,start,value'];
  const random = dice(2026);
  const first = new Date();
  first.setDate(first.getDate() - 7 * weeks);
  for (let day = 0; day < 7 * weeks; day++) {
    const date = new Date(Date.UTC(first.getFullYear(), first.getMonth(), first.getDate() + day));
    const busy = busyDays[(date.getUTCDay() + 6) % 7]! * (1 + day / 900) * (1 + 0.07 * noise(random));
    if (busy === 0) continue;
    for (const slot of slots) {
      const expected = busy * (14 + 46 * hump(slot, 21, 3.2) + 34 * hump(slot, 32, 4));
      const value = Math.max(0, Math.round(expected + Math.sqrt(expected) * noise(random)));
      const start = `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;
      rows.push(`${date.toISOString().slice(0, 10)},${start},${value}`);
    }
  }
  return rows.join('\n');
}

function hump(slot: number, middle: number, width: number) {
  return Math.exp(-(((slot - middle) / width) ** 2) / 2);
}

/** Nearly normal, with mean 0 and deviation 1. */
function noise(random: () => number) {
  return (random() + random() + random() - 1.5) * 2;
}

/** The same numbers for the same seed, in [0, 1). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

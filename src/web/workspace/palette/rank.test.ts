import { expect, test } from 'vitest';
import { rank } from './rank';

const titles = [
  'Zakończ',
  'Become: Available',
  'Become: Lunch',
  'Transfer',
  'Ustaw język: Türkçe',
  'Next conversation',
];
const found = (wanted: string) => rank(wanted, titles, title => title);

test('nothing wanted finds everything in its own order', () => expect(found(' ')).toEqual(titles));
test('letters need no accents', () => expect(found('zakoncz')).toEqual(['Zakończ']));
test('case and language do not matter', () => expect(found('TURKCE')).toEqual(['Ustaw język: Türkçe']));
test('the start of words comes before letters within', () => expect(found('bl')[0]).toBe('Become: Lunch'));
test('a missing letter finds nothing', () => expect(found('xyz')).toEqual([]));

import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { pseudoText, pseudoTexts } from './pseudo';

test('words change and grow', () => {
  expect(pseudoText('Save')).toBe('⟦Šávé~~⟧');
});

test('arguments, plurals and choices stay', () => {
  const text = pseudoText('{count, plural, one {# chat of {name}} other {# chats}} waiting');
  const said = new IntlMessageFormat(text, 'en').format({ count: 2, name: 'Ana' });
  expect(said).toMatch(/^⟦2 çhátš wáítíñg~+⟧$/);
});

test('a tree of texts keeps its shape', () => {
  expect(pseudoTexts({ desk: { send: 'Go' } })).toEqual({ desk: { send: '⟦Gó~⟧' } });
});

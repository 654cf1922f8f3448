import { describe, expect, it } from 'vitest';
import { Speech, spoken } from './Speech';

describe('Speech', () => {
  it('counts in Polish as Poles do', () => {
    const polish = new Speech('pl');
    const said = [1, 2, 5, 12, 22, 25].map(n => polish.say('unread', { n }));
    expect(said).toEqual([
      '1 nowa wiadomość',
      '2 nowe wiadomości',
      '5 nowych wiadomości',
      '12 nowych wiadomości',
      '22 nowe wiadomości',
      '25 nowych wiadomości',
    ]);
  });

  it('leaves the number out where one is a word', () => {
    expect(new Speech('en').say('waitUnder', { n: 1 })).toBe('Usually less than a minute.');
    expect(new Speech('en').say('waitUnder', { n: 3 })).toBe('Usually less than 3 minutes.');
  });

  it('takes what people are called as it is', () => {
    expect(new Speech('en').say('joined', { name: '{n, plural, other{#}}' })).toContain(
      '{n, plural, other{#}}',
    );
  });

  it('finds a language that the visitor can read', () => {
    expect(spoken(['sv', 'pt-BR', 'en'])).toBe('pt-PT');
    expect(spoken(['ja'])).toBe('en');
  });
});

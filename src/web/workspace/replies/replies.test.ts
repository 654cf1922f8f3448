import { describe, expect, it } from 'vitest';
import { fill } from './placeholders';
import { inLanguage, type SavedReply } from './replies';

const situation = {
  customer: 'Marta Zielińska',
  agent: 'Ana Wójcik',
  partner: 'Slumber',
  queue: 'Advice',
  language: 'pl',
  now: new Date(2026, 4, 3, 14, 5),
};

describe('A saved reply', () => {
  it('is filled in with names and with dates as its reader writes them', () => {
    expect(
      fill('{{customer.firstName}}, {{ agent.firstName }} z {{partner.name}}, {{today}}', situation),
    ).toBe('Marta, Ana z Slumber, 3 maja 2026');
  });

  it('leaves no gap for a name that nobody knows', () => {
    const unnamed = { ...situation, customer: null };
    expect(fill('Hello {{customer.name}}, how are you?', unnamed)).toBe('Hello, how are you?');
    expect(fill('Hola, {{customer.firstName}}. Dime.', unnamed)).toBe('Hola. Dime.');
  });

  it('shows a placeholder that it does not know as it stands', () => {
    expect(fill('{{shoe.size}}', situation)).toBe('{{shoe.size}}');
  });

  it('is said in the conversation’s language, or in the nearest there is', () => {
    const replies = [
      reply('en', 'hello'),
      reply('pl', 'hello'),
      reply('pt', 'hello'),
      reply('tr', 'bye'),
      reply('en', 'bye'),
      reply('fr', 'only-french'),
    ];
    const languages = (language: string) => inLanguage(replies, language).map(one => one.language);
    expect(languages('pl')).toEqual(['pl', 'en', 'fr']);
    expect(languages('pt-PT')).toEqual(['pt', 'en', 'fr']);
  });

  it('of the partner goes before one of the same language for all', () => {
    const replies = [reply('pl', 'hello'), { ...reply('pl', 'hello'), partnerId: 'slumber' }];
    expect(inLanguage(replies, 'pl')[0]?.partnerId).toBe('slumber');
  });
});

function reply(language: string, shortcut: string): SavedReply {
  const effects = { tag: null, disposition: null, note: null, snoozeMinutes: null };
  const id = `${shortcut} ${language}`;
  return { id, partnerId: null, language, shortcut, title: shortcut, text: '', version: 1, ...effects };
}

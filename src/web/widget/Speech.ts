import type { Language } from './protocol';
import { en, type Words } from './words/en';
import { es } from './words/es';
import { fr } from './words/fr';
import { pl } from './words/pl';
import { ptPT } from './words/pt-PT';
import { tr } from './words/tr';

type Values = Record<string, string | number>;

const books: Record<Language, Words> = { en, pl, es, 'pt-PT': ptPT, fr, tr };

/** Says things in one language: words, plurals, instants and sizes. */
export class Speech {
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly time: Intl.DateTimeFormat;
  private readonly dayAndTime: Intl.DateTimeFormat;

  constructor(readonly language: Language) {
    const time = { hour: '2-digit', minute: '2-digit' } as const;
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
    this.time = new Intl.DateTimeFormat(language, time);
    this.dayAndTime = new Intl.DateTimeFormat(language, {
      ...time,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }

  say(name: keyof Words, values: Values = {}): string {
    return this.format(books[this.language][name], values);
  }

  /** Time of day, with the date when it is not today. */
  when(at: string): string {
    const date = new Date(at);
    const today = date.toDateString() === new Date().toDateString();
    return (today ? this.time : this.dayAndTime).format(date);
  }

  bytes(count: number): string {
    const mega = count >= 1024 * 1024;
    return new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit: mega ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: mega ? 1 : 0,
    }).format(count / (mega ? 1024 * 1024 : 1024));
  }

  languageName(language: Language): string {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  }

  /** {name} and {name, plural, one{…} other{…}}, where # is the number; branches may hold {name} again. */
  private format(pattern: string, values: Values): string {
    const plural = /\{(\w+), plural,((?:\s*\w+\{(?:[^{}]|\{\w+\})*\})+)\s*\}/g;
    return pattern
      .replace(plural, (_, name: string, branches: string) => this.branch(Number(values[name]), branches))
      .replace(/\{(\w+)\}/g, (_, name: string) => this.show(values[name]));
  }

  private branch(count: number, branches: string): string {
    const chosen = this.plurals.select(count);
    const found = new Map(
      [...branches.matchAll(/(\w+)\{((?:[^{}]|\{\w+\})*)\}/g)].map(m => [m[1], m[2] ?? '']),
    );
    return (found.get(chosen) ?? found.get('other') ?? '').replaceAll('#', this.numbers.format(count));
  }

  private show(value: string | number | undefined): string {
    return typeof value === 'number' ? this.numbers.format(value) : (value ?? '');
  }
}

/** The first of the wanted languages that is spoken; a bare "pt" finds pt-PT. */
export function spoken(wanted: readonly string[]): Language {
  const all = Object.keys(books) as Language[];
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const found = all.find(language => language.toLowerCase().split('-')[0] === base);
    if (found) return found;
  }
  return 'en';
}

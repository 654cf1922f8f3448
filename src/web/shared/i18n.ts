import i18next from 'i18next';
import Icu from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Texts } from './locales/texts';
import { pseudoLanguage } from './pseudoLanguage';

/** The name of a text: its area, a dot, and its way within. */
type TextName<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextName<T[K]>}`;
}[keyof T & string];

declare module 'i18next' {
  // Whole names instead of i18next's own walk through the tree, which gets too deep for the compiler with many texts.
  interface CustomTypeOptions {
    keySeparator: false;
    resources: { translation: Record<TextName<Texts>, string> };
  }
}

/** The languages of Centrala in their own words. One is offered as soon as its folder of texts exists. */
export const languageNames = {
  en: 'English',
  pl: 'Polski',
  es: 'Español',
  'pt-PT': 'Português',
  fr: 'Français',
  tr: 'Türkçe',
} as const;

export type Language = keyof typeof languageNames;

const files = import.meta.glob<object>('./locales/*/*.json', { import: 'default' });

export const languages = (Object.keys(languageNames) as Language[]).filter(name => filesOf(name).length > 0);

const remembered = 'centrala.language';

/** Starts with the language chosen on this computer, else the browser's, else English. */
export async function startTexts(): Promise<void> {
  await i18next.use(Icu).use(initReactI18next).init({
    lng: 'none',
    fallbackLng: false,
    partialBundledLanguages: true,
    resources: {},
    returnNull: false,
  });
  await speak(localStorage.getItem(remembered) ?? navigator.language);
  // Chosen in another tab.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === remembered && newValue) void speak(newValue);
  });
}

/** Speaks a person's own language, unless another was chosen on this computer. */
export async function speakAs(personsLanguage: string): Promise<void> {
  if (localStorage.getItem(remembered) === null) await speak(personsLanguage);
}

/** Takes a person's choice, and keeps it on this computer. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  await speak(language);
}

/** Loads a language's texts and shows the workspace in it; a language without texts means English. */
async function speak(wanted: string): Promise<void> {
  const language = closest(wanted);
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await load(language));
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

function closest(wanted: string): Language | typeof pseudoLanguage {
  if (wanted === pseudoLanguage) return wanted;
  const prefix = wanted.split('-')[0];
  return (
    languages.find(name => name === wanted) ?? languages.find(name => name.split('-')[0] === prefix) ?? 'en'
  );
}

async function load(language: string): Promise<object> {
  if (language === pseudoLanguage) return (await import('./pseudo')).pseudoTexts(await load('en'));
  const areas = filesOf(language).map(async path => [
    path.split('/').pop()!.replace('.json', ''),
    await files[path]!(),
  ]);
  return Object.fromEntries(await Promise.all(areas));
}

function filesOf(language: string) {
  return Object.keys(files).filter(path => path.startsWith(`./locales/${language}/`));
}

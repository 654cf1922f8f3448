import { useTranslation } from 'react-i18next';
import { rank } from '../../palette/rank';
import { emoji } from './emoji';
import type { Suggestion } from './suggestion';

/** Small pictures by their names in the reader's language. */
export function useEmojiSuggestions() {
  const { t } = useTranslation();
  return (wanted: string): Suggestion[] => {
    const named = emoji.map(([picture, name]) => ({
      id: name,
      mark: picture,
      title: t(`emoji.${name}`),
      insert: picture,
    }));
    return rank(wanted.replaceAll('-', ' '), named, one => one.title);
  };
}

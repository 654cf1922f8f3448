import { useTranslation } from 'react-i18next';

const things = [
  'conversations',
  'messages',
  'files',
  'notes',
  'blocks',
  'callers',
  'tasks',
  'sessions',
  'announcements',
] as const;

/** How many of a thing, in the reader's words. */
export function useCounts(): (name: string, n: number) => string {
  const { t } = useTranslation();
  return (name, n) => {
    const known = things.find(thing => thing === name);
    return known ? t(`retention.count.${known}`, { n }) : `${n} ${name}`;
  };
}

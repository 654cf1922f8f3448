import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import type { Command } from './commands';

/** From how many letters on it makes sense to look for something. */
const fewest = 2;

/** Looks for what was typed into the palette in all conversations; undefined for those who may not read them. */
export function useSearchCommand(typed: string): Command | undefined {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRead = useSignedIn().permissions.includes('read-conversations');
  const text = typed.trim();
  if (!mayRead || text.length < fewest) return undefined;
  return {
    id: 'search for',
    title: t('history.searchFor', { text }),
    run: () => void navigate({ to: '/history', search: { text } }),
  };
}

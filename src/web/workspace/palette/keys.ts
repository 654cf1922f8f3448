import { useTranslation } from 'react-i18next';
import { useCommands } from './commands';

/** The keys for the palette itself and for the list of keys. */
export function usePaletteKeys(open: (what: 'palette' | 'keys') => void): void {
  const { t } = useTranslation();
  useCommands([
    { id: 'palette', title: t('palette.title'), run: () => open('palette') },
    { id: 'keys', title: t('keys.title'), run: () => open('keys') },
  ]);
}

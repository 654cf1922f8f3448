import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Takes an entry out of use. What still needs it is named by the server, which then removes nothing. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('settings.removeNamed', { name })}
      onClick={onRemove}
    >
      {t('settings.remove')}
    </Button>
  );
}

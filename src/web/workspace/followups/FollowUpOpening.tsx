import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../palette/commands';
import { closeFollowUp, openFollowUp, useOpening } from './opening';

const FollowUpDialog = lazy(async () => ({ default: (await import('./FollowUpDialog')).FollowUpDialog }));

/** Makes a new task one key away everywhere; its dialog is fetched when it is first wanted. */
export function FollowUpOpening() {
  const { t } = useTranslation();
  const about = useOpening();
  useCommands([{ id: 'follow-up', title: t('followUps.new'), run: () => openFollowUp() }]);
  if (about === undefined) return null;
  return (
    <Suspense>
      <FollowUpDialog contact={about ?? undefined} close={closeFollowUp} />
    </Suspense>
  );
}

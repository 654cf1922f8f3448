import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { Page } from './Page';
import { placesOf } from './places';

/** Leads to the first place of the person's own: the desk for an agent, the floor for a lead. */
export function Home() {
  const { t } = useTranslation();
  const first = placesOf(useSignedIn())[0];
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('places.home')}>
      <p>{t('places.none')}</p>
    </Page>
  );
}

import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { Page } from './Page';
import { placesOf } from './places';

/**
 * Leads to the first place of the person's own: the desk for an agent, the floor for a lead, the first steps for an
 * administrator of an empty centre.
 */
export function Home() {
  const { t } = useTranslation();
  const session = useSignedIn();
  const first = placesOf(session)[0];
  if (session.partners.length === 0 && session.permissions.includes('manage-organisation'))
    return <Navigate to="/settings/$section" params={{ section: 'start' }} replace />;
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('places.home')}>
      <p>{t('places.none')}</p>
    </Page>
  );
}

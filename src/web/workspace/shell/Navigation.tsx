import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../shared/Mark';
import type { Session } from '../../shared/model';
import { useDesk } from '../desk/desk';
import { pageOf } from '../manual/pageOf';
import { useGoCommands } from './go';
import { Icon } from './Icon';
import styles from './Navigation.module.css';
import { placesOf } from './places';

export function Navigation({ session }: { session: Session }) {
  const { t } = useTranslation();
  const places = placesOf(session);
  const unread = useDesk().data?.contacts.filter(contact => contact.unread > 0).length ?? 0;
  const explains = pageOf(useLocation({ select: location => location.pathname }));
  useGoCommands(places);
  return (
    <nav className={styles.nav} aria-label={t('places.title')}>
      <Link to="/" className={styles.mark} aria-label={t('places.home')}>
        <Mark />
      </Link>
      {places.map(place => (
        <Link
          key={place.to}
          to={place.to}
          className={styles.place}
          activeProps={{ className: `${styles.place} ${styles.on}` }}
          title={t(place.title)}
        >
          <Icon name={place.icon} />
          <span className="for-screen-readers">{t(place.title)}</span>
          {place.to === '/desk' && unread > 0 && (
            <em>
              {unread}
              <span className="for-screen-readers">{t('places.unread')}</span>
            </em>
          )}
        </Link>
      ))}
      <Link
        to="/manual/$page"
        params={{ page: explains }}
        className={`${styles.place} ${styles.manual}`}
        title={t('manual.title')}
      >
        <Icon name="manual" />
        <span className="for-screen-readers">{t('manual.title')}</span>
      </Link>
    </nav>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/i18n';
import type { Session } from '../../shared/model';
import { signOut } from '../access/session';
import { usePersonalSettings } from '../account/settings';
import { useChangeSettings } from '../account/useChangeSettings';
import { pageOf } from '../manual/pageOf';
import { useCommands } from '../palette/commands';
import { Menu, MenuItem, MenuLine } from './Menu';
import styles from './PersonMenu.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

export function PersonMenu({ session, showKeys }: { session: Session; showKeys: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { scheme: chosen } = usePersonalSettings();
  const change = useChangeSettings();
  const openManual = () =>
    void navigate({ to: '/manual/$page', params: { page: pageOf(location.pathname) } });
  useCommands([
    ...schemes.map(scheme => ({
      id: `scheme ${scheme}`,
      title: t(`person.scheme.${scheme}`),
      run: () => change({ scheme }),
    })),
    ...(session.agentId
      ? [{ id: 'day', title: t('day.title'), run: () => void navigate({ to: '/day' }) }]
      : []),
    { id: 'manual', title: t('manual.title'), run: openManual },
    { id: 'sign out', title: t('person.signOut'), run: () => void signOut() },
  ]);

  return (
    <Menu
      side="right"
      buttonClass={styles.me!}
      title={session.person.name}
      button={
        <>
          <span aria-hidden="true">{initials(session.person.name)}</span>
          <span className="for-screen-readers">{t('person.menu', { name: session.person.name })}</span>
        </>
      }
    >
      <MenuItem onChoose={() => void navigate({ to: '/account' })}>
        <span className={styles.who}>
          <b>{session.person.name}</b>
          <small>{session.person.email}</small>
        </span>
      </MenuItem>
      {session.agentId && (
        <MenuItem onChoose={() => void navigate({ to: '/day' })}>{t('day.title')}</MenuItem>
      )}
      <MenuLine />
      {schemes.map(scheme => (
        <MenuItem key={scheme} checked={scheme === chosen} onChoose={() => change({ scheme })}>
          {t(`person.scheme.${scheme}`)}
        </MenuItem>
      ))}
      <MenuLine />
      {languages.map(language => (
        <MenuItem
          key={language}
          lang={language}
          checked={language === i18n.language}
          onChoose={() => change({ language })}
        >
          {languageNames[language]}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onChoose={openManual}>{t('manual.title')}</MenuItem>
      <MenuItem onChoose={showKeys}>{t('keys.title')}</MenuItem>
      <MenuItem onChoose={() => void signOut()}>{t('person.signOut')}</MenuItem>
    </Menu>
  );
}

function initials(name: string) {
  const words = name.split(' ').filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map(word => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

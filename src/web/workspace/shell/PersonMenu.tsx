import { Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, speak } from '../../shared/i18n';
import type { Session } from '../../shared/model';
import { signOut } from '../access/session';
import { useCommands } from '../palette/commands';
import styles from './PersonMenu.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

export function PersonMenu({ session, showKeys }: { session: Session; showKeys: () => void }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useCommands([
    ...schemes.map(scheme => ({
      id: `scheme ${scheme}`,
      title: t(`person.scheme.${scheme}`),
      run: () => setColorScheme(scheme),
    })),
    { id: 'sign out', title: t('person.signOut'), run: () => void signOut() },
  ]);

  return (
    <Menu position="bottom-end" width={240} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button
          type="button"
          className={styles.me}
          aria-label={t('person.menu', { name: session.person.name })}
        >
          {initials(session.person.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.person.name}
          <br />
          {session.person.email}
        </Menu.Label>
        <Menu.Divider />
        {schemes.map(scheme => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`person.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {languages.map(language => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === i18n.language}
            onClick={() => void speak(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={showKeys}>{t('keys.title')}</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('person.signOut')}</Menu.Item>
      </Menu.Dropdown>
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

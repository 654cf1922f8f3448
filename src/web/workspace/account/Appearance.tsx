import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/i18n';
import { useSignedIn } from '../access/session';
import { Card } from '../shell/Page';
import { Choice } from './Choice';
import styles from './Settings.module.css';
import { type PersonalSettings, usePersonalSettings } from './settings';
import { useChangeSettings } from './useChangeSettings';

const schemes = ['auto', 'light', 'dark'] as const satisfies PersonalSettings['scheme'][];
const densities = ['comfortable', 'compact'] as const satisfies PersonalSettings['density'][];

/** Language, light or dark, and how close together things stand. Each takes effect at once. */
export function Appearance() {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  const settings = usePersonalSettings();
  const change = useChangeSettings();
  return (
    <Card title={t('settings.appearance')}>
      <p>{t('settings.follow')}</p>
      <div className={styles.rows}>
        <label className={styles.row}>
          <span>{t('words.language')}</span>
          <select
            value={settings.language ?? person.language}
            onChange={event => change({ language: event.currentTarget.value })}
          >
            {languages.map(language => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </select>
        </label>
        <Choice
          title={t('settings.scheme')}
          value={settings.scheme}
          choices={schemes.map(value => ({ value, title: t(`settings.schemes.${value}`) }))}
          choose={scheme => change({ scheme })}
        />
        <Choice
          title={t('settings.density')}
          value={settings.density}
          choices={densities.map(value => ({ value, title: t(`settings.densities.${value}`) }))}
          choose={density => change({ density })}
        />
      </div>
    </Card>
  );
}

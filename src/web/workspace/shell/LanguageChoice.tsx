import { useTranslation } from 'react-i18next';
import { chooseLanguage, languageNames, languages } from '../../shared/i18n';
import styles from './LanguageChoice.module.css';

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.choice} role="group" aria-label={t('words.language')}>
      {languages.map(language => (
        <button
          type="button"
          key={language}
          lang={language}
          aria-pressed={language === i18n.language}
          onClick={() => void chooseLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}

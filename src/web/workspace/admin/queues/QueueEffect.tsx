import { useTranslation } from 'react-i18next';
import type { CheckQueueLanguageReach, CheckQueueReach, Warning } from '../../../shared/api';
import { languageName } from '../../../shared/format';
import styles from './QueueEditor.module.css';
import type { QueueCheck } from './useQueueCheck';

/** Whom each step reaches now, by the customers' languages, and what deserves a second look. */
export function QueueEffect({ steps, check }: { steps: string; check: QueueCheck }) {
  const { t } = useTranslation();
  const { answer } = check;
  const warningText = useWarningText();
  const texts = steps.split(';').map(step => step.trim());
  return (
    <aside className={styles.effect} aria-label={t('queue.effect.title')} data-behind={check.isBehind}>
      <h2>{t('queue.effect.title')}</h2>
      {answer && Object.keys(answer.errors).length > 0 && <p>{t('queue.effect.mend')}</p>}
      {answer?.members && (
        <>
          <h3>{t('queue.members')}</h3>
          <Reach reach={answer.members} />
          {answer.steps.map((step, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number.
            <section key={n}>
              <h3>
                {t('queue.effect.step', { step: n + 1 })} <code>{texts[n]}</code>
              </h3>
              {isSame(step.languages) ? (
                <Reach reach={step.languages[0]!.reach} />
              ) : (
                step.languages.map(({ language, reach }) => (
                  <Reach key={language} reach={reach} title={languageName(language)} />
                ))
              )}
            </section>
          ))}
        </>
      )}
      {answer?.warnings.map(warning => (
        <p key={warning.text} className={styles.warning}>
          {warningText(warning)}
        </p>
      ))}
    </aside>
  );
}

function useWarningText() {
  const { t } = useTranslation();
  return ({ name, text, step, language, first, last, seconds }: Warning) => {
    if (name === 'no-members') return t('queue.warning.noMembers');
    if (name === 'starves') return t('queue.warning.starves', { first, last });
    if (name === 'can-starve') return t('queue.warning.canStarve', { first, last, seconds });
    if (name !== 'nobody-fits-step' || !step) return text;
    return language
      ? t('queue.warning.nobodyFitsLanguage', { step, language: languageName(language) })
      : t('queue.warning.nobodyFits', { step });
  };
}

function Reach({ reach, title }: { reach: CheckQueueReach; title?: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.reach} data-none={reach.signedIn === 0} data-titled={title !== undefined}>
      {title && <span>{title}</span>}
      <b>{t('queue.effect.signedIn', { people: reach.signedIn })}</b>
      <small>{t('queue.effect.ofAll', { available: reach.available, all: reach.all })}</small>
    </p>
  );
}

function isSame(languages: CheckQueueLanguageReach[]) {
  return new Set(languages.map(({ reach }) => JSON.stringify(reach))).size === 1;
}

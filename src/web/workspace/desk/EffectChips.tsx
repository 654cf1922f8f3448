import { useTranslation } from 'react-i18next';
import { type Effects, effectsOf } from '../replies/effects';
import { Icon } from '../shell/Icon';
import styles from './Composer.module.css';
import { noEffects } from './drafts';

/** What will be done when the reply is sent, beside what it says; each can be taken away. */
export function EffectChips({ effects, change }: { effects: Effects; change: (effects: Effects) => void }) {
  const { t } = useTranslation();
  const names = Object.keys(noEffects) as (keyof Effects)[];
  const set = names.filter(name => effects[name] !== null);
  if (set.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('composer.also')}>
      {set.map(name => {
        const [words] = effectsOf({ ...noEffects, [name]: effects[name] }, t);
        return (
          <li key={name} title={name === 'note' ? (effects.note ?? '') : undefined}>
            {words}
            <button
              type="button"
              aria-label={t('composer.detach', { name: words! })}
              onClick={() => change({ ...effects, [name]: null })}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import styles from './Suggestions.module.css';
import type { Suggestion } from './suggestion';

type Props = {
  id: string;
  title: string;
  list: readonly Suggestion[];
  chosen: number;
  look: (place: number) => void;
  choose: (suggestion: Suggestion) => void;
};

/** What fits the sign that was typed, above the field; the keys are the field's. */
export function Suggestions({ id, title, list, chosen, look, choose }: Props) {
  const { t } = useTranslation();
  const preview = list[chosen]?.preview;
  return (
    <div className={styles.suggestions}>
      <div id={id} role="listbox" aria-label={title} className={styles.list}>
        {list.map((suggestion, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
          <div
            key={suggestion.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            // The focus stays where one writes.
            onPointerDown={event => event.preventDefault()}
            onPointerMove={() => look(place)}
            onClick={() => choose(suggestion)}
          >
            <b>{suggestion.mark}</b>
            <span>{suggestion.title}</span>
            {suggestion.detail && <small>{suggestion.detail}</small>}
          </div>
        ))}
      </div>
      {preview && (
        <div className={styles.preview} aria-live="polite">
          <p>{preview.text || t('composer.saysNothing')}</p>
          {preview.also.length > 0 && <small>{preview.also.join(' · ')}</small>}
        </div>
      )}
    </div>
  );
}

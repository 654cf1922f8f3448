import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../palette/Palette.module.css';
import { rank } from '../palette/rank';
import { Dialog } from '../shell/Dialog';

type Option = { id: string; name: string; detail: string };

type Props = {
  title: string;
  options: Option[];
  /** What is said when there is none to choose. */
  none: string;
  choose: (option: Option) => void;
  close: () => void;
};

const mostShown = 30;

/** One of many, found by typing: letters narrow the list, arrows walk it, Enter takes. */
export function Chooser({ title, options, none, choose, close }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const [place, setPlace] = useState(0);
  const found = rank(wanted, options, option => option.name).slice(0, mostShown);

  function take(option: Option | undefined) {
    if (!option) return;
    close();
    choose(option);
  }

  function steer(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((place + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') take(found[place]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog label={title} close={close} className={styles.palette!}>
      <input
        className={styles.search}
        placeholder={title}
        aria-label={title}
        role="combobox"
        aria-expanded="true"
        aria-controls="chooser-list"
        aria-activedescendant={found[place] ? `chooser-${place}` : undefined}
        value={wanted}
        onKeyDown={steer}
        onChange={event => {
          setWanted(event.currentTarget.value);
          setPlace(0);
        }}
      />
      <div id="chooser-list" role="listbox" aria-label={title} className={styles.list}>
        {found.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field.
          <div
            key={option.id}
            id={`chooser-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === place}
            onClick={() => take(option)}
            onPointerMove={() => setPlace(i)}
          >
            <span>{option.name}</span>
            <small>{option.detail}</small>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing}>{options.length === 0 ? none : t('palette.nothing')}</p>
      )}
    </Dialog>
  );
}

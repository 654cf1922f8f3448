import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonalSettings } from '../account/settings';
import { Dialog } from '../shell/Dialog';
import { type Command, keyOfCommand, useOfferedCommands } from './commands';
import { Key } from './Key';
import styles from './Palette.module.css';
import { rank } from './rank';
import { useSearchCommand } from './useSearchCommand';

const mostShown = 12;

/** Everything that can be done here and now, by name; each with its key, so that the keys are learned by seeing them. */
export function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const settings = usePersonalSettings();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const offered = useOfferedCommands().filter(command => command.id !== 'palette');
  const search = useSearchCommand(wanted);
  const named = rank(wanted, offered, command => command.title).slice(0, mostShown);
  const found = search ? [...named, search] : named;

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function run(command: Command | undefined) {
    if (!command) return;
    close();
    command.run();
  }

  function steer(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((chosen + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog label={t('palette.title')} close={close} className={styles.palette!}>
      <input
        className={styles.search}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        value={wanted}
        onKeyDown={steer}
        onChange={event => {
          setWanted(event.currentTarget.value);
          setChosen(0);
        }}
      />
      <div
        id="palette-list"
        role="listbox"
        aria-label={t('palette.title')}
        ref={list}
        className={styles.list}
      >
        {found.map((command, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field.
          <div
            key={command.id}
            id={`palette-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            onClick={() => run(command)}
            onPointerMove={() => setChosen(i)}
          >
            {command.title}
            {keyOfCommand(command, settings) && <Key name={keyOfCommand(command, settings)} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.nothing}>{t('palette.nothing')}</p>}
    </Dialog>
  );
}

import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './Menu.module.css';

type Props = {
  button: ReactNode;
  buttonClass: string;
  title?: string;
  side?: 'left' | 'right';
  children: ReactNode;
};

const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A button with a list of things to choose from. The browser's popover keeps it above the page and closes it. */
export function Menu({ button, buttonClass, title, side = 'left', children }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  function place(opens: boolean) {
    // Drawn before it is shown, so that there is something to put the focus on.
    flushSync(() => setOpen(opens));
    if (!opens) return;
    const at = opener.current!.getBoundingClientRect();
    list.current!.style.top = `${at.bottom + 4}px`;
    if (side === 'left') list.current!.style.left = `${at.left}px`;
    else list.current!.style.right = `${document.documentElement.clientWidth - at.right}px`;
  }

  function steer(event: React.KeyboardEvent) {
    const items = [...list.current!.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const now = items.indexOf(document.activeElement as HTMLElement);
    const next = { Home: 0, End: items.length - 1 }[event.key] ?? now + (step[event.key] ?? Number.NaN);
    if (Number.isNaN(next)) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        title={title}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className={styles.menu}
        onKeyDown={steer}
        onClick={() => list.current!.hidePopover()}
        onBeforeToggle={event => place(event.newState === 'open')}
        onToggle={event => event.newState === 'open' && firstOf(list.current!)?.focus()}
      >
        {isOpen && children}
      </div>
    </>
  );
}

type ItemProps = {
  onChoose: () => void;
  children: ReactNode;
  icon?: ReactNode;
  checked?: boolean;
  lang?: string;
};

/** `checked` makes it one choice of several, with a mark beside the one in force. */
export function MenuItem({ onChoose, children, icon, checked, lang }: ItemProps) {
  const choice =
    checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked };
  return (
    <button type="button" {...choice} tabIndex={-1} lang={lang} className={styles.item} onClick={onChoose}>
      {icon}
      {children}
    </button>
  );
}

export function MenuLine() {
  return <hr className={styles.line} />;
}

function firstOf(list: HTMLElement) {
  return (
    list.querySelector<HTMLElement>('[aria-checked=true]') ??
    list.querySelector<HTMLElement>('[role^=menuitem]')
  );
}

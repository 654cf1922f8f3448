import styles from './Palette.module.css';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const shown: Record<string, string> = { Enter: '↵', Escape: 'Esc' };

/** A key as it stands on the keyboard in front of the reader. */
export function Key({ name }: { name: string }) {
  return <kbd className={styles.key}>{keyText(name)}</kbd>;
}

export function keyText(name: string): string {
  const parts = name.split('+').map(part => {
    if (part === 'mod') return apple ? '⌘' : 'Ctrl';
    if (part === 'shift') return '⇧';
    return shown[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
  return parts.join(' ');
}

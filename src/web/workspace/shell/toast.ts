type Toast = { number: number; text: string; kind: 'done' | 'refused'; undo?: () => void };

const shownForMs = 6000;
const mostAtOnce = 3;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

export function toast(text: string, kind: Toast['kind'] = 'done', undo?: () => void): void {
  const number = ++last;
  change([...toasts, { number, text, kind, ...(undo ? { undo } : {}) }].slice(-mostAtOnce));
  setTimeout(() => closeToast(number), shownForMs);
}

export function closeToast(number: number): void {
  change(toasts.filter(shown => shown.number !== number));
}

export function shownToasts() {
  return toasts;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

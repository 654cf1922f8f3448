type Child = Node | string | undefined | false;
type Properties<E> = Partial<Omit<E, 'style' | 'children'>> & {
  on?: Record<string, (event: never) => void>;
} & {
  [attribute: `aria-${string}`]: string;
} & { role?: string };

const svg = 'http://www.w3.org/2000/svg';

/** Makes an element without markup strings, so that a page's Trusted Types policy has nothing to refuse. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const { on = {}, ...rest } = properties;
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (name.startsWith('aria-') || name === 'role') element.setAttribute(name, String(value));
    else Reflect.set(element, name, value);
  }
  for (const [name, listener] of Object.entries(on))
    element.addEventListener(name, listener as EventListener);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** A line drawing in a 24 × 24 box, hidden from screen readers. */
export function icon(path: string): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

export const icons = {
  chat: 'M4 5h16v11H9l-5 4z',
  down: 'M6 9l6 6 6-6',
  leave: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
  clip: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5 8.5a1.8 1.8 0 0 1-2.5-2.5L14.5 7.5',
  send: 'M4 12l16-8-6 16-3-7z',
  cross: 'M6 6l12 12M18 6L6 18',
};

/** Sets text only when it differs, so that live regions speak once. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

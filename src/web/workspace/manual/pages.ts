const titles = import.meta.glob<string>('../../../../docs/using/*.md', {
  query: '?title',
  import: 'default',
  eager: true,
});

const texts = import.meta.glob<string>('../../../../docs/using/*.md', { query: '?html', import: 'default' });

/** What is read first stands first; a page that is not named here follows in the order of the alphabet. */
const first = [
  'desk',
  'keyboard',
  'history',
  'replies',
  'follow-ups',
  'settings',
  'floor',
  'accounts',
  'organisation',
  'answering',
  'administration',
  'routing',
  'planning',
];

export type ManualPage = { name: string; title: string; read: () => Promise<string> };

export const manual: readonly ManualPage[] = Object.entries(titles)
  .map(([path, title]) => ({ name: nameOf(path), title, read: texts[path]! }))
  .sort((one, other) => place(one.name) - place(other.name) || one.title.localeCompare(other.title));

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
}

function place(name: string): number {
  const at = first.indexOf(name);
  return at < 0 ? first.length : at;
}

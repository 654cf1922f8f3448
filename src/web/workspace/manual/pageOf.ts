const pages: Record<string, string> = {
  floor: 'floor',
  history: 'history',
  'follow-ups': 'follow-ups',
  planning: 'planning',
  replies: 'replies',
  people: 'accounts',
  widgets: 'administration',
  settings: 'administration',
  'settings/telephone': 'answering',
  'settings/prompts': 'answering',
  tokens: 'administration',
  audit: 'administration',
  account: 'settings',
};

/** The manual's page about a place in the workspace. */
export function pageOf(pathname: string): string {
  const [, place = '', section] = pathname.split('/');
  return pages[`${place}/${section}`] ?? pages[place] ?? 'desk';
}

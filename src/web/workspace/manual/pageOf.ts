const pages: Record<string, string> = {
  floor: 'floor',
  history: 'history',
  'follow-ups': 'follow-ups',
  planning: 'planning',
  replies: 'replies',
  people: 'accounts',
  widgets: 'administration',
  settings: 'administration',
  tokens: 'administration',
  audit: 'administration',
  account: 'settings',
};

/** The manual's page about a place in the workspace. */
export function pageOf(pathname: string): string {
  const [, place = ''] = pathname.split('/');
  return pages[place] ?? 'desk';
}

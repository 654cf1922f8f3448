import type { Permission, Session } from '../../shared/model';
import type { IconName } from './Icon';

type PlaceName =
  | 'desk'
  | 'floor'
  | 'history'
  | 'follow-ups'
  | 'planning'
  | 'replies'
  | 'people'
  | 'widgets'
  | 'settings'
  | 'tokens'
  | 'audit';

export type Place = { to: `/${PlaceName}`; title: `places.${PlaceName}`; icon: IconName };

const places: (Place & { needs: Permission })[] = [
  { to: '/desk', title: 'places.desk', icon: 'chat', needs: 'handle-contacts' },
  { to: '/floor', title: 'places.floor', icon: 'floor', needs: 'see-floor' },
  { to: '/history', title: 'places.history', icon: 'search', needs: 'read-conversations' },
  { to: '/follow-ups', title: 'places.follow-ups', icon: 'task', needs: 'handle-contacts' },
  { to: '/planning', title: 'places.planning', icon: 'planning', needs: 'plan-workforce' },
  { to: '/replies', title: 'places.replies', icon: 'reply', needs: 'manage-replies' },
  { to: '/people', title: 'places.people', icon: 'people', needs: 'manage-people' },
  { to: '/widgets', title: 'places.widgets', icon: 'widget', needs: 'manage-organisation' },
  { to: '/settings', title: 'places.settings', icon: 'settings', needs: 'manage-organisation' },
  { to: '/tokens', title: 'places.tokens', icon: 'key', needs: 'manage-tokens' },
  { to: '/audit', title: 'places.audit', icon: 'log', needs: 'read-audit' },
];

/** Where this person may go, in the order of the navigation. The server decides; this only hides closed doors. */
export function placesOf(session: Session): Place[] {
  return places
    .filter(place => session.permissions.includes(place.needs))
    .filter(place => (place.to !== '/desk' && place.to !== '/follow-ups') || session.agentId);
}

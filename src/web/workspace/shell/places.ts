import type { Session } from '../../shared/model';
import type { IconName } from './Icon';

/** Where this person may go, in the order of the navigation. The server decides; this only hides closed doors. */
export function placesOf(session: Session) {
  return [
    {
      to: '/desk',
      title: 'places.desk',
      icon: 'chat',
      open: session.agentId !== undefined && session.agentId !== null,
    },
    {
      to: '/floor',
      title: 'places.floor',
      icon: 'floor',
      open: isOneOf(session, 'lead', 'admin', 'planner'),
    },
  ].filter(place => place.open) as Place[];
}

export type Place = { to: '/desk' | '/floor'; title: 'places.desk' | 'places.floor'; icon: IconName };

function isOneOf(session: Session, ...roles: Session['roles']) {
  return session.roles.some(role => roles.includes(role));
}

import type { ListPeoplePersonView } from '../../shared/api';
import type { Role } from '../../shared/model';

export type Person = Omit<ListPeoplePersonView, 'roles' | 'status'> & {
  roles: Role[];
  status: 'active' | 'invited' | 'deactivated';
};

export const roles: Role[] = ['agent', 'lead', 'planner', 'quality', 'admin', 'partner-viewer'];

import type { Role } from '../../shared/model';

export type Person = {
  id: string;
  email: string;
  name: string;
  language: string;
  roles: Role[];
  partners: string[];
  status: 'active' | 'invited' | 'deactivated';
  totp: boolean;
  createdAt: string;
  lastSeenAt?: string | null;
  version: number;
};

export const roles: Role[] = ['agent', 'lead', 'planner', 'quality', 'admin', 'partner-viewer'];

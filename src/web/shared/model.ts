/** What the server answers. Instants are ISO 8601 in UTC; ids are UUIDs. */

export type Id = string;
export type Instant = string;

export type Partner = { id: Id; name: string; colour: string };
export type Named = { id: Id; name: string };
export type Channel = 'call' | 'chat' | 'message' | 'mail' | 'task';
export type Role = 'agent' | 'lead' | 'planner' | 'quality' | 'admin' | 'partner-viewer';

export type Permission =
  | 'own-account'
  | 'handle-contacts'
  | 'read-conversations'
  | 'see-floor'
  | 'steer-floor'
  | 'manage-people'
  | 'manage-organisation'
  | 'manage-tokens'
  | 'read-audit';

export type Session = {
  person: { id: Id; name: string; email: string; language: string };
  roles: Role[];
  permissions: Permission[];
  partners: Partner[];
  agentId?: Id | null;
  totp: boolean;
  version: string;
};

export type AgentState = 'available' | 'away' | 'offline';

export type Customer = { id?: Id | null; name?: string | null; email?: string | null };

export type Reason = { kind: 'language' | 'skill' | 'agent' | 'order'; name: string; level?: number };

export type Offer = {
  contactId: Id;
  /** Names the offer within the contact: a late click cannot take a later one. */
  number: number;
  channel: Channel;
  partner: Partner;
  queue: Named;
  language: string;
  customerName?: string | null;
  waitedSince: Instant;
  deadline: Instant;
  why: Reason[];
};

export type DeskContact = {
  contactId: Id;
  conversationId?: Id | null;
  channel: Channel;
  partner: Partner;
  queue: Named;
  language: string;
  customer: Customer;
  state: 'connected' | 'wrap-up' | 'parked';
  since: Instant;
  arrivedAt: Instant;
  waitedSeconds: number;
  wrapUpEndsAt?: Instant | null;
  wakesAt?: Instant | null;
  /** Somebody else is sought for it. */
  transferring: boolean;
  lastMessage?: { number: number; text: string; author: 'customer' | 'agent' | 'system'; at: Instant } | null;
  unread: number;
  customerWaitingSince?: Instant | null;
};

export type Waiting = {
  contactId: Id;
  channel: Channel;
  queue: Named;
  partner: Partner;
  language: string;
  customerName?: string | null;
  since: Instant;
};

export type Desk = {
  sequence: number;
  at: Instant;
  agent: {
    id: Id;
    name: string;
    state: AgentState;
    awayKind?: Id | null;
    stateSince: Instant;
    reachable: boolean;
    points: { used: number; of: number };
  };
  offers: Offer[];
  contacts: DeskContact[];
  waiting: Waiting[];
};

export type Directory = {
  queues: (Named & { partner: Partner })[];
  agents: (Named & { team?: string | null; partnerIds: Id[]; state?: AgentState | null })[];
  dispositions: (Named & { queueId: Id })[];
  awayKinds: Named[];
};

export type File = { id: Id; name: string; bytes: number; mediaType: string };

export type Message = {
  number: number;
  clientId: Id;
  author: { kind: 'customer' | 'agent' | 'system' | 'lead'; id?: Id; name?: string };
  kind: 'reply' | 'note' | 'system';
  text: string;
  files: File[];
  at: Instant;
  deliveredAt?: Instant;
  readAt?: Instant;
};

export type Conversation = {
  id: Id;
  contactId: Id;
  customer: Customer;
  fields: Record<string, string>;
  language: string;
  page?: string | null;
  startedAt: Instant;
  messages: Message[];
  before?: number | null;
};

export type FloorQueue = Named & {
  partner: Partner;
  channels: Channel[];
  waiting: number;
  open: boolean;
  longestSince?: Instant | null;
  able: number;
  serviceLevelBasisPoints?: number | null;
  target: { seconds: number; basisPoints: number };
};

export type FloorAgent = Named & {
  team?: string | null;
  state: AgentState;
  reachable: boolean;
  awayKind?: Id | null;
  since: Instant;
  contacts: {
    contactId: Id;
    queueId: Id;
    channel: Channel;
    state: 'offered' | 'connected' | 'wrap-up' | 'parked';
    since: Instant;
  }[];
  partnerNames: string[];
  languages: string[];
  points: { used: number; of: number };
};

export type FloorContact = {
  contactId: Id;
  queueId: Id;
  channel: Channel;
  language: string;
  since: Instant;
  rankMilli: number;
  /** The step in force, from 1; 0 when only a named agent is sought. */
  step: number;
  steps: number;
};

export type Floor = {
  sequence: number;
  at: Instant;
  kpis: {
    serviceLevelBasisPoints?: number | null;
    waiting: number;
    longestWaitSince?: Instant | null;
    answered: number;
    abandoned: number;
    able: number;
    signedIn: number;
  };
  queues: FloorQueue[];
  agents: FloorAgent[];
  waiting: FloorContact[];
};

/** The server's answers under the names that the screens use. Instants are ISO 8601 in UTC; ids are UUIDs. */
import type * as api from './api';

export type {
  AgentState,
  Channel,
  FileView as File,
  MessageView as Message,
  OfferView as Offer,
  ReasonView as Reason,
  ShowConversationResponse as Conversation,
  ShowDirectoryResponse as Directory,
  WaitingView as Waiting,
} from './api';

export type Partner = api.PartnerView;
export type Desk = api.DeskView;
export type DeskContact = api.DeskContactView;
export type Floor = api.FloorView;
export type FloorQueue = api.FloorQueueView;
export type FloorAgent = api.FloorAgentView;
export type FloorContact = api.FloorContactView;
export type VoiceLeg = api.VoiceLegView;

export type Role = 'agent' | 'lead' | 'planner' | 'quality' | 'admin' | 'partner-viewer';

export type Permission =
  | 'own-account'
  | 'handle-contacts'
  | 'read-conversations'
  | 'hear-recordings'
  | 'listen-to-calls'
  | 'coach-in-calls'
  | 'barge-into-calls'
  | 'take-over-calls'
  | 'see-floor'
  | 'steer-floor'
  | 'manage-people'
  | 'manage-organisation'
  | 'manage-replies'
  | 'plan-workforce'
  | 'manage-tokens'
  | 'read-audit';

export type Session = Omit<api.ShowSessionResponse, 'roles' | 'permissions'> & {
  roles: Role[];
  permissions: Permission[];
};

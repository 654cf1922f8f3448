/** What the widget and the server say to each other. Instants are ISO-8601 UTC, durations whole seconds. */

export type Language = 'en' | 'pl' | 'es' | 'pt-PT' | 'fr' | 'tr';
export type FieldRule = 'required' | 'optional' | 'hidden';

export interface Settings {
  name: string;
  /** Six-digit hex colour of the partner's brand. */
  brandColour: string;
  /** Where the partner's logo is; from the server, its version. */
  logo?: string;
  languages: Language[];
  language: Language;
  open: boolean;
  /** When the desk opens next; absent while it is open or when no opening is known. */
  opensAt?: string;
  /** Closed within its hours: for a while, or until somebody opens it. */
  pause?: boolean;
  /** Why nobody is there now: an emergency's own words. */
  announcement?: string;
  form: { name: FieldRule; email: FieldRule };
  consent: { required: boolean; text?: string; link?: string };
  greeting?: string;
  files: { maxBytes: number; maxPerMessage: number; extensions: string[] };
  maxTextLength: number;
}

export interface FileInfo {
  id: string;
  name: string;
  bytes: number;
}

export interface Author {
  kind: 'customer' | 'agent' | 'system';
  name?: string;
}

export interface Message {
  /** Ascending within a conversation; not every number is shown to the customer. */
  number: number;
  /** Present on the customer's own messages. */
  clientId?: string;
  author: Author;
  text: string;
  /** Names a message of the system, so that it can be shown in the reader's language. */
  code?: string;
  values?: Record<string, string | number>;
  files: FileInfo[];
  at: string;
}

export type State = 'waiting' | 'connected' | 'parked' | 'ended';

/** Where a conversation stands, as the customer may know it. */
export interface Standing {
  state: State;
  agentName?: string;
  /** Place in the line, from 1. */
  position?: number;
  /** Expected wait as a range; absent when nothing honest can be said. */
  waitFrom?: number;
  waitTo?: number;
  opensAt?: string;
  endedReason?: string;
}

/** How far the other side has got with the customer's messages. */
export interface Receipt {
  deliveredTo: number;
  readTo: number;
}

export interface Conversation {
  conversationId: string;
  standing: Standing;
  receipt: Receipt;
  messages: Message[];
}

export interface Started {
  conversationId: string;
  token: string;
  renewAt: string;
  number: number;
  at: string;
}

export interface Start {
  key: string;
  clientId: string;
  visitorId: string;
  form: { name?: string; email?: string };
  consent: boolean;
  language: Language;
  text: string;
  identity?: string;
  page?: string;
}

/** What comes down the live line; `n` counts from 1 on each connection. */
export type Down = { n: number } & (
  | { type: 'hello'; conversation: Conversation }
  | { type: 'message'; message: Message }
  | { type: 'typing'; on: boolean }
  | { type: 'receipt'; receipt: Receipt }
  | { type: 'standing'; standing: Standing }
  | { type: 'ping' }
);

export type Up =
  | { type: 'hello'; token: string; after: number }
  | { type: 'typing'; on: boolean }
  | { type: 'received'; number: number }
  | { type: 'read'; number: number }
  | { type: 'ping' };

/** A refusal as the server words it: problem+json. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}

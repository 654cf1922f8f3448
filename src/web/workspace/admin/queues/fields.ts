import type { QueueRequest } from '../../../shared/api';

/** How a setting is typed: in a number's own unit, as a requirement, by a choice, or as yes or no. */
type Kind = 'seconds' | 'number' | 'thousandths' | 'share' | 'requirement' | Choice | 'switch';

/** What a choice is made among; `usual` is yes, no, or as usual for the channel. */
export type Choice = 'selection' | 'diversion' | 'channel' | 'usual';

/** A setting of a queue that is one value. `empty` says that none is a value too. */
export type FieldName = Exclude<
  keyof QueueRequest,
  | 'version'
  | 'partnerId'
  | 'name'
  | 'channels'
  | 'members'
  | 'steps'
  | 'dispositions'
  | 'divertsTo'
  | 'sharesPlacesOf'
  | 'openingCalendarId'
>;

export type Field = { name: FieldName; kind: Kind; empty?: boolean };

type Group = 'order' | 'offer' | 'service' | 'limits' | 'hold' | 'interruption' | 'silence';

export const groups: { name: Group; fields: Field[] }[] = [
  {
    name: 'order',
    fields: [
      { name: 'baseMilli', kind: 'thousandths' },
      { name: 'slopeMilli', kind: 'thousandths' },
      { name: 'capMilli', kind: 'thousandths' },
      { name: 'selection', kind: 'selection' },
    ],
  },
  {
    name: 'offer',
    fields: [
      { name: 'offerSeconds', kind: 'seconds', empty: true },
      { name: 'autoAccept', kind: 'switch' },
      { name: 'wrapUpSeconds', kind: 'seconds', empty: true },
      { name: 'allowsPicking', kind: 'switch' },
    ],
  },
  {
    name: 'service',
    fields: [
      { name: 'targetSeconds', kind: 'seconds' },
      { name: 'targetBasisPoints', kind: 'share' },
    ],
  },
  {
    name: 'limits',
    fields: [
      { name: 'places', kind: 'number', empty: true },
      { name: 'overflowsAfterSeconds', kind: 'seconds', empty: true },
      { name: 'overflowsBehind', kind: 'number', empty: true },
      { name: 'overflowsBelowBasisPoints', kind: 'share', empty: true },
      { name: 'serviceWindowSeconds', kind: 'seconds' },
      { name: 'overflowsUnstaffed', kind: 'switch' },
      { name: 'skipsEmptySteps', kind: 'switch' },
      { name: 'whenFull', kind: 'diversion' },
      { name: 'whenClosed', kind: 'diversion' },
      { name: 'onClosing', kind: 'diversion' },
    ],
  },
  {
    name: 'hold',
    fields: [
      { name: 'holdAgents', kind: 'number', empty: true },
      { name: 'holdWho', kind: 'requirement', empty: true },
      { name: 'holdChannel', kind: 'channel' },
    ],
  },
  {
    name: 'interruption',
    fields: [
      { name: 'interrupts', kind: 'usual' },
      { name: 'interruptible', kind: 'usual' },
      { name: 'pauseSeconds', kind: 'seconds' },
      { name: 'dueLeadSeconds', kind: 'seconds' },
    ],
  },
  {
    name: 'silence',
    fields: [
      { name: 'silentReminderSeconds', kind: 'seconds' },
      { name: 'silentCloseSeconds', kind: 'seconds' },
    ],
  },
];

export const selections = [
  'longest-idle',
  'best-fit',
  'most-skilled',
  'least-occupied',
  'round-robin',
  'weighted-turns',
  'random',
] as const;

export const diversions = ['none', 'to-queue', 'take-message', 'end'] as const;

export const channels = ['call', 'chat', 'message', 'mail', 'task'] as const;

/** What an empty field says instead. */
export function emptyOf(name: FieldName) {
  if (name === 'offerSeconds') return 'usual';
  if (name === 'holdAgents') return 'nobody';
  if (name === 'holdWho') return 'anyMember';
  return name.startsWith('overflows') ? 'never' : 'none';
}

/** How a value is shown in its field. */
export function shownOf(field: Field, value: QueueRequest[FieldName]): string {
  if (typeof value !== 'number') return String(value ?? '');
  if (field.kind === 'thousandths') return String(value / 1000);
  return String(field.kind === 'share' ? value / 100 : value);
}

/** What was typed as the server takes it; an empty field is none. */
export function typedOf(field: Field, text: string): number | null {
  if (text.trim() === '') return null;
  const factor = { thousandths: 1000, share: 100 }[field.kind as string] ?? 1;
  return Math.round(Number(text) * factor);
}

/** A new queue as it is usually begun. */
export function newQueue(partnerId: string): QueueRequest {
  return {
    version: 0,
    partnerId,
    name: '',
    channels: ['chat'],
    members: 'any',
    steps: 'language>=3 for 20s; language>=2 for 1m; any',
    baseMilli: 0,
    slopeMilli: 1000,
    capMilli: 3_600_000,
    selection: 'longest-idle',
    offerSeconds: null,
    autoAccept: false,
    wrapUpSeconds: 60,
    targetSeconds: 30,
    targetBasisPoints: 8000,
    silentReminderSeconds: 180,
    silentCloseSeconds: 180,
    places: null,
    overflowsAfterSeconds: null,
    skipsEmptySteps: true,
    whenFull: 'end',
    whenClosed: 'take-message',
    onClosing: 'none',
    divertsTo: null,
    openingCalendarId: null,
    dispositions: [],
    overflowsBehind: null,
    overflowsBelowBasisPoints: null,
    serviceWindowSeconds: 3600,
    overflowsUnstaffed: false,
    sharesPlacesOf: null,
    holdAgents: null,
    holdChannel: 'call',
    holdWho: null,
    interrupts: null,
    interruptible: null,
    pauseSeconds: 1800,
    dueLeadSeconds: 14_400,
    allowsPicking: false,
  };
}

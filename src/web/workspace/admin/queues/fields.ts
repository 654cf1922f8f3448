import type { QueueRequest } from '../../../shared/api';

/** How a setting is typed: whole seconds, a plain number, thousandths shown as a decimal, a share, a choice, yes or no. */
type Kind = 'seconds' | 'number' | 'thousandths' | 'share' | 'selection' | 'diversion' | 'switch';

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
  | 'openingCalendarId'
>;

export type Field = { name: FieldName; kind: Kind; empty?: boolean };

export const groups: { name: 'order' | 'offer' | 'service' | 'limits' | 'silence'; fields: Field[] }[] = [
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
      { name: 'skipsEmptySteps', kind: 'switch' },
      { name: 'whenFull', kind: 'diversion' },
      { name: 'whenClosed', kind: 'diversion' },
      { name: 'onClosing', kind: 'diversion' },
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
  'random',
] as const;

export const diversions = ['none', 'to-queue', 'take-message', 'end'] as const;

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
  };
}

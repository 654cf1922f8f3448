import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, remove } from '../../shared/http';
import type { Permission } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useAttempt } from '../shell/useAttempt';

/** What a lead may do in an agent's call, and the right that it needs. */
const manners = [
  { manner: 'listening', right: 'listen-to-calls' },
  { manner: 'coaching', right: 'coach-in-calls' },
  { manner: 'barging', right: 'barge-into-calls' },
] as const satisfies { manner: string; right: Permission }[];

export type Manner = (typeof manners)[number]['manner'];

/** Joins a running call unheard, heard by the agent alone, or by everybody; at the lead's own telephone. */
export function useHearing() {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const { permissions } = useSignedIn();
  const [now, setNow] = useState<Manner | null>(null);

  async function become(manner: Manner | null, act: () => Promise<void>) {
    if (await attempt(() => act().then(() => true), t(`hearing.done.${manner ?? 'left'}`))) setNow(manner);
  }

  return {
    now,
    mannersFor: (contact: { channel: string; state: string }): Manner[] =>
      contact.channel === 'call' && contact.state === 'connected'
        ? manners.filter(({ right }) => permissions.includes(right)).map(({ manner }) => manner)
        : [],
    hear: (contactId: string, manner: Manner) =>
      become(manner, () => put(`/contacts/${contactId}/${manner}`, {})),
    leave: (contactId: string) => become(null, () => remove(`/contacts/${contactId}/listening`)),
  };
}

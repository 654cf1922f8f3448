import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceGoal } from '../../shared/api';
import { Card } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import { objections } from './objections';
import styles from './PlanningPage.module.css';
import { SharedStaffing } from './SharedStaffing';
import { type Group, GroupRow, type Queue, QueueRow } from './SharingRows';
import { useStaffing } from './useStaffing';

type Props = {
  /** Of the queue that was forecast. */
  name: string;
  goal: ServiceGoal;
  /** In the slot that is looked at. */
  contactsPerHour: number;
};

const queuesMost = 6;
const groupsMost = 8;

/** Who serves several queues together at the least cost: agents of one skill beside agents of several. */
export function SharingCard({ name, goal, contactsPerHour }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const staffing = useStaffing();
  const [queues, setQueues] = useState<Queue[]>(() => [
    { name, contacts: Math.round(contactsPerHour), handle: goal.handleSeconds },
    { name: t('planning.queueNumber', { number: 2 }), contacts: 30, handle: goal.handleSeconds },
  ]);
  const [groups, setGroups] = useState<Group[]>(() => [
    { name: t('planning.groupNumber', { number: 1 }), queues: [0], cost: 20 },
    { name: t('planning.groupNumber', { number: 2 }), queues: [1], cost: 20 },
    { name: t('planning.groupNumber', { number: 3 }), queues: [0, 1], cost: 22 },
  ]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void staffing.find({
      queues: queues.map(one => ({
        name: one.name,
        contactsPerHour: one.contacts,
        goal: { ...goal, handleSeconds: one.handle },
      })),
      groups: groups.map(one => ({ name: one.name, queues: one.queues, costPerHour: one.cost })),
    });
  }

  return (
    <Card title={t('planning.sharing')}>
      <p>{t('planning.sharingHint')}</p>
      <form className={styles.source} onSubmit={submit}>
        {queues.map((queue, at) => (
          // Rows are told apart by their place: they are only added at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the groups name them by
          <QueueRow key={at} queue={queue} change={part => setQueues(changed(queues, at, part))} />
        ))}
        {groups.map((group, at) => (
          <GroupRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
            key={at}
            group={group}
            queues={queues}
            change={part => setGroups(changed(groups, at, part))}
          />
        ))}
        <div className={styles.run}>
          <Button type="submit" disabled={staffing.tries !== null}>
            {t('planning.findCheapest')}
          </Button>
          <Button
            variant="default"
            disabled={queues.length === queuesMost}
            onClick={() =>
              setQueues([
                ...queues,
                {
                  name: t('planning.queueNumber', { number: queues.length + 1 }),
                  contacts: 30,
                  handle: goal.handleSeconds,
                },
              ])
            }
          >
            {t('planning.addQueue')}
          </Button>
          <Button
            variant="default"
            disabled={groups.length === groupsMost}
            onClick={() =>
              setGroups([
                ...groups,
                {
                  name: t('planning.groupNumber', { number: groups.length + 1 }),
                  queues: [queues.length - 1],
                  cost: 20,
                },
              ])
            }
          >
            {t('planning.addGroup')}
          </Button>
          {staffing.tries !== null && (
            <>
              <Button variant="default" onClick={staffing.stop}>
                {t('planning.stop')}
              </Button>
              <span role="status">{t('planning.tried', { tries: staffing.tries })}</span>
            </>
          )}
        </div>
      </form>
      {staffing.error != null && (
        <p role="alert" className={styles.problem}>
          {objections(staffing.error) || problemText(staffing.error)}
        </p>
      )}
      {staffing.result && (
        <SharedStaffing asked={staffing.result.asked} found={staffing.result.step.result!} />
      )}
    </Card>
  );
}

function changed<T>(list: T[], place: number, part: Partial<T>): T[] {
  return list.map((one, at) => (at === place ? { ...one, ...part } : one));
}

import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edited, ListQueuesQueueView, QueueRequest } from '../../../shared/api';
import { put, Refused } from '../../../shared/http';
import { queries } from '../../queries';
import { Card, Page } from '../../shell/Page';
import { useProblemText } from '../../shell/problem';
import { toast } from '../../shell/toast';
import { useRemoval } from '../../shell/useRemoval';
import { useQueues } from '../settings/organisation';
import { dispositionsOf, linesOf } from './dispositions';
import { Explained } from './Explained';
import { groups } from './fields';
import styles from './QueueEditor.module.css';
import { QueueEffect } from './QueueEffect';
import { RecordingCard } from './RecordingCard';
import { Select } from './Select';
import { useQueueCheck } from './useQueueCheck';
import { ValueField } from './ValueField';
import { WhoServes } from './WhoServes';

/** Every setting of a queue with its meaning beside it, and what the settings would do now at the right. */
export function QueueEditor({ queue, close }: { queue: ListQueuesQueueView; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const others = useQueues().data ?? [];
  const removal = useRemoval('queues', 'directory');
  const [draft, setDraft] = useState<QueueRequest>(queue.settings);
  const [lines, setLines] = useState(linesOf(queue.settings.dispositions));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = useQueueCheck(queue.id, draft);
  const isNew = queue.settings.version === 0;
  const siblings = others
    .filter(({ id, settings }) => id !== queue.id && settings.partnerId === draft.partnerId)
    .map(({ id, settings }) => ({ value: id, title: settings.name }));
  const change = (part: Partial<QueueRequest>) => {
    setDraft(shown => ({ ...shown, ...part }));
    setRefusal(null);
  };
  const errors = (refusal instanceof Refused && refusal.errors) || check.answer?.errors || {};
  const wrong = (field: string) => errors[field]?.join(' ');

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      await put<Edited>(`/queues/${queue.id}`, {
        ...draft,
        dispositions: dispositionsOf(lines, queue.settings.dispositions),
      });
      toast(t('settings.saved'));
      close();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
      for (const key of ['queues', 'directory', 'organisation'])
        void queries.invalidateQueries({ queryKey: [key] });
    }
  }

  async function removeQueue() {
    if (await removal(`/queues/${queue.id}`)) close();
  }

  return (
    <Page
      title={isNew ? t('queue.add') : queue.settings.name}
      actions={
        <>
          {!isNew && (
            <Button variant="default" onClick={() => void removeQueue()}>
              {t('settings.remove')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          <Button type="submit" form="queue" loading={busy}>
            {t('words.save')}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <form id="queue" onSubmit={event => void save(event)} className={styles.form}>
          {Boolean(refusal) && !(refusal instanceof Refused && refusal.errors) && (
            <p role="alert">{problemText(refusal)}</p>
          )}
          <WhoServes draft={draft} change={change} wrong={wrong} isNew={isNew} />
          {groups.map(group => (
            <Card key={group.name} title={t(`queue.group.${group.name}`)}>
              {group.fields.map(field => (
                <ValueField
                  key={field.name}
                  field={field}
                  value={draft[field.name]}
                  change={value => change({ [field.name]: value })}
                  wrong={wrong(field.name)}
                />
              ))}
              {group.name === 'limits' &&
                (['divertsTo', 'sharesPlacesOf'] as const).map(name => (
                  <Explained key={name} help={t(`queue.help.${name}`)} wrong={wrong(name)}>
                    <Select
                      label={t(`queue.field.${name}`)}
                      value={draft[name] ?? null}
                      none="–"
                      choices={siblings}
                      change={other => change({ [name]: other })}
                    />
                  </Explained>
                ))}
            </Card>
          ))}
          <Card title={t('queue.dispositions')}>
            <Explained help={t('queue.help.dispositions')}>
              <Textarea
                label={t('queue.dispositions')}
                autosize
                minRows={4}
                value={lines}
                onChange={event => setLines(event.currentTarget.value)}
                error={wrong('dispositions')}
              />
            </Explained>
          </Card>
        </form>
        <QueueEffect steps={draft.steps} check={check} />
        {!isNew && <RecordingCard queueId={queue.id} />}
      </div>
    </Page>
  );
}

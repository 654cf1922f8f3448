import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveWidgetRequest, WidgetView } from '../../shared/api';
import { put, Refused } from '../../shared/http';
import { languageNames } from '../../shared/i18n';
import { newId } from '../../shared/identity';
import { useDirectory } from '../desk/desk';
import { Choices } from '../people/Choices';
import { queries } from '../queries';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useProblemText } from '../shell/problem';

/** Makes a widget, or changes one: its partner comes with the queue that takes its chats. */
export function WidgetDialog({ widget, close }: { widget: WidgetView | null; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const all = useDirectory().data?.queues ?? [];
  const queues = widget ? all.filter(queue => queue.partner.id === widget.partnerId) : all;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const wrong = error instanceof Refused ? error.errors : undefined;
  const title = t(widget ? 'widgets.change' : 'widgets.create');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const queue = queues.find(known => known.id === form.get('queueId'));
    setBusy(true);
    try {
      const id = widget?.id ?? newId();
      await put(`/widgets/${id}`, {
        ...(widget ?? { version: 0, key: id, partnerId: queue?.partner.id }),
        colour: widget?.colour ?? queue?.partner.colour,
        name: form.get('name'),
        queueId: form.get('queueId'),
        languages: form.getAll('languages'),
        origins: String(form.get('origins'))
          .split(/[\s,]+/)
          .filter(Boolean),
      } as SaveWidgetRequest);
      void queries.invalidateQueries({ queryKey: ['widgets'] });
      close();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={submit} problem={error && !wrong ? problemText(error) : ''}>
        <TextInput
          name="name"
          label={t('widgets.name')}
          required
          defaultValue={widget?.name ?? ''}
          error={wrong?.name?.[0]}
        />
        <label>
          {t('widgets.queue')}
          <select name="queueId" required defaultValue={widget?.queueId}>
            {queues.map(queue => (
              <option key={queue.id} value={queue.id}>
                {[queue.partner.name, queue.name].join(' · ')}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          name="origins"
          label={t('widgets.origins')}
          description={t('widgets.originsHint')}
          required
          defaultValue={widget?.origins.join(' ') ?? ''}
          error={wrong?.origins?.[0]}
        />
        <Choices
          name="languages"
          title={t('widgets.languages')}
          choices={Object.entries(languageNames).map(([value, name]) => ({ value, title: name }))}
          chosen={widget?.languages ?? ['en']}
          problem={wrong?.languages?.[0]}
        />
        <Button type="submit" loading={busy}>
          {t('widgets.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

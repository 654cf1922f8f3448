import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveWidgetRequest, WidgetView } from '../../../shared/api';
import { put, Refused } from '../../../shared/http';
import { newId } from '../../../shared/identity';
import type { Language } from '../../../widget/protocol';
import { useDirectory } from '../../desk/desk';
import { queries } from '../../queries';
import { Page } from '../../shell/Page';
import { useProblemText } from '../../shell/problem';
import { toast } from '../../shell/toast';
import { Snippet } from './Snippet';
import styles from './WidgetDesigner.module.css';
import { WidgetFields } from './WidgetFields';
import { WidgetPreview } from './WidgetPreview';

/** How a chat looks and what it asks, with the real widget beside the form as it is filled in. */
export function WidgetDesigner({ widget, close }: { widget: WidgetView | null; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queues = useDirectory().data?.queues ?? [];
  const [id] = useState(widget?.id ?? newId());
  const [draft, setDraft] = useState<SaveWidgetRequest>(widget ?? newWidget(id));
  const [language, setLanguage] = useState<Language>(draft.languages[0] as Language);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = refusal instanceof Refused ? refusal.errors : undefined;
  const shown = draft.languages.includes(language) ? language : (draft.languages[0] as Language | undefined);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    const queue = queues.find(known => known.id === draft.queueId) ?? queues[0];
    try {
      await put(`/widgets/${id}`, {
        ...draft,
        queueId: queue?.id,
        partnerId: widget?.partnerId ?? queue?.partner.id,
        consentLink: draft.consentLink || null,
      });
      toast(t('settings.saved'));
      close();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['widgets'] });
    }
  }

  return (
    <Page
      title={widget?.name ?? t('widgets.create')}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          <Button type="submit" form="widget" loading={busy}>
            {t('words.save')}
          </Button>
        </>
      }
    >
      <div className={styles.designer}>
        <form id="widget" onSubmit={event => void save(event)}>
          {Boolean(refusal) && !errors && <p role="alert">{problemText(refusal)}</p>}
          <WidgetFields
            draft={draft}
            change={part => setDraft(now => ({ ...now, ...part }))}
            queues={widget ? queues.filter(queue => queue.partner.id === widget.partnerId) : queues}
            language={shown ?? 'en'}
            look={setLanguage}
            wrong={field => errors?.[field]?.join(' ')}
          />
          {widget && <Snippet widgetKey={widget.key} />}
        </form>
        {shown && <WidgetPreview draft={draft} language={shown} />}
      </div>
    </Page>
  );
}

function newWidget(id: string): SaveWidgetRequest {
  return {
    version: 0,
    key: id,
    partnerId: '',
    name: '',
    colour: '#0b6e6e',
    languages: ['en'],
    queueId: '',
    origins: [],
    nameField: 'optional',
    emailField: 'optional',
    consent: true,
    consentLink: null,
    filesPerMessage: 3,
    queues: {},
    greetings: {},
  };
}

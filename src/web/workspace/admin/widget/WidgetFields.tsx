import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SaveWidgetRequest, ShowDirectoryQueueView } from '../../../shared/api';
import { languageName } from '../../../shared/format';
import { languageNames } from '../../../shared/i18n';
import type { Language } from '../../../widget/protocol';
import { Card } from '../../shell/Page';
import { Select } from '../queues/Select';
import { ColourField } from '../settings/ColourField';
import styles from './WidgetDesigner.module.css';

type Props = {
  draft: SaveWidgetRequest;
  change: (part: Partial<SaveWidgetRequest>) => void;
  queues: readonly ShowDirectoryQueueView[];
  /** In which the preview speaks. */
  language: Language;
  look: (language: Language) => void;
  wrong: (field: string) => string | undefined;
};

const rules = ['required', 'optional', 'hidden'] as const;
const mostFiles = 10;
const longestGreeting = 300;

/** What a page's chat is called, where it goes, what it asks and how it greets. */
export function WidgetFields({ draft, change, queues, language, look, wrong }: Props) {
  const { t } = useTranslation();
  const partnerId = (queues.find(queue => queue.id === draft.queueId) ?? queues[0])?.partner.id;
  return (
    <>
      <Card title={t('widgets.where')}>
        <div className={styles.fields}>
          <TextInput
            label={t('widgets.name')}
            required
            value={draft.name}
            onChange={event => change({ name: event.currentTarget.value })}
            error={wrong('name')}
          />
          <Select
            label={t('widgets.queue')}
            value={draft.queueId || (queues[0]?.id ?? null)}
            choices={queues.map(queue => ({
              value: queue.id,
              title: [queue.partner.name, queue.name].join(' · '),
            }))}
            change={queueId => change({ queueId: queueId ?? '' })}
          />
          {wrong('queueId') && <p role="alert">{wrong('queueId')}</p>}
          {draft.languages.length > 1 &&
            draft.languages.map(code => (
              <Select
                key={code}
                label={t('widgets.queueFor', { language: languageName(code) })}
                value={draft.queues?.[code] ?? null}
                none={t('widgets.sameQueue')}
                choices={queues
                  .filter(queue => queue.partner.id === partnerId)
                  .map(queue => ({ value: queue.id, title: queue.name }))}
                change={queueId => change({ queues: withEntry(draft.queues ?? {}, code, queueId) })}
              />
            ))}
          <TextInput
            label={t('widgets.origins')}
            description={t('widgets.originsHint')}
            required
            defaultValue={draft.origins.join(' ')}
            onChange={event => change({ origins: event.currentTarget.value.split(/[\s,]+/).filter(Boolean) })}
            error={wrong('origins')}
          />
        </div>
      </Card>
      <Card title={t('widgets.look')}>
        <div className={styles.fields}>
          <ColourField
            adapts
            initial={draft.colour}
            change={colour => change({ colour })}
            wrong={wrong('colour')}
          />
          <fieldset>
            <legend>{t('widgets.languages')}</legend>
            {Object.entries(languageNames).map(([code, name]) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={draft.languages.includes(code)}
                  onChange={event => change(withLanguage(draft, code, event.currentTarget.checked))}
                />
                {name}
              </label>
            ))}
            {wrong('languages') && <p role="alert">{wrong('languages')}</p>}
          </fieldset>
          {draft.languages.map(code => (
            <Textarea
              key={code}
              label={t('widgets.greeting', { language: languageName(code) })}
              lang={code}
              autosize
              maxLength={longestGreeting}
              value={draft.greetings?.[code] ?? ''}
              onFocus={() => look(code as Language)}
              onChange={event =>
                change({ greetings: withEntry(draft.greetings ?? {}, code, event.currentTarget.value) })
              }
            />
          ))}
          {wrong('greetings') && <p role="alert">{wrong('greetings')}</p>}
          <Select
            label={t('widgets.previewLanguage')}
            value={language}
            choices={draft.languages.map(code => ({ value: code, title: languageName(code) }))}
            change={code => look(code as Language)}
          />
        </div>
      </Card>
      <Card title={t('widgets.asks')}>
        <div className={styles.fields}>
          {(['nameField', 'emailField'] as const).map(field => (
            <Select
              key={field}
              label={t(`widgets.${field}`)}
              value={draft[field] ?? 'optional'}
              choices={rules.map(rule => ({ value: rule, title: t(`widgets.rule.${rule}`) }))}
              change={rule => change({ [field]: rule ?? 'optional' })}
            />
          ))}
          <label data-inline="true">
            <input
              type="checkbox"
              checked={draft.consent ?? true}
              onChange={event => change({ consent: event.currentTarget.checked })}
            />
            {t('widgets.consent')}
          </label>
          <TextInput
            type="url"
            label={t('widgets.consentLink')}
            value={draft.consentLink ?? ''}
            onChange={event => change({ consentLink: event.currentTarget.value })}
            error={wrong('consentLink')}
          />
          <TextInput
            type="number"
            min={0}
            max={mostFiles}
            label={t('widgets.files')}
            value={draft.filesPerMessage}
            onChange={event => change({ filesPerMessage: Number(event.currentTarget.value) })}
            error={wrong('filesPerMessage')}
          />
        </div>
      </Card>
    </>
  );
}

/** A language that goes takes its greeting and its own queue along. */
function withLanguage(draft: SaveWidgetRequest, code: string, on: boolean): Partial<SaveWidgetRequest> {
  if (on) return { languages: [...draft.languages, code] };
  const { [code]: _greeting, ...greetings } = draft.greetings ?? {};
  const { [code]: _queue, ...queues } = draft.queues ?? {};
  return { languages: draft.languages.filter(known => known !== code), greetings, queues };
}

/** An empty one is none. */
function withEntry(entries: Record<string, string>, code: string, entry: string | null) {
  const { [code]: _before, ...others } = entries;
  return entry ? { ...others, [code]: entry } : others;
}

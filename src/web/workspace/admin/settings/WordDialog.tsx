import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, put } from '../../../shared/http';
import { newId } from '../../../shared/identity';
import type { Person } from '../../people/person';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { useForm } from '../../shell/useForm';
import { pathOf } from './WordsSection';

/** An entry of the centre's own words. */
export type Word = {
  kind: keyof typeof pathOf;
  id: string | null;
  version: number;
  /** What stands for it in steps; empty for reasons for being away. */
  word: string;
  name: string;
  /** A language's tag, a team's lead, an away kind's place; empty for the others. */
  detail: string;
};

export function WordDialog({ word, close }: { word: Word; close: () => void }) {
  const { t } = useTranslation();
  const title = word.name || t(`word.kind.${word.kind}`);
  const form = useForm(['organisation', 'directory'], async fields => {
    await put(`/${pathOf[word.kind]}/${word.id ?? newId()}`, {
      version: word.version,
      name: String(fields.get('name')).trim(),
      word: fields.get('word') ?? word.word,
      ...detailOf(word.kind, String(fields.get('detail') ?? word.detail).trim()),
    });
    close();
  });
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <TextInput
          name="name"
          label={t('settings.name')}
          required
          defaultValue={word.name}
          error={form.wrong('name')}
        />
        {word.kind !== 'away' && (
          <TextInput
            name="word"
            label={t('word.inSteps')}
            description={t('word.inStepsHint')}
            required
            readOnly={word.id !== null}
            defaultValue={word.word}
            error={form.wrong('word')}
          />
        )}
        {word.kind === 'language' && (
          <TextInput
            name="detail"
            label={t('word.tag')}
            description={t('word.tagHint')}
            required
            readOnly={word.id !== null}
            defaultValue={word.detail}
            error={form.wrong('language')}
          />
        )}
        {word.kind === 'away' && (
          <TextInput
            name="detail"
            type="number"
            min={0}
            label={t('word.position')}
            required
            defaultValue={word.detail || '1'}
            error={form.wrong('position')}
          />
        )}
        {word.kind === 'team' && <LeadField lead={word.detail} wrong={form.wrong('leadId')} />}
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

function LeadField({ lead, wrong }: { lead: string; wrong?: string | undefined }) {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Person[]>('/people') }).data;
  if (!people) return null;
  return (
    <label>
      {t('word.lead')}
      <select name="detail" defaultValue={lead}>
        <option value="">{t('word.noLead')}</option>
        {people
          .filter(person => person.roles.includes('lead') || person.id === lead)
          .map(person => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
      </select>
      {wrong && <p role="alert">{wrong}</p>}
    </label>
  );
}

function detailOf(kind: Word['kind'], detail: string) {
  if (kind === 'language') return { language: detail };
  if (kind === 'team') return { leadId: detail || null };
  return kind === 'away' ? { position: Number(detail) } : {};
}

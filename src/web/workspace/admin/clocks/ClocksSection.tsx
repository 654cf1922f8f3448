import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SaveClocksRequest } from '../../../shared/api';
import { get, put } from '../../../shared/http';
import { Card, Page } from '../../shell/Page';
import { toast } from '../../shell/toast';
import { useForm } from '../../shell/useForm';

/** With the fewest seconds that make sense. */
const clocks = [
  ['rampInSeconds', 0],
  ['rampInPauseSeconds', 1],
  ['coolDownSeconds', 1],
  ['waitsForNamedSeconds', 1],
  ['unreachableSeconds', 5],
  ['returnsContactsSeconds', 5],
] as const;

/** The clocks that hold for the whole centre, whichever the queue. */
export function ClocksSection() {
  const { t } = useTranslation();
  const now = useQuery({ queryKey: ['clocks'], queryFn: () => get<SaveClocksRequest>('/clocks') }).data;
  return (
    <Page title={t('settings.section.clocks')}>
      <Card>
        <p>{t('clocks.what')}</p>
        {now && <Clocks key={now.version} now={now} />}
      </Card>
    </Page>
  );
}

function Clocks({ now }: { now: SaveClocksRequest }) {
  const { t } = useTranslation();
  const form = useForm(['clocks'], async fields => {
    const seconds = Object.fromEntries(clocks.map(([name]) => [name, Number(fields.get(name))]));
    await put('/clocks', { version: now.version, ...seconds });
    toast(t('settings.saved'));
  });
  return (
    <form onSubmit={event => void form.submit(event)}>
      {clocks.map(([name, least]) => (
        <TextInput
          key={name}
          name={name}
          type="number"
          required
          min={least}
          max={86400}
          mt="sm"
          label={t(`clocks.field.${name}`)}
          description={t(`clocks.help.${name}`)}
          defaultValue={now[name]}
          error={form.wrong(name)}
        />
      ))}
      {form.problem && <p role="alert">{form.problem}</p>}
      <Button type="submit" mt="md" loading={form.busy}>
        {t('words.save')}
      </Button>
    </form>
  );
}

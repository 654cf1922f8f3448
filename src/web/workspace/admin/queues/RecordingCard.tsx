import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListRecordingRulesResponse, ListRecordingRulesRuleView } from '../../../shared/api';
import { get, put } from '../../../shared/http';
import { Card } from '../../shell/Page';
import { toast } from '../../shell/toast';
import { useForm } from '../../shell/useForm';
import { Explained } from './Explained';

/** Whether calls of a queue are recorded, how callers know, and for how long recordings are kept; saved by itself. */
export function RecordingCard({ queueId }: { queueId: string }) {
  const rules = useQuery({
    queryKey: ['recording-rules'],
    queryFn: () => get<ListRecordingRulesResponse>('/recording-rules'),
  }).data?.rules;
  return rules && <RecordingForm queueId={queueId} rule={rules.find(one => one.queueId === queueId)} />;
}

function RecordingForm({ queueId, rule }: { queueId: string; rule: ListRecordingRulesRuleView | undefined }) {
  const { t } = useTranslation();
  const form = useForm(['recording-rules'], async fields => {
    const how = String(fields.get('how'));
    await put(`/queues/${queueId}/recording`, {
      records: how !== 'never',
      notice: how === 'never' ? 'none' : how,
      days: Number(fields.get('days')) || null,
    });
    toast(t('settings.saved'));
  });
  return (
    <Card title={t('recording.title')}>
      <form onSubmit={form.submit}>
        {form.problem && <p role="alert">{form.problem}</p>}
        <Explained help={t('recording.howHelp')}>
          <label>
            {t('recording.how')}
            <select name="how" defaultValue={rule?.records ? rule.notice : 'never'}>
              {(['never', 'none', 'beep', 'spoken'] as const).map(how => (
                <option key={how} value={how}>
                  {t(`recording.notice.${how}`)}
                </option>
              ))}
            </select>
          </label>
        </Explained>
        <Explained help={t('recording.daysHelp')} wrong={form.wrong('days')}>
          <TextInput
            name="days"
            type="number"
            min={1}
            label={t('recording.days')}
            defaultValue={rule?.days ?? ''}
          />
        </Explained>
        <Button type="submit" variant="default" loading={form.busy}>
          {t('recording.save')}
        </Button>
      </form>
    </Card>
  );
}

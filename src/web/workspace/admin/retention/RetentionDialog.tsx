import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShowRetentionPartnerRetention } from '../../../shared/api';
import { put } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { useForm } from '../../shell/useForm';

export function RetentionDialog({
  retention,
  close,
}: {
  retention: ShowRetentionPartnerRetention;
  close: () => void;
}) {
  const { t } = useTranslation();
  const name = usePartners().find(partner => partner.id === retention.partnerId)?.name ?? '';
  const title = t('retention.change', { name });
  const form = useForm(['retention'], async fields => {
    await put(`/partners/${retention.partnerId}/retention`, {
      conversationDays: Number(fields.get('conversationDays')) || null,
      fileDays: Number(fields.get('fileDays')) || null,
    });
    close();
  });
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <TextInput
          name="conversationDays"
          type="number"
          min={1}
          label={t('retention.daysField')}
          description={t('retention.empty')}
          defaultValue={retention.conversationDays ?? ''}
          error={form.wrong('conversationDays')}
        />
        <TextInput
          name="fileDays"
          type="number"
          min={1}
          label={t('retention.fileDaysField')}
          description={t('retention.emptyFiles')}
          defaultValue={retention.fileDays ?? ''}
          error={form.wrong('fileDays')}
        />
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

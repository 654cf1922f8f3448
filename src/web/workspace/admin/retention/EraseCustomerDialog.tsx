import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerMatch, Erasure, PreviewErasureResponse } from '../../../shared/api';
import { post } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { useForm } from '../../shell/useForm';
import { ErasureReport } from './ErasureReport';
import { useCounts } from './useCounts';

/** Finds what is known of a customer, shows how much it is, and erases it when that was seen. */
export function EraseCustomerDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const partners = usePartners();
  const counts = useCounts();
  const [found, setFound] = useState<{ match: CustomerMatch; preview: PreviewErasureResponse } | null>(null);
  const [report, setReport] = useState<Erasure | null>(null);
  const look = useForm([], async fields => {
    const text = (name: string) => String(fields.get(name)).trim() || null;
    const match: CustomerMatch = {
      partnerId: String(fields.get('partner')),
      email: text('email'),
      identity: text('identity'),
      conversationId: text('conversation'),
      phone: text('phone'),
    };
    setFound(null);
    setFound({ match, preview: await post('/erasures/preview', match, { key: null }) });
  });
  const erase = useForm(['erasures', 'history'], async () => {
    setReport(await post<Erasure>('/erasures', found!.match));
  });
  const preview = found?.preview;
  const anything = preview ? preview.conversations + preview.calls : 0;
  const title = t(report ? 'retention.report' : 'retention.erase');
  if (report)
    return (
      <Dialog label={title} close={close}>
        <FormDialog
          title={title}
          problem=""
          submit={event => {
            event.preventDefault();
            close();
          }}
        >
          <ErasureReport erasure={report} />
          <Button type="submit">{t('words.close')}</Button>
        </FormDialog>
      </Dialog>
    );
  return (
    <Dialog label={title} close={close}>
      <FormDialog
        title={title}
        submit={anything > 0 ? erase.submit : look.submit}
        problem={look.problem || erase.problem}
      >
        <p>{t('retention.eraseHint')}</p>
        <label>
          {t('retention.partner')}
          <select name="partner" onChange={() => setFound(null)}>
            {partners.map(partner => (
              <option key={partner.id} value={partner.id}>
                {partner.name}
              </option>
            ))}
          </select>
        </label>
        {(['email', 'identity', 'phone', 'conversation'] as const).map(name => (
          <TextInput
            key={name}
            name={name}
            type={name === 'email' ? 'email' : 'text'}
            label={t(`retention.${name}`)}
            autoComplete="off"
            onChange={() => setFound(null)}
            error={name === 'email' ? look.wrong('email') : undefined}
          />
        ))}
        {preview && (
          <p role="status">
            {anything === 0
              ? t('retention.nothing')
              : t('retention.found', {
                  conversations: counts('conversations', preview.conversations),
                  messages: counts('messages', preview.messages),
                  files: counts('files', preview.files),
                  calls: counts('calls', preview.calls),
                })}{' '}
            {preview.running > 0 && t('retention.running', { n: preview.running })}
          </p>
        )}
        {preview && anything > 0 ? (
          <Button type="submit" color="var(--breach)" loading={erase.busy} disabled={preview.running > 0}>
            {t('retention.eraseNow')}
          </Button>
        ) : (
          <Button type="submit" loading={look.busy}>
            {t('retention.look')}
          </Button>
        )}
      </FormDialog>
    </Dialog>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import { Choices } from '../people/Choices';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { usePartners } from '../shell/partners';
import { useForm } from '../shell/useForm';

type Props = { scopes: string[]; close: () => void; created: (token: string) => void };

const scopeNames = [
  'read-conversations',
  'see-floor',
  'steer-floor',
  'manage-organisation',
  'read-audit',
] as const;

/** Asks what a program may do, for whom and until when. No partner chosen means every partner. */
export function TokenDialog({ scopes, close, created }: Props) {
  const { t } = useTranslation();
  const partners = usePartners();
  const form = useForm(['tokens'], async fields => {
    const chosen = fields.getAll('partners');
    const expires = String(fields.get('expiresAt'));
    const { token } = await post<{ token: string }>('/tokens', {
      name: fields.get('name'),
      scopes: fields.getAll('scopes'),
      partners: chosen.length > 0 ? chosen : null,
      expiresAt: expires ? new Date(`${expires}T23:59:59`).toISOString() : null,
    });
    close();
    created(token);
  });

  function titleOf(scope: string) {
    const name = scopeNames.find(known => known === scope);
    return name ? t(`tokens.scope.${name}`) : scope;
  }

  return (
    <Dialog label={t('tokens.create')} close={close}>
      <FormDialog title={t('tokens.create')} submit={form.submit} problem={form.problem}>
        <TextInput
          name="name"
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          required
          error={form.wrong('name')}
        />
        <Choices
          name="scopes"
          title={t('tokens.scopes')}
          choices={scopes.map(scope => ({ value: scope, title: titleOf(scope) }))}
          problem={form.wrong('scopes')}
        />
        <Choices
          name="partners"
          title={t('tokens.partners')}
          choices={partners.map(partner => ({ value: partner.id, title: partner.name }))}
          problem={form.wrong('partners')}
        />
        <TextInput
          name="expiresAt"
          type="date"
          label={t('tokens.expiresAt')}
          description={t('tokens.expiresHint')}
          error={form.wrong('expiresAt')}
        />
        <Button type="submit" loading={form.busy}>
          {t('tokens.create')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

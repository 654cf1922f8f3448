import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOutgoingRulesRuleView } from '../../../shared/api';
import { put } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { useForm } from '../../shell/useForm';
import { ChoiceField } from './fields';
import styles from './PlanEditor.module.css';

type Props = {
  rule: ListOutgoingRulesRuleView | null;
  partners: { id: string; name: string }[];
  close: () => void;
};

const usual = { agentCalls: 50, allCalls: 500 };

/** Which numbers agents may call in a partner's name, and how many a day: more is refused, and raises an alarm. */
export function OutgoingDialog({ rule, partners, close }: Props) {
  const { t } = useTranslation();
  const [partnerId, setPartner] = useState(rule?.partnerId ?? partners[0]?.id ?? null);
  const form = useForm(['outgoing-rules', 'calling-numbers'], async fields => {
    await put(`/partners/${partnerId}/outgoing`, {
      prefixes: String(fields.get('prefixes'))
        .split(/[\s,;]+/)
        .filter(Boolean),
      homeCountry: String(fields.get('homeCountry')).trim(),
      agentCalls: Number(fields.get('agentCalls')),
      allCalls: Number(fields.get('allCalls')),
    });
    close();
  });
  const title = partners.find(partner => partner.id === rule?.partnerId)?.name ?? t('callOut.addRule');
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        {!rule && (
          <ChoiceField
            label={t('settings.partner')}
            value={partnerId}
            choices={partners}
            change={setPartner}
          />
        )}
        <Textarea
          name="prefixes"
          label={t('callOut.prefixes')}
          description={t('callOut.prefixesHint')}
          autosize
          minRows={2}
          required
          defaultValue={rule?.prefixes.join('\n')}
          error={form.wrong('prefixes')}
        />
        <TextInput
          name="homeCountry"
          label={t('callOut.homeCountry')}
          description={t('callOut.homeCountryHint')}
          required
          defaultValue={rule?.homeCountry}
          error={form.wrong('homeCountry')}
        />
        <div className={styles.fields}>
          <TextInput
            type="number"
            name="agentCalls"
            label={t('callOut.agentCalls')}
            min={0}
            required
            defaultValue={rule?.agentCalls ?? usual.agentCalls}
            error={form.wrong('agentCalls')}
          />
          <TextInput
            type="number"
            name="allCalls"
            label={t('callOut.allCalls')}
            min={0}
            required
            defaultValue={rule?.allCalls ?? usual.allCalls}
            error={form.wrong('allCalls')}
          />
        </div>
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

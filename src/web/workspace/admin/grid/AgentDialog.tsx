import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel, ListAgentsAgentView, SaveAgentRequest } from '../../../shared/api';
import { put } from '../../../shared/http';
import { Choices } from '../../people/Choices';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { useForm } from '../../shell/useForm';
import { useOrganisation, useQueues } from '../settings/organisation';
import styles from './AgentDialog.module.css';

/** Points of an agent's hundred that a contact takes, and how many at once, where nothing else is said. */
const usual: Record<Channel, { cost: number; maximum: number }> = {
  call: { cost: 100, maximum: 1 },
  chat: { cost: 25, maximum: 4 },
  message: { cost: 25, maximum: 4 },
  mail: { cost: 50, maximum: 2 },
  task: { cost: 50, maximum: 2 },
};
const channels = Object.keys(usual) as Channel[];

/** How one person is routed to: whom they serve, in which queues by name, and how much at once. */
export function AgentDialog({ agent, close }: { agent: ListAgentsAgentView; close: () => void }) {
  const { t } = useTranslation();
  const { settings } = agent;
  const vendors = useOrganisation().data?.vendors ?? [];
  const queues = useQueues().data ?? [];
  const partners = usePartners();
  const form = useForm(['agents', 'people', 'directory'], async fields => {
    await put(`/agents/${agent.id}`, {
      ...settings,
      vendorId: fields.get('vendor') || null,
      trust: Number(fields.get('trust')),
      partners: fields.getAll('partners'),
      queues: fields.getAll('queues'),
      channels: channelsOf(fields),
      weight: Number(fields.get('weight')),
      takesFromLongest: fields.has('takesFromLongest'),
    } as SaveAgentRequest);
    close();
  });
  return (
    <Dialog label={agent.name} close={close}>
      <FormDialog title={agent.name} submit={form.submit} problem={form.problem}>
        <Choices
          name="partners"
          title={t('people.partners')}
          choices={partners.map(partner => ({ value: partner.id, title: partner.name }))}
          chosen={settings.partners}
          problem={form.wrong('partners')}
        />
        <Choices
          name="queues"
          title={t('agent.queues')}
          choices={queues.map(queue => ({ value: queue.id, title: queue.settings.name }))}
          chosen={settings.queues}
          problem={form.wrong('queues')}
        />
        <label>
          {t('word.kind.vendor')}
          <select name="vendor" defaultValue={settings.vendorId ?? ''}>
            <option value="">–</option>
            {vendors.map(vendor => (
              <option key={vendor.id} value={vendor.id}>
                {vendor.name}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          name="trust"
          type="number"
          min={0}
          max={100}
          required
          label={t('agent.trust')}
          description={t('agent.trustHint')}
          defaultValue={settings.trust}
          error={form.wrong('trust')}
        />
        <TextInput
          name="weight"
          type="number"
          min={1}
          max={100}
          required
          label={t('agent.weight')}
          description={t('agent.weightHint')}
          defaultValue={settings.weight}
          error={form.wrong('weight')}
        />
        <label className={styles.check}>
          <input type="checkbox" name="takesFromLongest" defaultChecked={settings.takesFromLongest} />
          <span>
            {t('agent.takesFromLongest')}
            <small>{t('agent.takesFromLongestHint')}</small>
          </span>
        </label>
        <fieldset className={styles.capacity}>
          <legend>{t('agent.capacity')}</legend>
          <p>{t('agent.capacityHint')}</p>
          {channels.map(channel => {
            const own = settings.channels.find(known => known.channel === channel) ?? usual[channel];
            return (
              <div key={channel}>
                <span>{t(`channel.${channel}`)}</span>
                {(['cost', 'maximum'] as const).map(part => (
                  <label key={part}>
                    {t(`agent.${part}`)}
                    <input
                      type="number"
                      name={`${channel} ${part}`}
                      min={part === 'cost' ? 1 : 0}
                      max={part === 'maximum' && channel === 'call' ? 1 : 100}
                      required
                      defaultValue={own[part]}
                    />
                  </label>
                ))}
                {form.wrong(`channels.${channel}`) && <p role="alert">{form.wrong(`channels.${channel}`)}</p>}
              </div>
            );
          })}
        </fieldset>
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

/** Only what differs from the usual is kept, so that a change of the usual still reaches everybody else. */
function channelsOf(fields: FormData): SaveAgentRequest['channels'] {
  return channels
    .map(channel => ({
      channel,
      cost: Number(fields.get(`${channel} cost`)),
      maximum: Number(fields.get(`${channel} maximum`)),
    }))
    .filter(
      ({ channel, cost, maximum }) => cost !== usual[channel].cost || maximum !== usual[channel].maximum,
    );
}

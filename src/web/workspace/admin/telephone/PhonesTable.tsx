import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListPhonesPhoneView, MakePhoneResponse } from '../../../shared/api';
import { post, remove } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { SecretDialog } from '../../shell/SecretDialog';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useAttempt } from '../../shell/useAttempt';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useAgents } from '../settings/organisation';
import { RemoveButton } from '../settings/RemoveButton';
import { ChoiceField } from './fields';
import fields from './PlanEditor.module.css';
import styles from './TelephoneSection.module.css';
import { usePhones } from './telephone';

/** Agents' desk phones: who has an account for one, and which are registered now. A password is shown once. */
export function PhonesTable() {
  const { t } = useTranslation();
  const phones = usePhones();
  const agents = useAgents().data;
  const { attempt } = useAttempt('phones');
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<MakePhoneResponse | null>(null);

  async function make(agentId: string) {
    setAdding(false);
    const answer = await attempt(() => post<MakePhoneResponse>(`/agents/${agentId}/phone`));
    if (answer) setMade(answer);
  }

  const nameOf = useMemo(() => new Map(agents?.map(agent => [agent.id, agent.name])), [agents]);
  const columns = useMemo<Column<ListPhonesPhoneView>[]>(
    () => [
      {
        id: 'agent',
        title: t('answering.agent'),
        value: phone => nameOf.get(phone.agentId),
        cell: phone => <b>{nameOf.get(phone.agentId)}</b>,
      },
      { id: 'user', title: t('answering.userName'), value: phone => phone.userName },
      {
        id: 'state',
        title: t('answering.state'),
        choices: true,
        value: phone => t(phone.isRegistered ? 'answering.registered' : 'answering.notRegistered'),
      },
    ],
    [t, nameOf],
  );
  return (
    <section className={styles.list}>
      <h2>
        {t('answering.phones')}
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          {t('answering.addPhone')}
        </Button>
      </h2>
      <Table
        label={t('answering.phones')}
        rows={phones.data?.phones}
        columns={columns}
        keyOf={phone => phone.agentId}
        empty={<p>{t('answering.noPhones')}</p>}
        problem={useQueryProblem(phones)}
        actions={phone => (
          <RemoveButton
            name={nameOf.get(phone.agentId) ?? phone.userName}
            onRemove={() => void attempt(() => remove(`/agents/${phone.agentId}/phone`))}
          />
        )}
      />
      {isAdding && (
        <AgentDialog agents={agents ?? []} choose={id => void make(id)} close={() => setAdding(false)} />
      )}
      {made && (
        <SecretDialog
          title={t('answering.phoneMade')}
          hint={t('answering.phoneHint', { user: made.userName, realm: made.realm })}
          secret={made.password}
          close={() => setMade(null)}
        />
      )}
    </section>
  );
}

function AgentDialog(props: {
  agents: { id: string; name: string }[];
  choose: (id: string) => void;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(props.agents[0]?.id ?? null);
  return (
    <Dialog label={t('answering.addPhone')} close={props.close}>
      <FormDialog
        title={t('answering.addPhone')}
        problem=""
        submit={event => {
          event.preventDefault();
          if (chosen) props.choose(chosen);
        }}
      >
        <p>{t('answering.addPhoneHint')}</p>
        <div className={fields.fields}>
          <ChoiceField
            label={t('answering.agent')}
            value={chosen}
            choices={props.agents}
            change={setChosen}
          />
        </div>
        <Button type="submit">{t('answering.makePhone')}</Button>
      </FormDialog>
    </Dialog>
  );
}

import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShowRunningContactResponse } from '../../shared/api';
import { languageName } from '../../shared/format';
import styles from '../desk/ConversationPane.module.css';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { useFloor } from './floor';
import { HearCall } from './HearCall';
import page from './ReadAlongPage.module.css';
import { useFloorActions } from './useFloorActions';

/** Whose conversation it is and who has it; the call for help that it is about; the way to take it over. */
export function ReadAlongHead({ running: { contact, agent } }: { running: ShowRunningContactResponse }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const floor = useFloorActions();
  const { may, take, answerHelp } = floor;
  const isRunningCall = contact.channel === 'call' && Boolean(agent);
  const mayTake = isRunningCall ? floor.mayTakeOver : floor.mayTake;
  const holder = useFloor().data?.agents.find(known => known.id === agent?.id);

  async function takeOver() {
    if (await take(contact.contactId, isRunningCall))
      void navigate({ to: '/desk/$contactId', params: { contactId: contact.contactId } });
  }

  useCommands(
    mayTake ? [{ id: 'floor-take', title: t('readAlong.takeOver'), run: () => void takeOver() }] : [],
  );

  return (
    <header className={styles.head}>
      <Link to="/floor" className={`${styles.action} ${page.back}`}>
        {t('readAlong.back')}
      </Link>
      <h1>{contact.customer.name ?? t('customer.unnamed', { partner: contact.partner.name })}</h1>
      <span className={`${styles.tag} ${styles.partner}`}>{contact.partner.name}</span>
      <span className={styles.tag}>
        {[t(`channel.${contact.channel}`), languageName(contact.language)].filter(Boolean).join(' · ')}
      </span>
      <span className={page.who}>
        {agent && t('readAlong.with', { name: agent.name })}
        {contact.state === 'offered' && t('readAlong.waits')}
      </span>
      <div className={styles.grow} />
      {may && holder?.help && (
        <button type="button" className={styles.action} onClick={() => void answerHelp(holder)}>
          {t('floor.answerHelp')}
        </button>
      )}
      <HearCall contact={contact} />
      {mayTake && (
        <button type="button" className={styles.action} onClick={() => void takeOver()}>
          {t('readAlong.takeOver')} <ActionKey action="floor-take" />
        </button>
      )}
    </header>
  );
}

import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import { useDeskActions } from '../desk/actions';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { useAttempt } from '../shell/useAttempt';
import { AskedStrip } from './AskedStrip';
import styles from './CallPane.module.css';
import { DialCallback } from './DialCallback';
import { Keypad } from './Keypad';
import { PauseRecording } from './PauseRecording';
import { softphone } from './softphone';
import { useHeadset } from './useHeadset';
import { useSoftphone } from './useSoftphone';

/** A call in front of the agent: how it stands, and what can be done with it. Its end and transfer stand above, as for all work. */
export function CallPane({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const now = useNow();
  const { end } = useDeskActions();
  const { attempt } = useAttempt();
  const [showsKeys, showKeys] = useState(false);
  const phone = useSoftphone();
  const isAsked = contact.state === 'consulting';
  const isTalking = contact.state === 'connected' || isAsked;
  const isHere = isTalking && phone.contactId === contact.contactId;
  const waitsForCall = contact.state === 'connected' && !isHere ? contact.callbackNumber : null;
  const isHeld = isHere && phone.isHeld;
  const hangUp = useCallback(() => void end(contact), [end, contact]);
  useHeadset(isHere, phone.isMuted, hangUp);

  const mute = () => softphone.mute(!phone.isMuted);
  const hold = () => void attempt(() => softphone.hold(!isHeld));

  useCommands(
    isHere
      ? [
          { id: 'mute', title: t(phone.isMuted ? 'call.unmute' : 'call.mute'), run: mute },
          ...(isAsked ? [] : [{ id: 'hold', title: t(isHeld ? 'call.goOn' : 'call.hold'), run: hold }]),
          { id: 'keypad', title: t('call.keypad'), run: () => showKeys(!showsKeys) },
        ]
      : [],
  );

  return (
    <section className={styles.call} aria-label={t('call.title')}>
      <div className={styles.face} data-state={isTalking ? (isHeld ? 'held' : 'talking') : 'over'}>
        <Icon name="call" size={30} />
      </div>
      <p className={styles.name}>{contact.customer.name ?? t('call.withheld')}</p>
      <p className={styles.state} role="status">
        {isAsked
          ? t('call.asking.byYou', { name: contact.askedBy?.name })
          : t(
              !isTalking
                ? 'call.over'
                : waitsForCall
                  ? 'call.promised'
                  : isHeld
                    ? 'call.held'
                    : 'call.talking',
            )}
      </p>
      {isTalking && (
        <time className={styles.clock} aria-hidden="true">
          {clock(secondsSince(contact.since, now))}
        </time>
      )}
      {isTalking && !isHere && (
        <div className={styles.buttons}>
          <PauseRecording contactId={contact.contactId} />
        </div>
      )}
      {isHere && (
        <div className={styles.buttons}>
          <button type="button" aria-pressed={phone.isMuted} onClick={mute}>
            <Icon name={phone.isMuted ? 'silent' : 'microphone'} />
            <span>{t(phone.isMuted ? 'call.unmute' : 'call.mute')}</span>
            <ActionKey action="mute" />
          </button>
          {!isAsked && (
            <button type="button" aria-pressed={isHeld} onClick={hold}>
              <Icon name={isHeld ? 'goOn' : 'hold'} />
              <span>{t(isHeld ? 'call.goOn' : 'call.hold')}</span>
              <ActionKey action="hold" />
            </button>
          )}
          <button type="button" aria-expanded={showsKeys} onClick={() => showKeys(!showsKeys)}>
            <Icon name="keypad" />
            <span>{t('call.keypad')}</span>
          </button>
          <PauseRecording contactId={contact.contactId} />
        </div>
      )}
      {isHere && showsKeys && <Keypad contactId={contact.contactId} />}
      {contact.state === 'connected' && <AskedStrip contact={contact} />}
      {waitsForCall ? (
        <DialCallback contactId={contact.contactId} number={waitsForCall} />
      ) : (
        <Notice contact={contact} />
      )}
    </section>
  );
}

/** Why nothing is heard, or that it sounds badly. */
function Notice({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const { state, contactId, trouble, light, customerLight, isMuted } = useSoftphone();
  if (contact.state !== 'connected' && contact.state !== 'consulting') return null;
  const says =
    state === 'off'
      ? t('call.atPhone')
      : state === 'elsewhere'
        ? t('call.elsewhere')
        : state === 'opening' || contactId !== contact.contactId
          ? t('call.opening')
          : trouble
            ? t(`call.trouble.${trouble}`)
            : light && light !== 'good'
              ? t(`call.light.${light}`)
              : customerLight && customerLight !== 'good'
                ? t(`call.customerLight.${customerLight}`)
                : isMuted
                  ? t('call.muted')
                  : null;
  return says && <p className={styles.notice}>{says}</p>;
}

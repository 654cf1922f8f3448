import { useTranslation } from 'react-i18next';
import type { AskingView } from '../../shared/api';
import { post, put, remove } from '../../shared/http';
import type { DeskContact } from '../../shared/model';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { useAttempt } from '../shell/useAttempt';
import styles from './CallPane.module.css';
import { useSoftphone } from './useSoftphone';

type With = AskingView['with'];

/** Whom the agent asks before he hands the call over: how far it is, with whom he talks, and how it ends. */
export function AskedStrip({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const { asking } = useSoftphone();
  const here = asking?.contactId === contact.contactId ? asking : null;
  const isThere = Boolean(here?.hasColleague || here?.isOutsideAnswered);
  const place = `/contacts/${contact.contactId}/consult`;

  const talk = (other: With) => void attempt(() => put(place, { with: other }));
  const handOver = () => void attempt(() => post(`${place}/completion`));

  useCommands(
    isThere
      ? [
          {
            id: 'swap',
            title: t('call.asking.swap'),
            run: () => talk(here?.with === 'asked' ? 'customer' : 'asked'),
          },
          { id: 'together', title: t('call.asking.together'), run: () => talk('all') },
          { id: 'hand-over', title: t('call.asking.handOver'), run: handOver },
        ]
      : [],
  );

  if (!contact.asks && !here?.outsideNumber) return null;
  const who = [contact.asks?.agent?.name, here?.outsideNumber].filter(Boolean).join(', ');
  const says = isThere
    ? t(`call.asking.talks.${here?.with ?? 'asked'}`, { who })
    : who
      ? t('call.asking.rings', { who })
      : t('call.asking.searching');
  return (
    <section className={styles.asked} aria-label={t('call.asking.title')}>
      <p role="status">{says}</p>
      {isThere && (
        <fieldset className={styles.talks}>
          <legend className="for-screen-readers">{t('call.asking.with')}</legend>
          <Choice of="customer" now={here?.with} choose={talk} words={t('call.asking.customer')} />
          <Choice of="asked" now={here?.with} choose={talk} words={who} />
          <Choice of="all" now={here?.with} choose={talk} words={t('call.asking.together')} />
        </fieldset>
      )}
      <div className={styles.buttons}>
        {isThere && (
          <button type="button" onClick={handOver}>
            <span>{t('call.asking.handOver')}</span>
            <ActionKey action="hand-over" />
          </button>
        )}
        <button type="button" onClick={() => void attempt(() => remove(place))}>
          {t('call.asking.dismiss')}
        </button>
      </div>
    </section>
  );
}

type ChoiceProps = { of: With; now: With | undefined; choose: (one: With) => void; words: string };

function Choice({ of, now, choose, words }: ChoiceProps) {
  return (
    <button type="button" aria-pressed={of === now} onClick={() => choose(of)}>
      {words}
    </button>
  );
}

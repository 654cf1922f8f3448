import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { Offer, Reason } from '../../shared/model';
import { ActionKey } from '../palette/ActionKey';
import { PartnerMark } from '../shell/PartnerMark';
import styles from './OfferCard.module.css';
import { Ring } from './Ring';

type Props = { offer: Offer; hasKey: boolean; take: () => void; refuse: () => void };

export function OfferCard({ offer, hasKey, take, refuse }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const why = useReasons(offer.why);
  const title = offer.askedBy
    ? t('offer.asks', { name: offer.askedBy.name, partner: offer.partner.name })
    : [t(`channel.${offer.channel}`), offer.partner.name, languageName(offer.language)].join(' · ');
  const waited = t('offer.waited', {
    time: clock(secondsSince(offer.waitedSince, now)),
    queue: offer.queue.name,
  });
  const details = why ? `${waited} · ${t('offer.you', { why })}` : waited;
  return (
    <section className={styles.offer} aria-label={title}>
      {offer.deadline && <Ring deadline={offer.deadline} />}
      <PartnerMark id={offer.partner.id} />
      <div className={styles.words}>
        <b>{title}</b>
        <small title={details}>{details}</small>
      </div>
      <button type="button" className={styles.refuse} onClick={refuse}>
        {t('offer.refuse')}
      </button>
      <button type="button" className={styles.take} onClick={take}>
        {t('offer.take')}
        {hasKey && <ActionKey action="take" />}
      </button>
    </section>
  );
}

/** "Polish 5, best fit": what the router found in this agent. */
function useReasons(why: Reason[]): string {
  const { t } = useTranslation();
  return why
    .map(reason => {
      if (reason.kind === 'order')
        return t(`why.${reason.name as 'longest-idle'}`, { defaultValue: reason.name });
      if (reason.kind === 'agent') return t('why.agent');
      const name = reason.kind === 'language' ? languageName(reason.name) : reason.name;
      return reason.level ? `${name} ${reason.level}` : name;
    })
    .join(', ');
}

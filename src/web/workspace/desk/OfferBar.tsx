import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { languageName } from '../../shared/format';
import type { Offer } from '../../shared/model';
import { useCommands } from '../palette/commands';
import { useDeskActions } from './actions';
import { announce } from './announce';
import { useDesk } from './desk';
import { OfferCard } from './OfferCard';
import styles from './OfferCard.module.css';

const shownAfterDeadlineMs = 1000;

/** The contacts that are offered to the agent, in the bar: seen from every page, and never in the way of typing. */
export function OfferBar() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const offers = useLiveOffers();
  const { take, refuse } = useDeskActions();
  const told = useRef(new Set<string>());
  const first = offers[0];
  const shown = useMediaQuery('(min-width: 1500px)') ? 2 : 1;

  async function accept(offer: Offer) {
    if (await take(offer)) await navigate({ to: '/desk/$contactId', params: { contactId: offer.contactId } });
  }

  useEffect(() => {
    const fresh = offers.filter(offer => !told.current.has(offer.contactId + offer.deadline));
    for (const offer of fresh) {
      told.current.add(offer.contactId + offer.deadline);
      announce(
        t('offer.announced', { queue: offer.queue.name, language: languageName(offer.language) }),
        offer.customerName ?? offer.partner.name,
      );
    }
  }, [offers, t]);

  useCommands(
    first
      ? [
          { id: 'take', title: t('offer.takeFirst'), run: () => void accept(first) },
          { id: 'refuse', title: t('offer.refuseFirst'), run: () => void refuse(first) },
        ]
      : [],
  );

  return (
    <div className={styles.offers} aria-live="assertive">
      {offers.slice(0, shown).map((offer, place) => (
        <OfferCard
          key={offer.contactId}
          offer={offer}
          hasKey={place === 0}
          take={() => void accept(offer)}
          refuse={() => void refuse(offer)}
        />
      ))}
      {offers.length > shown && (
        <span className={styles.more}>{t('offer.more', { count: offers.length - shown })}</span>
      )}
    </div>
  );
}

/** The one that ends first stands first. Without those whose time is over: the server takes them away too, but its word may be late. */
function useLiveOffers(): Offer[] {
  const offers = useDesk().data?.offers;
  const now = useNow();
  return useMemo(
    () =>
      (offers ?? [])
        .filter(offer => endOf(offer) + shownAfterDeadlineMs > now)
        .sort((a, b) => endOf(a) - endOf(b)),
    [offers, now],
  );
}

function endOf(offer: Offer) {
  return offer.deadline ? Date.parse(offer.deadline) : Number.POSITIVE_INFINITY;
}

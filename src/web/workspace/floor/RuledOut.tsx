import { useTranslation } from 'react-i18next';
import type { ObstacleView, RuledOutView } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import { useDirectory } from '../desk/desk';

const mostNamed = 8;

/**
 * The people under one obstacle: by name with what is known of each, then how many more.
 * Clocks are told as of `at`, an instant that is past; without it, as of now.
 */
export function RuledOut({ obstacle, at }: { obstacle: ObstacleView; at?: number | undefined }) {
  const { t } = useTranslation();
  const words = useWords(at);
  const named = obstacle.people.slice(0, mostNamed);
  const more = obstacle.count - named.length;
  if (named.length === 0) return null;
  return (
    <>
      {named.map(words).join(', ')}
      {more > 0 && ` ${t('floor.more', { count: more })}`}
    </>
  );
}

function useWords(at?: number) {
  const { t } = useTranslation();
  const present = useNow();
  const now = at ?? present;
  const kinds = useDirectory().data?.awayKinds;
  return (person: RuledOutView) => {
    if (person.until) {
      const left = clock(Math.max(0, Math.ceil((Date.parse(person.until) - now) / 1000)));
      return t('whyWaiting.again', { name: person.name, left });
    }
    const kind = kinds?.find(known => known.id === person.awayKind)?.name;
    if (!kind || !person.since) return person.name;
    return t('whyWaiting.away-as', {
      name: person.name,
      kind,
      since: clock(secondsSince(person.since, now)),
    });
  };
}

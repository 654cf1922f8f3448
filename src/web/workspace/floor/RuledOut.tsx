import { useTranslation } from 'react-i18next';
import type { ObstacleView, RuledOutView } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import { useDirectory } from '../desk/desk';

const mostNamed = 8;

/** The people under one obstacle: by name with what is known of each, then how many more. */
export function RuledOut({ obstacle }: { obstacle: ObstacleView }) {
  const { t } = useTranslation();
  const words = useWords();
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

function useWords() {
  const { t } = useTranslation();
  const now = useNow();
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

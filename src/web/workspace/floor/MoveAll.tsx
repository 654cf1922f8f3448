import { useTranslation } from 'react-i18next';
import type { Floor, FloorQueue } from '../../shared/model';
import { Chooser } from './Chooser';
import { useFloorActions } from './useFloorActions';

/** Moves everything that waits in a queue to another of its partner. */
export function MoveAll({ queue, floor, close }: { queue: FloorQueue; floor: Floor; close: () => void }) {
  const { t } = useTranslation();
  const { moveAll } = useFloorActions();
  const others = floor.queues.filter(
    other => other.partner.id === queue.partner.id && other.id !== queue.id && other.open,
  );
  const waiting = floor.waiting.filter(contact => contact.queueId === queue.id);
  return (
    <Chooser
      title={t('floor.moveAll', { count: waiting.length })}
      none={t('floor.noOtherQueue')}
      options={others.map(other => ({
        id: other.id,
        name: other.name,
        detail: t('floor.ableCount', { count: other.able }),
      }))}
      choose={chosen => void moveAll(waiting, chosen.id)}
      close={close}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { FloorContact, FloorQueue } from '../../shared/model';
import { Menu, MenuItem, MenuLine } from '../shell/Menu';
import styles from './FloorPage.module.css';
import { useFloorActions } from './useFloorActions';

type Props = { contact: FloorContact; queue: FloorQueue | undefined; queues: FloorQueue[] };

/** What a lead may do with a waiting contact: put it first, or move it to another queue of its partner. */
export function ContactActions({ contact, queue, queues }: Props) {
  const { t } = useTranslation();
  const { putFirst, move } = useFloorActions();
  const others = queues.filter(other => other.partner.id === queue?.partner.id && other.id !== queue.id);
  return (
    <Menu side="right" buttonClass={styles.more!} title={t('floor.actions')} button={t('floor.act')}>
      <MenuItem onChoose={() => void putFirst(contact)}>{t('floor.putFirst')}</MenuItem>
      {others.length > 0 && <MenuLine />}
      {others.map(other => (
        <MenuItem key={other.id} onChoose={() => void move(contact, other.id)}>
          {t('floor.moveTo', { queue: other.name })}
        </MenuItem>
      ))}
    </Menu>
  );
}

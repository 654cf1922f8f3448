import i18next from 'i18next';
import { toast } from '../shell/toast';

/** A lead took a contact out of this agent's hands: said before he wonders where it went. */
export function tellTaken({ by }: { by: string }): void {
  toast(i18next.t('desk.taken', { by }));
}

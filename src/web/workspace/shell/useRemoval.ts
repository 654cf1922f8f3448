import { useTranslation } from 'react-i18next';
import { post, remove } from '../../shared/http';
import { toast } from './toast';
import { useAttempt } from './useAttempt';

/** Takes an entry out of use at once, and back into use for as long as the note of it can be seen. */
export function useRemoval(...changes: string[]) {
  const { t } = useTranslation();
  const { attempt } = useAttempt(...changes);
  const restore = (path: string) =>
    void attempt(() => post(`${path}/restoration`, undefined), t('settings.restored'));
  /** @returns Whether it was removed. */
  return async (path: string, done = t('settings.removed')) => {
    const removed = await attempt(async () => {
      await remove(path);
      return true;
    });
    if (removed) toast(done, 'done', () => restore(path));
    return removed === true;
  };
}

import { useTranslation } from 'react-i18next';
import { put } from '../../shared/http';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { useAttempt } from '../shell/useAttempt';
import { useSoftphone } from './useSoftphone';

/** Where the call is recorded: has what is said left out for a while, a card's number. Everybody hears a beep. */
export function PauseRecording({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const { recorded } = useSoftphone();
  const here = recorded?.contactId === contactId ? recorded : null;
  const isPaused = here?.isPaused ?? false;
  const title = t(isPaused ? 'call.record.goOn' : 'call.record.pause');
  const turn = () =>
    void attempt(() => put(`/contacts/${contactId}/recording/pause`, { isPaused: !isPaused }));

  useCommands(here ? [{ id: 'pause-recording', title, run: turn }] : []);

  if (!here) return null;
  return (
    <button type="button" aria-pressed={isPaused} onClick={turn}>
      <Icon name={isPaused ? 'goOn' : 'hold'} />
      <span>{title}</span>
      <ActionKey action="pause-recording" />
    </button>
  );
}

import { serverNow } from '../../shared/clock';
import { put, remove } from '../../shared/http';
import { expectDesk, useDesk } from '../desk/desk';
import { useAttempt } from '../shell/useAttempt';

/** The agent's call for help: since when, and how to raise it, say a word about it, or take it back. */
export function useHelp(contactId: string | undefined) {
  const { attempt } = useAttempt('desk');
  const help = useDesk().data?.agent.help ?? null;

  function ask(word?: string) {
    const since = help?.since ?? new Date(serverNow()).toISOString();
    expectDesk(desk => ({
      ...desk,
      agent: { ...desk.agent, help: { since, contactId: contactId ?? null, word: word ?? null } },
    }));
    return attempt(() => put('/desk/help', { contactId: contactId ?? null, word: word || null }));
  }

  function stop() {
    expectDesk(desk => ({ ...desk, agent: { ...desk.agent, help: null } }));
    return attempt(() => remove('/desk/help'));
  }

  return { help, ask, stop };
}

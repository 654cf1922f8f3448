import { useProblemText } from '../shell/problem';
import { toast } from '../shell/toast';
import { changeSettings, type PersonalSettings } from './settings';

/** Changes settings, and says so when the server did not take them. */
export function useChangeSettings() {
  const problemText = useProblemText();
  return (change: Partial<PersonalSettings>) => {
    changeSettings(change).catch(error => toast(problemText(error), 'refused'));
  };
}

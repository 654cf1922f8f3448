import type { PersonalSettings } from '../account/settings';
import { type Action, actionNames, actions } from './actions';

type Chosen = Pick<PersonalSettings, 'preset' | 'keys'>;

/** Which key an action has for a person: his own where he chose one, else his preset's. Empty for none. */
export function keyOf(action: Action, chosen: Chosen): string {
  return chosen.keys[action] ?? presetKeyOf(action, chosen);
}

export function presetKeyOf(action: Action, { preset }: Pick<Chosen, 'preset'>): string {
  return actions[action][preset === 'zendesk' ? 'zendesk' : 'key'];
}

/** The other actions that want the same key where this one can be taken. */
export function conflictsOf(action: Action, chosen: Chosen): Action[] {
  const key = keyOf(action, chosen);
  if (key === '') return [];
  return actionNames.filter(
    other => other !== action && keyOf(other, chosen) === key && meets(action, other),
  );
}

function meets(one: Action, other: Action) {
  const [here, there] = [actions[one].where, actions[other].where];
  return here === there || here === 'everywhere' || there === 'everywhere';
}

/** What a person chose, with one key changed: a key that is the preset's again is no choice of his own. */
export function withKey(chosen: Chosen, action: Action, key: string): Record<string, string> {
  const { [action]: _, ...others } = chosen.keys;
  return key === presetKeyOf(action, chosen) ? others : { ...others, [action]: key };
}

import { useQuery } from '@tanstack/react-query';
import type { PersonalSettings as Stored } from '../../shared/api';
import { get, put } from '../../shared/http';
import type { Session } from '../../shared/model';
import { queries } from '../queries';

/** How a person likes the workspace. The server keeps it, so that it follows him to the next computer. */
export type PersonalSettings = Stored;

const key = ['personal-settings'];

/** In force until the person's own have come. */
export const usualSettings: PersonalSettings = {
  language: null,
  density: 'comfortable',
  scheme: 'auto',
  offerSound: true,
  messageSound: false,
  volume: 70,
  notifications: true,
  preset: 'centrala',
  keys: {},
};

export function usePersonalSettings(): PersonalSettings {
  const { data } = useQuery({
    queryKey: key,
    queryFn: readSettings,
    initialData: remembered,
    initialDataUpdatedAt: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? usualSettings;
}

/** For what is no component: sounds, and the keys. */
export function settingsNow(): PersonalSettings {
  return queries.getQueryData<PersonalSettings>(key) ?? usualSettings;
}

/** Takes effect at once, and is undone when the server refuses it. */
export async function changeSettings(change: Partial<PersonalSettings>): Promise<void> {
  const before = settingsNow();
  const after = { ...before, ...change };
  await queries.cancelQueries({ queryKey: key });
  show(after);
  try {
    await put('/personal-settings', after);
  } catch (error) {
    if (settingsNow() === after) show(before);
    throw error;
  }
}

async function readSettings(): Promise<PersonalSettings> {
  const settings = await get<PersonalSettings>('/personal-settings');
  remember(settings);
  return settings;
}

function show(settings: PersonalSettings) {
  queries.setQueryData(key, settings);
  remember(settings);
}

/** Kept on this computer too, so that the workspace does not start in one dress and change into another. */
function remember(settings: PersonalSettings) {
  const name = place();
  if (name) localStorage.setItem(name, JSON.stringify(settings));
}

function remembered(): PersonalSettings | undefined {
  const text = localStorage.getItem(place() ?? '');
  return text ? { ...usualSettings, ...JSON.parse(text) } : undefined;
}

function place() {
  const session = queries.getQueryData<Session | null>(['session']);
  return session && `centrala.settings.${session.person.id}`;
}

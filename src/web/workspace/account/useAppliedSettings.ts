import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { chooseLanguage, type Language, speakAs } from '../../shared/i18n';
import type { Session } from '../../shared/model';
import { usePersonalSettings } from './settings';

/** Dresses the workspace as the person likes it. */
export function useAppliedSettings({ person }: Session): void {
  const { language, scheme, density } = usePersonalSettings();
  const { setColorScheme } = useMantineColorScheme();

  useEffect(() => {
    void (language ? chooseLanguage(language as Language) : speakAs(person.language));
  }, [language, person.language]);

  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);

  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../palette/commands';
import type { Place } from './places';

/** Makes each place reachable by name in the palette. */
export function useGoCommands(places: Place[]): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const account = { to: '/account', title: 'places.account' } as const;
  const mayRead = places.some(place => place.to === '/history');
  useCommands(
    mayRead
      ? [{ id: 'search', title: t('history.search'), run: () => void navigate({ to: '/history' }) }]
      : [],
  );
  useCommands(
    [...places, account].map(place => ({
      id: `go ${place.to}`,
      title: t('places.go', { place: t(place.title) }),
      run: () => void navigate({ to: place.to }),
    })),
  );
}

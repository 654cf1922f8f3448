import { useTranslation } from 'react-i18next';
import type { ObstacleView } from '../../shared/api';
import { RuledOut } from './RuledOut';
import { requirementWords } from './requirement';

/** One thing that rules people out, and who they are. */
export function Obstacle({ obstacle, at }: { obstacle: ObstacleView; at?: number | undefined }) {
  const { t } = useTranslation();
  const missing = obstacle.missing.map(part => requirementWords(part, t)).join(', ');
  return (
    <>
      <b>{t(`whyWaiting.${obstacle.kind}`, { count: obstacle.count, missing })}</b>{' '}
      <RuledOut obstacle={obstacle} at={at} />
    </>
  );
}

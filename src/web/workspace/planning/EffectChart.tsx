import { useTranslation } from 'react-i18next';
import type { ServiceGoal, ShowEffectStaffing } from '../../shared/api';
import { share } from '../../shared/format';
import { Chart } from './chart/Chart';
import styles from './chart/Chart.module.css';
import { Legend } from './chart/Legend';

/** The service level from a few agents fewer to a few more, with the goal as a line across. */
export function EffectChart({ staffings, goal }: { staffings: ShowEffectStaffing[]; goal: ServiceGoal }) {
  const { t } = useTranslation();
  return (
    <>
      <Legend
        entries={[
          ['agents', t('planning.serviceLevelPercent')],
          ['target', t('planning.goalLine', { share: share(goal.share) })],
        ]}
      />
      <Chart label={t('planning.effectPicture')} most={100} height={150}>
        {({ left, width, bottom, y }) => {
          const one = width / Math.max(1, staffings.length);
          return (
            <>
              {staffings.map(({ change, serviceLevel }, at) => (
                <g key={change}>
                  <rect
                    className={styles.agents}
                    x={left + at * one + one * 0.2}
                    width={one * 0.6}
                    y={y(serviceLevel * 100)}
                    height={bottom - y(serviceLevel * 100)}
                    rx="3"
                  />
                  {change === 0 && (
                    <rect className={styles.chosen} x={left + at * one} width={one} y={0} height={bottom} />
                  )}
                  <text
                    className={`${styles.tick} ${styles.middle}`}
                    x={left + (at + 0.5) * one}
                    y={bottom + 17}
                  >
                    {t('planning.changeShort', { change })}
                  </text>
                </g>
              ))}
              <path className={styles.target} d={`M${left} ${y(goal.share * 100)}h${width}`} />
            </>
          );
        }}
      </Chart>
    </>
  );
}

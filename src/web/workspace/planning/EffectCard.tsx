import { useTranslation } from 'react-i18next';
import type { ForecastView, ServiceGoal, ShowEffectStaffing, ShowNeedSlotNeed } from '../../shared/api';
import { clock, count, share } from '../../shared/format';
import { Card } from '../shell/Page';
import styles from './EffectCard.module.css';
import { EffectChart } from './EffectChart';
import { useEffectOf } from './useNeed';

type Props = {
  forecast: ForecastView;
  day: number;
  need: ShowNeedSlotNeed[];
  slot: number;
  goal: ServiceGoal;
  /** Over the whole day, every slot with one agent more or fewer; else over the chosen slot. */
  wholeDay: boolean;
  setWholeDay: (whole: boolean) => void;
};

/** What one agent more or less does to service level, wait and occupancy. */
export function EffectCard({ forecast, day, need, slot, goal, wholeDay, setWholeDay }: Props) {
  const { t } = useTranslation();
  const contacts = forecast.days[day]!.values.map(value => value ?? 0);
  const agents = need.map(one => one.agents);
  const only = <T,>(list: T[]) => (wholeDay ? list : [list[slot]!]);
  const effect = useEffectOf(forecast.slotMinutes, only(contacts), only(agents), goal);
  const staffings = effect.data?.staffings ?? [];
  const nameOf = (staffing: ShowEffectStaffing) =>
    wholeDay
      ? staffing.change === 0
        ? t('planning.asPlanned')
        : t('planning.change', { change: staffing.change })
      : t('planning.agents', { agents: agents[slot]! + staffing.change });
  return (
    <Card title={t('planning.effect')}>
      <fieldset className={styles.scope}>
        <legend className="for-screen-readers">{t('planning.effect')}</legend>
        {[false, true].map(whole => (
          <label key={String(whole)}>
            <input
              type="radio"
              name="scope"
              checked={wholeDay === whole}
              onChange={() => setWholeDay(whole)}
              className="for-screen-readers"
            />
            <span>
              {whole ? t('planning.wholeDay') : t('planning.slotFrom', { start: forecast.starts[slot]! })}
            </span>
          </label>
        ))}
      </fieldset>
      {only(agents).every(one => one === 0) ? (
        <p>{t('planning.nobody')}</p>
      ) : (
        <>
          <div className={styles.tiles} data-stale={effect.isPlaceholderData}>
            {staffings
              .filter(one => Math.abs(one.change) <= 1)
              .map(one => (
                <Tile key={one.change} staffing={one} name={nameOf(one)} goal={goal} />
              ))}
          </div>
          <EffectChart staffings={staffings} goal={goal} />
          <details className={styles.numbers}>
            <summary>{t('planning.numbers')}</summary>
            <EffectTable staffings={staffings} nameOf={nameOf} />
          </details>
        </>
      )}
    </Card>
  );
}

type TileProps = { staffing: ShowEffectStaffing; name: string; goal: ServiceGoal };

function Tile({ staffing, name, goal }: TileProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.tile} data-planned={staffing.change === 0} aria-label={name}>
      <h3>
        {name}
        <small>
          {t(`planning.changes.${staffing.change < 0 ? 'fewer' : staffing.change > 0 ? 'more' : 'planned'}`)}
        </small>
      </h3>
      <p className={styles.level} data-met={staffing.serviceLevel >= goal.share}>
        {share(staffing.serviceLevel)}
        <small>{t(staffing.serviceLevel >= goal.share ? 'planning.met' : 'planning.missed')}</small>
      </p>
      <dl>
        <div>
          <dt>{t('planning.wait')}</dt>
          <dd>{clock(Math.round(staffing.meanWaitSeconds))}</dd>
        </div>
        <div>
          <dt>{t('planning.abandoned')}</dt>
          <dd>{share(staffing.abandoned)}</dd>
        </div>
        <div>
          <dt>{t('planning.occupancy')}</dt>
          <dd>{staffing.occupancy == null ? '–' : share(staffing.occupancy)}</dd>
        </div>
      </dl>
    </section>
  );
}

function EffectTable(props: {
  staffings: ShowEffectStaffing[];
  nameOf: (one: ShowEffectStaffing) => string;
}) {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('planning.agentsHead')}</th>
          <th scope="col">{t('planning.hours')}</th>
          <th scope="col">{t('planning.serviceLevel')}</th>
          <th scope="col">{t('planning.wait')}</th>
          <th scope="col">{t('planning.abandoned')}</th>
          <th scope="col">{t('planning.occupancy')}</th>
        </tr>
      </thead>
      <tbody>
        {props.staffings.map(one => (
          <tr key={one.change}>
            <th scope="row">{props.nameOf(one)}</th>
            <td>{count(one.agentHours)}</td>
            <td>{share(one.serviceLevel)}</td>
            <td>{clock(Math.round(one.meanWaitSeconds))}</td>
            <td>{share(one.abandoned)}</td>
            <td>{one.occupancy == null ? '–' : share(one.occupancy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

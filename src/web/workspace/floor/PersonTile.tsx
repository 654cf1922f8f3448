import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasPassed } from '../../shared/clock';
import type { FloorAgent } from '../../shared/model';
import { Menu } from '../shell/Menu';
import { Doing, isBusy } from './Doing';
import styles from './People.module.css';
import { PersonActions } from './PersonActions';
import { PlaceOfWork } from './PlaceOfWork';
import { useNear } from './useNear';
import { WriteTo } from './WriteTo';

const longAwayMs = 45 * 60_000;

/** One person: what he does, for how long, on what; a coloured edge only when something wants attention. */
export const PersonTile = memo(function PersonTile({ agent }: { agent: FloorAgent }) {
  const [element, near] = useNear<HTMLLIElement>();
  return (
    <li ref={element} className={styles.person} data-edge={useEdge(agent)}>
      {near && <Face agent={agent} />}
    </li>
  );
});

function Face({ agent }: { agent: FloorAgent }) {
  const { t } = useTranslation();
  const writeTo = useContext(WriteTo);
  return (
    <Menu
      buttonClass={styles.face!}
      title={agent.help?.word ?? agent.name}
      button={
        <>
          <b>
            <i data-state={isBusy(agent) ? 'busy' : agent.state} />
            <span>{agent.name}</span>
          </b>
          <small>{agent.reachable ? <Doing agent={agent} /> : t('floor.unreachable')}</small>
          {agent.help ? (
            <small className={styles.help}>{agent.help.word || t('floor.asksForHelp')}</small>
          ) : (
            <small>
              <PlaceOfWork agent={agent} />
              {agent.state === 'available' && !agent.hasTelephone && ` · ${t('floor.noTelephone')}`}
            </small>
          )}
        </>
      }
    >
      <PersonActions agent={agent} message={() => writeTo(agent.id)} />
    </Menu>
  );
}

/** Red for who asks for help, amber for who is away for long or cannot be reached. */
function useEdge(agent: FloorAgent): 'help' | 'long' | undefined {
  const longAway = useHasPassed(Date.parse(agent.since) + longAwayMs) && agent.state === 'away';
  if (agent.help) return 'help';
  return longAway || (!agent.reachable && agent.state !== 'offline') ? 'long' : undefined;
}

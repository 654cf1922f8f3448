import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../shared/format';
import { post, put, remove } from '../../shared/http';
import { useSignedIn } from '../access/session';
import { Menu, MenuItem } from '../shell/Menu';
import { useAttempt } from '../shell/useAttempt';
import styles from './PersonRow.module.css';
import type { Person } from './person';

export function PersonRow({ person, showLink }: { person: Person; showLink: (link: string) => void }) {
  const { t } = useTranslation();
  const me = useSignedIn().person.id;
  const { attempt } = useAttempt('people');
  const closed = person.status === 'deactivated';

  async function makeLink() {
    const answer = await attempt(() => post<{ link: string }>('/password-resets', { personId: person.id }));
    if (answer) showLink(answer.link);
  }

  return (
    <tr data-quiet={closed}>
      <td>
        <b>{person.name}</b>
        <small>{person.email}</small>
      </td>
      <td>{person.roles.map(role => t(`role.${role}`)).join(', ')}</td>
      <td>
        {t(`people.is.${person.status}`)}
        {person.totp && <small>{t('people.totp')}</small>}
      </td>
      <td>{person.lastSeenAt ? dateAndTime(person.lastSeenAt) : '–'}</td>
      <td>
        <Menu
          side="right"
          buttonClass={styles.more!}
          title={t('people.actionsFor', { name: person.name })}
          button="⋯"
        >
          {!closed && <MenuItem onChoose={() => void makeLink()}>{t('people.makeLink')}</MenuItem>}
          {person.totp && (
            <MenuItem
              onChoose={() => void attempt(() => remove(`/people/${person.id}/totp`), t('people.totpReset'))}
            >
              {t('people.resetTotp')}
            </MenuItem>
          )}
          {closed ? (
            <MenuItem onChoose={() => void attempt(() => remove(`/people/${person.id}/deactivation`))}>
              {t('people.reactivate')}
            </MenuItem>
          ) : (
            person.id !== me && (
              <MenuItem
                onChoose={() =>
                  void attempt(() => put(`/people/${person.id}/deactivation`), t('people.deactivated'))
                }
              >
                {t('people.deactivate')}
              </MenuItem>
            )
          )}
        </Menu>
      </td>
    </tr>
  );
}

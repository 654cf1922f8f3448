import { useTranslation } from 'react-i18next';
import { post, put, remove } from '../../shared/http';
import { useSignedIn } from '../access/session';
import { Menu, MenuItem } from '../shell/Menu';
import { useAttempt } from '../shell/useAttempt';
import styles from './PersonActions.module.css';
import type { Person } from './person';

type Props = {
  person: Person;
  change: (person: Person) => void;
  erase: (person: Person) => void;
  showLink: (link: string) => void;
};

export function PersonActions({ person, change, erase, showLink }: Props) {
  const { t } = useTranslation();
  const me = useSignedIn().person.id;
  const { attempt } = useAttempt('people');
  const closed = person.status === 'deactivated';
  const deactivation = `/people/${person.id}/deactivation`;

  async function makeLink() {
    const answer = await attempt(() => post<{ link: string }>('/password-resets', { personId: person.id }));
    if (answer) showLink(answer.link);
  }

  return (
    <Menu
      side="right"
      buttonClass={styles.more!}
      title={t('people.actionsFor', { name: person.name })}
      button="⋯"
    >
      <MenuItem onChoose={() => change(person)}>{t('people.change')}</MenuItem>
      {!closed && <MenuItem onChoose={() => void makeLink()}>{t('people.makeLink')}</MenuItem>}
      {person.totp && (
        <MenuItem
          onChoose={() => void attempt(() => remove(`/people/${person.id}/totp`), t('people.totpReset'))}
        >
          {t('people.resetTotp')}
        </MenuItem>
      )}
      {closed && person.roles.length > 0 && (
        <MenuItem onChoose={() => erase(person)}>{t('people.erase')}</MenuItem>
      )}
      {closed && person.roles.length > 0 && (
        <MenuItem onChoose={() => void attempt(() => remove(deactivation))}>
          {t('people.reactivate')}
        </MenuItem>
      )}
      {!closed && person.id !== me && (
        <MenuItem onChoose={() => void attempt(() => put(deactivation), t('people.deactivated'))}>
          {t('people.deactivate')}
        </MenuItem>
      )}
    </Menu>
  );
}

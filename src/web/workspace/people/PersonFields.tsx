import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shared/i18n';
import { usePartners } from '../shell/partners';
import { Choices } from './Choices';
import { type Person, roles } from './person';

/** What a person is in the centre: for an invitation and for a change alike. */
export function PersonFields(props: { person?: Person; wrong: (field: string) => string | undefined }) {
  const { t, i18n } = useTranslation();
  const partners = usePartners();
  return (
    <>
      <Choices
        name="roles"
        title={t('people.roles')}
        choices={roles.map(role => ({ value: role, title: t(`role.${role}`) }))}
        chosen={props.person?.roles ?? []}
        problem={props.wrong('roles')}
      />
      <Choices
        name="partners"
        title={t('people.partners')}
        choices={partners.map(partner => ({ value: partner.id, title: partner.name }))}
        chosen={props.person?.partners ?? []}
        problem={props.wrong('partners')}
      />
      <label>
        {t('words.language')}
        <select name="language" defaultValue={props.person?.language ?? i18n.language}>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

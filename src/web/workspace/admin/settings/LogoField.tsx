import { useTranslation } from 'react-i18next';
import { put } from '../../../shared/http';
import { PartnerMark } from '../../shell/PartnerMark';
import { usePartners } from '../../shell/partners';
import styles from './PartnersSection.module.css';

/** What stands at the head of the partner's chats: another picture, or none. */
export function LogoField({
  partnerId,
  wrong,
}: {
  partnerId: string | undefined;
  wrong: string | undefined;
}) {
  const { t } = useTranslation();
  const hasLogo = Boolean(usePartners().find(known => known.id === partnerId)?.logo);
  return (
    <div className={styles.logo}>
      <label>
        <b>{t('partner.logo')}</b> {partnerId && hasLogo && <PartnerMark id={partnerId} />}
        <br />
        <input
          type="file"
          name="logo"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby="logo-hint"
          aria-invalid={Boolean(wrong)}
        />
      </label>
      <small id="logo-hint">{t('partner.logoHint')}</small>
      {wrong && <p role="alert">{wrong}</p>}
      {hasLogo && (
        <label className={styles.check}>
          <input type="checkbox" name="noLogo" />
          {t('partner.logoRemove')}
        </label>
      )}
    </div>
  );
}

/**
 * Does what the field says.
 * @param remove Takes away what is at an address, so that it can be taken back.
 */
export async function saveLogo(
  partnerId: string,
  fields: FormData,
  remove: (path: string) => Promise<unknown>,
): Promise<void> {
  const chosen = fields.get('logo');
  const path = `/partners/${partnerId}/logo`;
  if (chosen instanceof File && chosen.size > 0) {
    const form = new FormData();
    form.append('file', chosen);
    await put(path, form);
  } else if (fields.has('noLogo')) await remove(path);
}

import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowOrganisationPartnerView } from '../../../shared/api';
import { put } from '../../../shared/http';
import { languageNames } from '../../../shared/i18n';
import { newId } from '../../../shared/identity';
import { Choices } from '../../people/Choices';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { useForm } from '../../shell/useForm';
import { useRemoval } from '../../shell/useRemoval';
import { ColourField } from './ColourField';
import { LogoField, saveLogo } from './LogoField';
import styles from './PartnersSection.module.css';

const usualColour = '#0b6e6e';

export function PartnerDialog(props: { partner: ShowOrganisationPartnerView | null; close: () => void }) {
  const { t } = useTranslation();
  const { partner, close } = props;
  const title = partner?.name ?? t('partner.add');
  const [id] = useState(() => partner?.id ?? newId());
  const others = partner?.languages.filter(tag => !(tag in languageNames)) ?? [];
  const removal = useRemoval('organisation', 'session');
  const form = useForm(['organisation', 'session', 'directory', 'tags'], async fields => {
    await put(`/partners/${id}`, {
      version: partner?.version ?? 0,
      name: String(fields.get('name')).trim(),
      colour: fields.get('colour'),
      languages: [...fields.getAll('languages'), ...others],
      tags: String(fields.get('tags'))
        .split('\n')
        .filter(tag => tag.trim()),
      onlyTags: fields.has('onlyTags'),
    });
    await saveLogo(id, fields, path => removal(path, t('partner.logoRemoved')));
    close();
  });
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <TextInput
          name="name"
          label={t('settings.name')}
          required
          defaultValue={partner?.name}
          error={form.wrong('name')}
        />
        <ColourField initial={partner?.colour ?? usualColour} wrong={form.wrong('colour')} />
        <LogoField partnerId={partner?.id} wrong={form.wrong('logo')} />
        <Choices
          name="languages"
          title={t('partner.languages')}
          choices={Object.entries(languageNames).map(([value, name]) => ({ value, title: name }))}
          chosen={partner?.languages ?? ['en']}
          problem={form.wrong('languages')}
        />
        <Textarea
          name="tags"
          label={t('partner.tags')}
          description={t('partner.tagsHint')}
          autosize
          minRows={2}
          maxRows={8}
          defaultValue={partner?.tags.join('\n')}
          error={form.wrong('tags')}
        />
        <label className={styles.check}>
          <input type="checkbox" name="onlyTags" defaultChecked={partner?.onlyTags ?? false} />
          {t('partner.onlyTags')}
        </label>
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListPromptsPromptView } from '../../../shared/api';
import { languageNames } from '../../../shared/i18n';
import { Card, Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { ChoiceField } from '../telephone/fields';
import fields from '../telephone/PlanEditor.module.css';
import { usePrompts } from '../telephone/telephone';
import { PromptDialog } from './PromptDialog';

/** One thing that callers hear: in the partner's own recording, else in the program's voice. */
export type Prompt = { name: string; text: string | undefined; own: ListPromptsPromptView | undefined };

/** What callers hear, by partner and language, each to be heard and to be replaced. */
export function PromptsSection() {
  const { t } = useTranslation();
  const prompts = usePrompts();
  const partners = usePartners();
  const [chosen, setPartner] = useState<string | null>(null);
  const [language, setLanguage] = useState<string>('en');
  const [edited, setEdited] = useState<Prompt | 'new' | null>(null);
  const partner = chosen ?? partners[0]?.id ?? '';
  const rows = useMemo<Prompt[] | undefined>(() => {
    const own = prompts.data?.own.filter(one => one.partnerId === partner && one.language === language);
    const words = new Map(prompts.data?.words.map(one => [one.name, one.texts[language]]));
    const names = [...new Set([...(own ?? []).map(one => one.name), ...words.keys()])].sort();
    return (
      prompts.data &&
      names.map(name => ({ name, text: words.get(name), own: own?.find(one => one.name === name) }))
    );
  }, [prompts.data, partner, language]);
  const columns = useColumns();
  const problem = useQueryProblem(prompts);
  return (
    <Page
      wide
      title={t('settings.section.prompts')}
      actions={
        <button type="button" className={fields.add} onClick={() => setEdited('new')}>
          {t('prompts.add')}
        </button>
      }
    >
      <Card>
        <div className={fields.fields}>
          <ChoiceField label={t('settings.partner')} value={partner} choices={partners} change={setPartner} />
          <ChoiceField
            label={t('answering.language')}
            value={language}
            choices={Object.entries(languageNames).map(([id, name]) => ({ id, name }))}
            change={tag => setLanguage(tag ?? 'en')}
          />
        </div>
        {prompts.data && !prompts.data.isSpoken && <p>{t('prompts.notSpoken')}</p>}
      </Card>
      <Table
        label={t('settings.section.prompts')}
        rows={rows}
        columns={columns}
        keyOf={prompt => prompt.name}
        empty={<p>{t('prompts.none')}</p>}
        open={setEdited}
        problem={problem}
      />
      {edited && (
        <PromptDialog
          partnerId={partner}
          language={language}
          prompt={edited === 'new' ? null : edited}
          isSpoken={prompts.data?.isSpoken ?? false}
          close={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Prompt>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('prompts.name'),
        width: '220px',
        value: prompt => prompt.name,
        cell: prompt => <code>{prompt.name}</code>,
      },
      { id: 'text', title: t('prompts.text'), secondary: true, value: prompt => prompt.text },
      {
        id: 'voice',
        title: t('prompts.voice'),
        choices: true,
        width: '180px',
        value: prompt => t(prompt.own ? 'prompts.own' : 'prompts.programs'),
      },
    ],
    [t],
  );
}
